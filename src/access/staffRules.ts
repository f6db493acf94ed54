import type { Access, FieldAccess } from 'payload'
import { isAdministrator, mayReadDrafts, ownersRead, staffOf } from './roles.js'

export const administrators: Access = ({ req }) => isAdministrator(req.user)
export const administratorsField: FieldAccess = ({ req }) => isAdministrator(req.user)

/** For what only the service's own acts write. */
export const nobodyField: FieldAccess = () => false

/** Everybody reads and changes the own account; administrators every one. */
export const selfOrAdministrators: Access = ({ req }) => {
  const user = staffOf(req.user)
  return isAdministrator(user) || (user !== undefined && { id: { equals: user.id } })
}

/** A county's staff may see how its site is set up; only administrators change it. */
export const ownWebsites: Access = ({ req }) => {
  const counties = ownersRead(req.user)
  return counties.length > 0 && { county: { in: counties } }
}

/** The admin is for those who have something to do there. */
export const hasAssignment = ({ req }: { req: { user: unknown } }): boolean =>
  (staffOf(req.user)?.assignments.length ?? 0) > 0

/**
 * Internal words are for the owner's staff, also where the document itself is shared.
 * Payload asks without a document before it filters or sorts by the field: then nobody may.
 */
export const ownersStaffField: FieldAccess = ({ doc, req }) => mayReadDrafts(req.user, doc?.['owner'])
