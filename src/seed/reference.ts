import { createHash } from 'node:crypto'

/** Stands in the content for the id of another item, which is known only when that item lies in the database. */
export interface Reference {
  readonly referTo: string
}

export const ref = (key: string): Reference => ({ referTo: key })

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Reference>).referTo === 'string'

/** All keys that `value` refers to, at any depth. */
export function referencesIn(value: unknown): string[] {
  if (isReference(value)) return [value.referTo]
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(referencesIn)
  return []
}

/**
 * `value` with every reference replaced by the id of what it refers to.
 *
 * @throws Error when a key is unknown: a fault in the content, found by the tests
 */
export function resolveReferences<Value>(value: Value, ids: ReadonlyMap<string, string>): Value {
  const resolved = (inner: unknown): unknown => {
    if (isReference(inner)) {
      const id = ids.get(inner.referTo)
      if (id === undefined) throw new Error(`The demo content refers to ${inner.referTo}, which is not in it.`)
      return id
    }
    if (Array.isArray(inner)) return inner.map(resolved)
    if (typeof inner !== 'object' || inner === null || inner instanceof Date) return inner
    return Object.fromEntries(Object.entries(inner).map(([name, one]) => [name, resolved(one)]))
  }
  return resolved(value) as Value
}

/** The id of a demo document: the same in every installation. A UUID of version 8 (RFC 9562), made of the key. */
export function idOfKey(key: string): string {
  const hex = createHash('sha256').update(`lanskallan demo ${key}`).digest('hex')
  const variant = '89ab'[parseInt(hex.charAt(16), 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
