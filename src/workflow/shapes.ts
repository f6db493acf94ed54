import type { FlattenedField } from 'payload'
import type { Message } from '../errors.js'

/** What is wrong with a value, and where. */
export interface Fault {
  path: string
  message: Message
}

type Data = Readonly<Record<string, unknown>>

/** Levels that a rich text may have; the archive's own tree stops there too. */
const DEEPEST = 100
const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?)?$/

/**
 * Whether data has the shapes that its fields ask for. Drafts are saved unvalidated, and our own validations replace
 * Payload's, so this is what stands between a hand-made request and the database.
 *
 * @param allLocales whether localized values come by language, as with `locale=all`
 */
export function faultsOf(fields: readonly FlattenedField[], data: Data, allLocales: boolean, path = ''): Fault[] {
  return fields.flatMap((field) => {
    const value = data[field.name]
    if (value === undefined || value === null || isEmptied(field, value)) return []
    const at = path + field.name
    const byLanguage = allLocales && 'localized' in field && field.localized === true
    if (!byLanguage) return faultsIn(field, value, at, allLocales)
    if (!isRecord(value)) return [fault(at)]
    return Object.entries(value).flatMap(([language, one]) =>
      one === null || one === undefined ? [] : faultsIn(field, one, `${at}.${language}`, allLocales),
    )
  })
}

function faultsIn(field: FlattenedField, value: unknown, at: string, allLocales: boolean): Fault[] {
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
      return isText(value) ? [] : [fault(at)]
    case 'number':
      return value !== '' && Number.isFinite(Number(value)) && !isRecord(value) ? [] : [fault(at)]
    case 'checkbox':
      return typeof value === 'boolean' || value === 'true' || value === 'false' ? [] : [fault(at)]
    case 'date':
      return isDate(value) ? [] : [fault(at)]
    case 'select':
    case 'radio': {
      const allowed = new Set<unknown>(field.options.map((one) => (typeof one === 'string' ? one : one.value)))
      const isKnown = (one: unknown): boolean => one === '' || allowed.has(one)
      const many = 'hasMany' in field && field.hasMany === true
      return (many ? Array.isArray(value) && value.every(isKnown) : isKnown(value)) ? [] : [fault(at)]
    }
    case 'relationship':
    case 'upload':
      return (field.hasMany ? Array.isArray(value) && value.every(isReference) : isReference(value)) ? [] : [fault(at)]
    case 'richText':
      return isRichText(value) ? [] : [fault(at)]
    case 'array':
      if (!Array.isArray(value)) return [fault(at)]
      return value.flatMap((row: unknown, index) =>
        isRecord(row) ? faultsOf(field.flattenedFields, row, allLocales, `${at}.${index}.`) : [fault(`${at}.${index}`)],
      )
    case 'group':
    case 'tab':
      return isRecord(value) ? faultsOf(field.flattenedFields, value, allLocales, `${at}.`) : [fault(at)]
    default:
      return []
  }
}

/** How the forms of the admin write that a field is empty: a list without rows is sent as the number of its rows. */
function isEmptied({ type }: FlattenedField, value: unknown): boolean {
  if (type === 'array') return value === 0 || value === '0'
  if (type === 'relationship' || type === 'upload') return value === '' || value === 'none' || value === 'null'
  return value === '' && (type === 'checkbox' || type === 'number')
}

const isRecord = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** NUL ends a text for some who read it; no keyboard writes it. */
const isText = (value: unknown): boolean => typeof value === 'string' && !value.includes('\u0000')

/** Instants are compared as text, so a year has four digits. */
const isDate = (value: unknown): boolean =>
  value instanceof Date ||
  value === '' ||
  (typeof value === 'string' && instant.test(value) && Number.isFinite(Date.parse(value)))

const isReference = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.length <= 100
    : isRecord(value) && typeof (value['value'] ?? value['id']) === 'string'

const isRichText = (value: unknown): boolean => isRecord(value) && isNode(value['root'], 0)

function isNode(value: unknown, depth: number): boolean {
  if (!isRecord(value) || typeof value['type'] !== 'string' || depth > DEEPEST) return false
  const { children } = value
  return children === undefined || (Array.isArray(children) && children.every((child) => isNode(child, depth + 1)))
}

const fault = (path: string): Fault => ({
  path,
  message: {
    sv: 'Värdet har fel form. Ladda om sidan och försök igen.',
    en: 'The value has the wrong shape. Reload and try again.',
  },
})
