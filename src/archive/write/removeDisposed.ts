import type { PayloadRequest } from 'payload'
import { deleteSnapshots } from '../../database/guardArchive.js'
import type { RecordBody } from '../pure/model.js'
import { rows } from './head.js'

/**
 * Removes the snapshots of a document whose disposal has been entered in this transaction.
 *
 * @returns sha256 of the files that no other content names, to be removed once the transaction is committed
 */
export async function removeDisposed(req: PayloadRequest, document: string): Promise<string[]> {
  const records = await rows(req, 'records', { document: { equals: document } })
  const bodies = records.map((row) => JSON.parse(row['body'] as string) as RecordBody)
  const ids = bodies.filter(({ snapshot }) => snapshot !== null).map(({ id }) => id)
  await deleteSnapshots(req.payload.db, ids, req)
  const named = new Set(bodies.flatMap(({ index }) => index?.files ?? []))
  const free: string[] = []
  for (const sha256 of named) if (!(await isFileArchived(req, sha256))) free.push(sha256)
  return free
}

/** Whether a snapshot that is still there belongs to a record that names the file. */
export async function isFileArchived(req: PayloadRequest, sha256: string): Promise<boolean> {
  const records = await rows(req, 'records', { body: { contains: sha256 } })
  if (records.length === 0) return false
  const ids = records.map((row) => row['id'] as string)
  return (await rows(req, 'snapshots', { id: { in: ids } }, undefined, 1)).length > 0
}
