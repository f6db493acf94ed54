import type { Access, Where } from 'payload'
import { NATIONAL } from '../vocabulary.js'
import { countiesWhere, editing, mayEdit, mayPublish, ownersRead, ownOwner, publishing } from './roles.js'

type Data = Readonly<Record<string, unknown>> | null | undefined

const publishes = (data: Data): boolean => data?.['_status'] === 'published'
const within = (owners: readonly string[], path = 'owner'): Where | false =>
  owners.length > 0 && { [path]: { in: [...owners] } }

/**
 * What others have published for the counties of this user: one filter for each way, without filters inside. A newer draft of it
 * is still its owner's alone.
 */
const sharedWith = (counties: readonly string[]): Where[] => {
  const appeared: Where[] = [{ exists: false }, { less_than_equal: new Date().toISOString() }].map((sharedFrom) => ({
    _status: { equals: 'published' },
    sharedFrom,
  }))
  return appeared.flatMap((one): Where[] => [
    { ...one, audience: { equals: 'all' } },
    { ...one, audience: { equals: 'named' }, audienceCounties: { in: [...counties] } },
  ])
}

/**
 * Which documents a user may read: own ones in any state, and what is published for the own county. Visitors: none.
 *
 * It stays flat: the admin sends it in addresses when it offers documents, and Payload reads ten brackets of them.
 */
export function readableBy(user: unknown): Where | false {
  const own = within(ownersRead(user))
  return own && { or: [own, ...sharedWith(countiesWhere(user, editing))] }
}

const readOwnAndShared: Access = ({ req }) => readableBy(req.user)

/** Without an owner a new document gets the first of the user's own, so that is the owner that the question is about. */
export const createWithinOwn: Access = ({ data, req }) => {
  const owner: unknown = data?.owner ?? ownOwner(req.user)
  return publishes(data) ? mayPublish(req.user, owner) : mayEdit(req.user, owner)
}

/**
 * The owner that the document has must be within the user's rights, and so must the one that it is to get.
 * Payload asks with `_status` set before it shows the button to publish.
 */
export const updateWithinOwn: Access = ({ data, req }) => {
  const held = countiesWhere(req.user, publishes(data) ? publishing : editing)
  const wanted: unknown = data?.owner
  const mayGive = wanted === undefined || (typeof wanted === 'string' && held.includes(wanted))
  return mayGive && within(held)
}

const deleteWithinOwn: Access = ({ req }) => within(countiesWhere(req.user, editing))

/** Versions are drafts, so only the owner's staff reads them; what was public is read from the archive. */
const readVersionsOfOwn: Access = ({ req }) => within(ownersRead(req.user), 'version.owner')

export const governedAccess = {
  read: readOwnAndShared,
  readVersions: readVersionsOfOwn,
  create: createWithinOwn,
  update: updateWithinOwn,
  delete: deleteWithinOwn,
}

/** National files are a common store, for any county to use in its own texts. */
export function filesReadableBy(user: unknown): Where | false {
  const own = ownersRead(user)
  return own.length > 0 && within([...new Set([...own, NATIONAL])])
}

/** Files may belong to drafts, so Payload shows them to their owner's staff alone; the public gets them from the archive. */
export const mediaAccess = {
  read: (({ req }) => filesReadableBy(req.user)) satisfies Access,
  create: createWithinOwn,
  update: updateWithinOwn,
  delete: deleteWithinOwn,
}
