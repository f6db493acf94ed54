import type { PayloadRequest, Where } from 'payload'
import { lift } from '../formats/index.js'
import type { Entry, Instant, RecordBody, Snapshot } from '../pure/model.js'
import { plansAfter, standingAt, type Standing } from '../pure/resolve.js'
import { servicesOf } from './services.js'

/** Where a document stands for its editors, by its records; the public's view follows as soon as they are placed. */
export interface Head {
  state: 'NEVER' | 'PUBLIC' | 'WITHDRAWN' | 'SEALED' | 'DISPOSED'
  /** Of the newest record; 0 before the first. */
  revision: number
  /** The newest record. */
  record: RecordBody | null
  /** The record that counts now. */
  current: RecordBody | null
  /** What the public reads now; null unless PUBLIC. */
  snapshot: Snapshot | null
  /** A publication that lies ahead. */
  plan: { record: RecordBody; at: Instant; snapshot: Snapshot | null } | null
}

/** Reads inside the transaction of `req`. */
export async function headOf(req: PayloadRequest, document: string): Promise<Head> {
  const found = await rows(req, 'records', { document: { equals: document } }, 'revision')
  const records = found.map((row) => JSON.parse(row['body'] as string) as RecordBody)
  const record = records.at(-1) ?? null
  const now = servicesOf(req.payload).now()
  const entries = records.map((one) => entryAs(one, now))
  const standing = standingAt(entries, now)
  const [plan] = plansAfter(entries, now)
  return {
    state: stateOf(standing),
    revision: record?.revision ?? 0,
    record,
    current: standing?.entry.record ?? null,
    snapshot: standing?.publication === 'PUBLIC' ? await snapshotOf(req, standing.published.record.id) : null,
    plan: plan ? { record: plan.record, at: plan.publicFrom, snapshot: await snapshotOf(req, plan.record.id) } : null,
  }
}

/** The place that a record has or is about to get, as far as it matters for one document. */
function entryAs(record: RecordBody, now: Instant): Entry {
  const placedAt = record.recordedAt < now ? record.recordedAt : now
  const publicFrom = record.plannedFor !== null && record.plannedFor > placedAt ? record.plannedFor : placedAt
  return { seq: record.revision, placedAt, publicFrom, commitment: '', leaf: '', record }
}

function stateOf(standing: Standing | undefined): Head['state'] {
  if (!standing) return 'NEVER'
  return standing.seal?.record.action === 'DISPOSE' ? 'DISPOSED' : standing.publication
}

async function snapshotOf(req: PayloadRequest, record: string): Promise<Snapshot | null> {
  const [row] = await rows(req, 'snapshots', { id: { equals: record } }, undefined, 1)
  return row ? lift(row['bytes'] as string) : null
}

/** The newest record of each other document that has ever borne this slug. */
export async function otherHoldersOf(
  req: PayloadRequest,
  wanted: { kind: string; owner: string; slug: string; document: string },
): Promise<string[]> {
  const found = await rows(
    req,
    'records',
    {
      and: [
        { kind: { equals: wanted.kind } },
        { owner: { equals: wanted.owner } },
        { slug: { equals: wanted.slug } },
        { document: { not_equals: wanted.document } },
      ],
    },
    undefined,
    1,
  )
  return found.map((row) => row['document'] as string)
}

type ArchiveRow = Record<string, unknown>

export async function rows(
  req: PayloadRequest,
  collection: 'records' | 'snapshots' | 'log',
  where: Where,
  sort?: string,
  limit?: number,
): Promise<ArchiveRow[]> {
  const result = await req.payload.db.find({
    collection,
    where,
    pagination: false,
    req,
    ...(sort ? { sort } : {}),
    ...(limit ? { limit } : {}),
  })
  return result.docs as unknown as ArchiveRow[]
}
