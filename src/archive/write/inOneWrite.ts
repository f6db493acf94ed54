import type { Payload, PayloadRequest } from 'payload'
import { inTransaction } from '../../database/inTransaction.js'

/** What a write to the database is given so that it belongs to the others. */
export interface Write {
  req?: PayloadRequest
}

/**
 * Runs `work` so that on SQLite all of it is flushed to disk at once, which is most of what placing and signing a record
 * takes. A MongoDB has each write safe when it answers, and would only be asked once more.
 */
export async function inOneWrite(payload: Payload, work: (write: Write) => Promise<void>): Promise<void> {
  if (payload.db.name === 'mongoose') return work({})
  const req = { payload } as PayloadRequest
  await inTransaction(req, () => work({ req }))
}
