import type { FilterOptions, Where } from 'payload'
import { readableBy } from './rules.js'
import { ownersRead } from './roles.js'

/** Offers, and accepts at publishing, only documents that the user may read. The seed and the command line see all. */
export const readableOptions: FilterOptions = ({ user }) => (user ? readableBy(user) : true)

/** The same for files, which are never shared. */
export const ownFiles: FilterOptions = ({ user }) => !user || { owner: { in: ownersRead(user) } }

/** An edition belongs to whom its strategy belongs to. */
export const sameOwner: FilterOptions<{ owner?: string }> = ({ data, user }) => {
  const owned: Where = { owner: { equals: data.owner ?? '' } }
  const readable = user ? readableBy(user) : true
  return readable === true ? owned : readable && { and: [owned, readable] }
}

/** Everything but the document itself, which can neither replace nor be related to itself. */
export const otherReadableOptions: FilterOptions = ({ id, user }) => {
  const others: Where = { id: { not_equals: id ?? '' } }
  const readable = user ? readableBy(user) : true
  return readable === true ? others : readable && { and: [others, readable] }
}
