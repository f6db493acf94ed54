import type { PayloadRequest } from 'payload'
import type { GovernedCollection } from '../vocabulary.js'
import type { Row } from './content/row.js'

/** The row as the database has it now, in all languages, in the transaction of `req`; trashed ones too. */
export async function storedRow(req: PayloadRequest, collection: GovernedCollection, id: string): Promise<Row | null> {
  const where = { id: { equals: id } }
  return (await req.payload.db.findOne({ collection, where, locale: 'all', req })) as Row | null
}
