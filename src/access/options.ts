import type { FilterOptions, Where } from 'payload'
import { filesReadableBy, readableBy } from './rules.js'

/** Offers, and accepts at publishing, only documents that the user may read. The seed and the command line see all. */
export const readableOptions: FilterOptions = ({ user }) => (user ? readableBy(user) : true)

/** The same for files. */
export const readableFiles: FilterOptions = ({ user }) => (user ? filesReadableBy(user) : true)

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
