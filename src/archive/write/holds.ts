import type { PayloadRequest } from 'payload'
import { servicesOf } from './services.js'

/** A row of the collection `holds`: rows are only ever added, and the newest about a document counts. */
export interface HoldAct {
  document: string
  act: 'PLACE' | 'RELEASE'
  reason: string
  who: string
}

export async function enterHold(req: PayloadRequest, hold: HoldAct): Promise<void> {
  const { newId, now } = servicesOf(req.payload)
  await req.payload.db.create({ collection: 'holds', data: { id: newId(), at: now(), ...hold }, req })
}

/** The hold that keeps a document from being disposed of; undefined where there is none. */
export async function holdOn(req: PayloadRequest, document: string): Promise<(HoldAct & { at: string }) | undefined> {
  const { docs } = await req.payload.db.find({
    collection: 'holds',
    where: { document: { equals: document } },
    sort: ['-at'],
    limit: 1,
    pagination: false,
    req,
  })
  const newest = docs[0] as unknown as (HoldAct & { at: string }) | undefined
  return newest?.act === 'PLACE' ? newest : undefined
}
