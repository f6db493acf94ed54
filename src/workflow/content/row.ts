import { ServiceError } from '../../errors.js'
import type { ImageRef, FileRef, Rendition } from '../../archive/pure/model.js'
import type { LanguageCode } from '../../vocabulary.js'

/** A row as the database keeps it, in all languages: what hooks are given is shaped by the caller, this is not. */
export type Row = Record<string, unknown>

/** The media and the documents that a row names, loaded before the pure mapping begins. */
export interface References {
  images: ReadonlyMap<string, ImageRef>
  files: ReadonlyMap<string, FileRef>
}

export const text = (value: unknown): string | null => {
  const trimmed = value instanceof Date ? value.toISOString() : typeof value === 'string' ? value.trim() : ''
  return trimmed === '' ? null : trimmed
}

/** The value of a localized field in one language; a missing translation is null, never another language's text. */
export const inLanguage = (value: unknown, language: LanguageCode): unknown =>
  value !== null && typeof value === 'object' ? ((value as Record<string, unknown>)[language] ?? null) : null

export const textIn = (value: unknown, language: LanguageCode): string | null => text(inLanguage(value, language))

export const idOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value
  const id = (value as { id?: unknown } | null)?.id
  return typeof id === 'string' ? id : null
}

export const idsOf = (value: unknown): string[] =>
  list(value)
    .map(idOf)
    .filter((id) => id !== null)

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

export const rowsOf = (value: unknown): Row[] => list(value) as Row[]

export const group = (value: unknown): Row => (value ?? {}) as Row

export const is = (value: unknown): boolean => value === true

export const oneOf = <T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T =>
  allowed.find((one) => one === value) ?? otherwise

/** What a media row keeps of its files by content. */
export interface ContentFiles {
  original: FileRef
  renditions: Rendition[]
}

export function required<T>(value: T | null, field: string, name: { sv: string; en: string }): T {
  if (value !== null) return value
  throw new ServiceError(
    'BAD_INPUT',
    { sv: `Fyll i ${name.sv} innan du publicerar.`, en: `Fill in ${name.en} before publishing.` },
    { fields: [field] },
  )
}
