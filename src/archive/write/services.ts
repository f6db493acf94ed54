import { randomBytes, randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { Instant } from '../pure/model.js'
import type { FileStore } from './fileStore.js'

/** What the writer needs from outside. Arguments of the composition root, so that a test can move through 2013–2026. */
export interface Services {
  now: () => Instant
  newId: () => string
  /** 32 random bytes as hex. */
  newSalt: () => string
  files: FileStore
}

export const realTime: Pick<Services, 'now' | 'newId' | 'newSalt'> = {
  now: () => new Date().toISOString(),
  newId: () => randomUUID(),
  newSalt: () => randomBytes(32).toString('hex'),
}

/** The services travel in Payload's config, since hooks are given nothing else. */
export const servicesOf = (payload: Payload): Services => (payload.config.custom as { services: Services }).services
