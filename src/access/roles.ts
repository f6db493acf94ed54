import { NATIONAL, owners, type Role, roles } from '../vocabulary.js'

/** A role, and the county where it counts. The county is empty for roles that span the country. */
interface Assignment {
  role: Role
  county: string | null
}

/** What the rules need to know of the one who asks. */
export interface Staff {
  id: string
  assignments: readonly Assignment[]
}

export const editing: readonly Role[] = ['editor', 'publisher', 'national-editor']
export const publishing: readonly Role[] = ['publisher', 'national-editor']
const seeingAll: readonly Role[] = ['archivist', 'administrator']

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const assignmentOf = (value: unknown): Assignment[] => {
  if (!isRecord(value)) return []
  const role = roles.find((one) => one === value['role'])
  return role ? [{ role, county: typeof value['county'] === 'string' ? value['county'] : null }] : []
}

/** The one who asks, out of whatever the request holds; undefined for a visitor. Unknown roles count for nothing. */
export function staffOf(user: unknown): Staff | undefined {
  if (!isRecord(user) || (typeof user['id'] !== 'string' && typeof user['id'] !== 'number')) return undefined
  const assignments: unknown = user['assignments']
  return { id: String(user['id']), assignments: Array.isArray(assignments) ? assignments.flatMap(assignmentOf) : [] }
}

export const hasRole = (user: unknown, role: Role): boolean =>
  staffOf(user)?.assignments.some((one) => one.role === role) ?? false

export const isAdministrator = (user: unknown): boolean => hasRole(user, 'administrator')

const placeOf = ({ role, county }: Assignment): string | null => (role === 'national-editor' ? NATIONAL : county)

/**
 * Where a user holds one of `wanted`: county slugs and, for a national editor, `nationell`.
 * A county role without a county counts nowhere.
 */
export function countiesWhere(user: unknown, wanted: readonly Role[]): string[] {
  const places = (staffOf(user)?.assignments ?? []).filter(({ role }) => wanted.includes(role)).map(placeOf)
  return owners.filter((owner) => places.includes(owner))
}

/** May save drafts for this owner. */
export const mayEdit = (user: unknown, owner: unknown): boolean =>
  typeof owner === 'string' && countiesWhere(user, editing).includes(owner)

/** May publish, withdraw and seal for this owner. */
export const mayPublish = (user: unknown, owner: unknown): boolean =>
  typeof owner === 'string' && countiesWhere(user, publishing).includes(owner)

/** Owners whose drafts and internal notes a user may read: the own ones, or every one for archivists and administrators. */
export const ownersRead = (user: unknown): string[] =>
  seeingAll.some((role) => hasRole(user, role)) ? [...owners] : countiesWhere(user, editing)

export const mayReadDrafts = (user: unknown, owner: unknown): boolean =>
  typeof owner === 'string' && ownersRead(user).includes(owner)

/** What a new document belongs to until its editor says otherwise. */
export const ownOwner = (user: unknown): string | undefined => countiesWhere(user, editing)[0]
