import { hash } from 'node:crypto'
import type { Sha256 } from './model.js'

/** @returns SHA-256 as lower-case hex; a string is hashed as UTF-8 */
export const sha256 = (data: string | Uint8Array): Sha256 => hash('sha256', data)

/** @returns SHA-512 as lower-case hex; a string is hashed as UTF-8 */
export const sha512 = (data: string | Uint8Array): string => hash('sha512', data)
