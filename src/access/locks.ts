import type { Access, AccessResult, Payload, PayloadRequest, Where } from 'payload'

const collection = 'payload-locked-documents'

/** Payload's note that somebody has a document open. */
interface Lock {
  id: number | string
  document?: { relationTo: string; value: string | { id: string } } | null
}

/** Whether the collection's own rule lets the user do this to the document that the lock is about. */
async function isAllowed(req: PayloadRequest, { document }: Lock, rule: 'read' | 'update'): Promise<boolean> {
  const target = document && req.payload.collections[document.relationTo]
  if (!target) return false
  const id = typeof document.value === 'object' ? document.value.id : document.value
  const result: AccessResult = await target.config.access[rule]({ id, req })
  if (typeof result === 'boolean') return result
  const where: Where = { and: [{ id: { equals: id } }, result] }
  return (await req.payload.db.count({ collection: document.relationTo, where, req })).totalDocs > 0
}

const locksOfWhatOneMay =
  (rule: 'read' | 'update'): Access =>
  async ({ req }) => {
    if (!req.user) return false
    const { docs } = await req.payload.db.find<Lock>({ collection, pagination: false, req })
    const allowed: Lock['id'][] = []
    for (const lock of docs) if (await isAllowed(req, lock, rule)) allowed.push(lock.id)
    return allowed.length > 0 ? { id: { in: allowed } } : { id: { exists: false } }
  }

/**
 * Payload lets everybody who is signed in list, make, take over and remove the locks of all documents, and so learn the
 * ids of other counties' drafts or keep their editors out. Locks follow their documents instead. Payload makes them
 * itself, past the rules of access, when an editor opens a document.
 */
export function guardLocks(payload: Payload): void {
  const locks = payload.collections[collection]
  if (!locks) return
  const ownUpdates = locksOfWhatOneMay('update')
  Object.assign(locks.config.access, {
    read: locksOfWhatOneMay('read'),
    create: () => false,
    update: ownUpdates,
    delete: ownUpdates,
  } satisfies Partial<typeof locks.config.access>)
}
