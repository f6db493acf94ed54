import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { inTransaction } from '../database/inTransaction.js'
import { ServiceError } from '../errors.js'
import { bytesIn, room } from '../websites/manifest.js'
import { makeRoom, type Kept } from '../websites/makeRoom.js'

/** How many documents are new, and how many were there before. */
export interface Registered {
  added: number
  known: number
}

/** Keeps the documents of a site's manifest, all or none. @throws ServiceError CONFLICT where there is no room for them */
export type RegisterDocuments = (county: string, documents: ReadonlyMap<string, string>) => Promise<Registered>

const collection = 'persisted-documents'

/** The rows are written past Payload's operations, which nobody else may write them by. */
export const createRegisterDocuments =
  (payload: Payload, now: () => string): RegisterDocuments =>
  async (county, documents) => {
    const req = await createLocalReq({}, payload)
    return inTransaction(req, async () => {
      const kept = await keptOf(req, county)
      const registeredAt = now()
      const wanted = new Map([...documents].map(([id, text]) => [rowOf(county, id), text]))
      const known = kept.filter(({ id }) => wanted.has(id)).map(({ id }) => id)
      const others = kept.filter(({ id }) => !wanted.has(id))
      const leaving = makeRoom(others, { documents: documents.size, bytes: bytesIn(documents.values()) }, registeredAt)
      if (!leaving) throw noRoom()
      if (leaving.length > 0)
        await payload.db.deleteMany({ collection, where: inRows(leaving.map(({ id }) => id)), req })
      if (known.length > 0)
        await payload.db.updateMany({ collection, where: inRows(known), data: { registeredAt }, req })
      const isKnown = new Set(known)
      for (const [id, text] of wanted) {
        const sha256 = id.slice(-64)
        if (!isKnown.has(id))
          await payload.db.create({ collection, data: { id, county, sha256, text, registeredAt }, req })
      }
      return { added: documents.size - known.length, known: known.length }
    })
  }

async function keptOf(req: PayloadRequest, county: string): Promise<Kept[]> {
  const where = { county: { equals: county } }
  const { docs } = await req.payload.db.find({ collection, where, pagination: false, req })
  return (docs as unknown as { id: string; registeredAt: string; text: string }[]).map(
    ({ id, registeredAt, text }) => ({
      ...{ id, registeredAt, bytes: bytesIn([text]) },
    }),
  )
}

/** A document may be registered by several sites, each for itself. */
const rowOf = (county: string, documentId: string): string => `${county}-${documentId.slice('sha256:'.length)}`

const inRows = (ids: readonly string[]) => ({ id: { in: [...ids] } })

const noRoom = (): ServiceError =>
  new ServiceError('CONFLICT', {
    sv: `Webbplatsen har registrerat fler än ${room.documents} frågor (eller ${room.bytes} byte) de senaste 30 dagarna. Registrera bara de frågor som bygget använder.`,
    en: `The website has registered more than ${room.documents} queries (or ${room.bytes} bytes) within 30 days. Register only what the build uses.`,
  })
