import canonicalize from 'canonicalize'
import { ServiceError } from '../../errors.js'

/** Far above any tree that the service writes; a cycle ends here instead of in a stack overflow. */
const DEEPEST = 1_000

/**
 * The one spelling of a value, as kept, hashed and proved: RFC 8785 (JCS), with every string and key in Unicode NFC,
 * so that "ö" typed on a Mac and "ö" typed on a PC give the same digest.
 *
 * Stricter than JSON: what JSON would drop or change without a word (undefined, NaN, a Date, a lone surrogate, keys
 * that NFC makes equal) is refused, since the archive would then hold something other than what was handed over.
 *
 * @returns the exact string; its UTF-8 encoding is what digests are taken of
 * @throws ServiceError BAD_INPUT, naming the place as a dotted path
 * @see RFC 8785; RFC 7493 (I-JSON) on surrogates
 */
export function canonicalBytes(value: unknown): string {
  return canonicalize(normalised(value, [])) as string
}

function normalised(value: unknown, path: readonly string[]): unknown {
  if (path.length > DEEPEST) throw refused(path.slice(0, 5), 'för djupt nästlat', 'nested too deeply')
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return normalisedText(value, path)
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (Array.isArray(value)) return Array.from(value, (one: unknown, index) => normalised(one, [...path, String(index)]))
  if (isPlainObject(value)) return normalisedObject(value, path)
  throw refused(path, 'inte ett värde som kan arkiveras', 'not a value that can be archived')
}

function normalisedText(text: string, path: readonly string[]): string {
  if (!text.isWellFormed()) throw refused(path, 'ett halvt tecken (Unicode)', 'half a character (Unicode)')
  return text.normalize('NFC')
}

function normalisedObject(object: object, path: readonly string[]): object {
  const fields = Object.entries(object).map(([key, field]): [string, unknown] => {
    const inside = [...path, key]
    return [normalisedText(key, inside), normalised(field, inside)]
  })
  const result = Object.fromEntries(fields)
  if (Object.keys(result).length < fields.length)
    throw refused(path, 'två fält med samma namn', 'two fields of one name')
  return result
}

const isPlainObject = (value: unknown): value is object => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function refused(path: readonly string[], sv: string, en: string): ServiceError {
  const place = path.join('.') || '(hela värdet)'
  return new ServiceError('BAD_INPUT', { sv: `${place}: ${sv}.`, en: `${place}: ${en}.` }, { fields: [path.join('.')] })
}
