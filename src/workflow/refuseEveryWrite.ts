import type { CollectionBeforeOperationHook } from 'payload'
import { immutable } from '../database/guardArchive.js'

const reading = new Set(['read', 'readDistinct', 'count', 'countVersions'])

/** Hooks run for the Local API too, which access rules do not. The archive's own writer goes past Payload's operations. */
export const refuseEveryWrite: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  if (!reading.has(operation)) throw immutable(collection.slug)
  return args
}
