import type { FilterOptions, RelationshipFieldValidation, Where } from 'payload'
import { relationship } from 'payload/shared'
import { filesReadableBy, readableBy } from './rules.js'

type Offer = Exclude<FilterOptions, Where | null>

/** Offers, and accepts at publishing, only documents that the user may read. The seed and the command line see all. */
export const readableOptions: Offer = ({ user }) => (user ? readableBy(user) : true)

/** The same for files. */
export const readableFiles: Offer = ({ user }) => (user ? filesReadableBy(user) : true)

/** An edition belongs to whom its strategy belongs to. */
export const sameOwner: Offer = ({ data, user }) => {
  const { owner = '' } = data as { owner?: string }
  return readableWhere({ owner: { equals: owner } }, user)
}

/** Everything but the document itself, which can neither replace nor be related to itself. */
export const otherReadableOptions: Offer = ({ id, user }) => readableWhere({ id: { not_equals: id ?? '' } }, user)

/** Of those that meet a filter, which holds no `or`, the ones that the user may read. */
function readableWhere(filter: Where, user: unknown): Where | false {
  const readable = user ? readableBy(user) : true
  return readable === true ? filter : readable && { ...filter, ...readable }
}

/**
 * A relation that offers these documents, and accepts no others. To judge what was chosen, Payload reads each of the documents
 * whole; here one count says nearly always that all is well, and only where it does not are they read.
 *
 * @param filterOptions answers only with what the user may read
 */
export const choiceAmong = (filterOptions: Offer) => ({
  filterOptions,
  validate: (async (value, options) => {
    const { filterOptions: _offered, ...shape } = options
    const verdict = await relationship(value, shape)
    if (verdict !== true || options.event === 'onChange') return verdict
    return (await areOffered(filterOptions, value, options)) || relationship(value, options)
  }) satisfies RelationshipFieldValidation,
})

type Judging = Parameters<RelationshipFieldValidation>[1]

/** False as well where one count cannot tell. */
async function areOffered(filterOptions: Offer, value: unknown, options: Judging): Promise<boolean> {
  const { id = '', overrideAccess, relationTo, req } = options
  const chosen = new Set([value ?? []].flat())
  if (chosen.size === 0) return true
  if (typeof relationTo !== 'string' || !(req.user || overrideAccess)) return false
  const offered = await filterOptions({ ...options, id, relationTo, user: req.user })
  if (offered === false) return false
  const where: Where[] = [{ id: { in: [...chosen] } }, { deletedAt: { exists: false } }]
  if (offered !== true) where.push(offered)
  const { totalDocs } = await req.payload.db.count({ collection: relationTo, where: { and: where }, req })
  return totalDocs === chosen.size
}
