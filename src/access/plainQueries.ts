import { type CollectionBeforeOperationHook, type FlattenedField, Forbidden } from 'payload'
import { ServiceError } from '../errors.js'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Date)

/** Whether a filter holds another filter, as `{ related: { contains: { title: … } } }` does. */
function holdsNestedQuery(where: unknown): boolean {
  if (!isObject(where)) return false
  return Object.entries(where).some(([path, constraint]) => {
    if (Array.isArray(constraint) && /^(?:and|or)$/i.test(path)) return constraint.some(holdsNestedQuery)
    return isObject(constraint) && Object.values(constraint).some((value) => isObject(value) && !Array.isArray(value))
  })
}

/** Whether a path leads on behind a relation, as `related.title` and `-documents.file.filename` do. */
function leadsThroughRelation(fields: readonly FlattenedField[], path: string): boolean {
  const [name, ...rest] = path.replace(/^-/, '').replaceAll('__', '.').split('.')
  if (rest.length === 0) return false
  if (name === 'version') return leadsThroughRelation(fields, rest.join('.'))
  const field = fields.find((one) => one.name === name)
  if (!field) return false
  if (field.type === 'relationship' || field.type === 'upload' || field.type === 'join') return true
  return 'flattenedFields' in field && leadsThroughRelation(field.flattenedFields, rest.join('.'))
}

const operators = new Set([
  ...['equals', 'not_equals', 'in', 'not_in', 'exists', 'like', 'not_like', 'contains'],
  ...['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'],
])

/** Whether a filter is made of fields and of operators that every kind of field has. */
function isPlainQuery(where: unknown): boolean {
  if (where === undefined || where === null) return true
  if (!isObject(where) || Array.isArray(where)) return false
  return Object.entries(where).every(([path, constraint]) => {
    if (/^(?:and|or)$/i.test(path)) return Array.isArray(constraint) && constraint.every(isPlainQuery)
    return isObject(constraint) && Object.keys(constraint).every((operator) => operators.has(operator))
  })
}

const isFarPage = (args: object): boolean => {
  const { limit = 0, page = 1 } = args as { limit?: unknown; page?: unknown }
  return ![Number(limit), Number(page), Number(limit) * Number(page)].every((one) => one >= -1 && one <= 1e9)
}

const badQuery = (): ServiceError =>
  new ServiceError('BAD_INPUT', {
    sv: 'Sökningen går inte att tolka. Rensa filtren och försök igen.',
    en: 'The query cannot be understood. Clear the filters and try again.',
  })

const sortsIn = (args: object): string[] =>
  'sort' in args ? [args.sort].flat().flatMap((sort) => (typeof sort === 'string' ? sort.split(',') : [])) : []

/**
 * Refuses filters inside filters, and orders by what stands behind a relation. Payload puts its rules of reading into
 * filters such as `related.title`, but not into these (3.90.2), so that an editor who knows the id of a document that is
 * hidden could guess, hit by hit, what stands in it.
 */
export const refuseNestedQueries: CollectionBeforeOperationHook = ({ args, collection, overrideAccess, req }) => {
  if (overrideAccess === true) return args
  if ('where' in args && !isPlainQuery(args.where)) throw badQuery()
  if (isFarPage(args)) throw badQuery()
  const isNested = 'where' in args && holdsNestedQuery(args.where)
  const isBehind = sortsIn(args).some((path) => leadsThroughRelation(collection.flattenedFields, path))
  if (isNested || isBehind) throw new Forbidden(req.t)
  return args
}
