import { type FieldHook, Forbidden } from 'payload'
import { mayEdit, mayPublish } from './roles.js'

/**
 * Refuses a save that gives the document to, or takes it from, an owner outside the user's rights, or makes it public there.
 * The rules of access see only what the caller sent; this sees the whole row that is about to be written,
 * as duplicates, restored versions and a PATCH without `_status` bring it.
 * A save without a user is the house's own: the seed and the command line.
 */
export const refuseForeignOwner: FieldHook = ({ data, originalDoc, req, value }) => {
  if (!req.user) return value
  const before: unknown = originalDoc?.owner ?? value
  const allowed = data?._status === 'published' ? mayPublish : mayEdit
  if (!allowed(req.user, value) || !allowed(req.user, before)) throw new Forbidden(req.t)
  return value
}
