import { type CollectionBeforeOperationHook, type FlattenedField, Forbidden } from 'payload'

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

const sortsIn = (args: object): string[] =>
  'sort' in args ? [args.sort].flat().flatMap((sort) => (typeof sort === 'string' ? sort.split(',') : [])) : []

/**
 * Refuses filters inside filters, and orders by what stands behind a relation. Payload puts its rules of reading into
 * filters such as `related.title`, but not into these (3.90.2), so that an editor who knows the id of a document that is
 * hidden could guess, hit by hit, what stands in it.
 */
export const refuseNestedQueries: CollectionBeforeOperationHook = ({ args, collection, overrideAccess, req }) => {
  if (overrideAccess === true) return args
  const isNested = 'where' in args && holdsNestedQuery(args.where)
  const isBehind = sortsIn(args).some((path) => leadsThroughRelation(collection.flattenedFields, path))
  if (isNested || isBehind) throw new Forbidden(req.t)
  return args
}
