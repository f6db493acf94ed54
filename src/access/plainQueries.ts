import { type CollectionBeforeOperationHook, Forbidden } from 'payload'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Date)

/** Whether a filter holds another filter, as `{ related: { contains: { title: … } } }` does. */
export function holdsNestedQuery(where: unknown): boolean {
  if (!isObject(where)) return false
  return Object.entries(where).some(([path, constraint]) => {
    if (Array.isArray(constraint) && /^(?:and|or)$/i.test(path)) return constraint.some(holdsNestedQuery)
    return isObject(constraint) && Object.values(constraint).some((value) => isObject(value) && !Array.isArray(value))
  })
}

/**
 * Refuses filters inside filters. Payload puts its rules of reading into paths such as `related.title`, but not into
 * this form (3.90.2), so that an editor could guess, hit by hit, what stands in a document that is hidden from them.
 */
export const refuseNestedQueries: CollectionBeforeOperationHook = ({ args, overrideAccess, req }) => {
  if (overrideAccess !== true && 'where' in args && holdsNestedQuery(args.where)) throw new Forbidden(req.t)
  return args
}
