import type { PayloadRequest, Where } from 'payload'
import { lift } from '../formats/index.js'
import type { RecordBody, Sha256, Snapshot } from '../pure/model.js'

/** Where a document stands for its editors, by its newest record; the public's view follows as soon as it is placed. */
export interface Head {
  state: 'NEVER' | 'PUBLIC' | 'WITHDRAWN' | 'SEALED'
  /** 0 before the first record. */
  revision: number
  record: RecordBody | null
  /** What the public reads now; null unless PUBLIC. */
  snapshot: Snapshot | null
}

const stateAfter = {
  PUBLISH: 'PUBLIC',
  WITHDRAW: 'WITHDRAWN',
  SEAL: 'SEALED',
  DISPOSE: 'SEALED',
  CANCEL: 'PUBLIC',
  KEY: 'NEVER',
} as const

/** Reads inside the transaction of `req`. */
export async function headOf(req: PayloadRequest, document: string): Promise<Head> {
  const [row] = await rows(req, 'records', { document: { equals: document } }, '-revision', 1)
  if (!row) return { state: 'NEVER', revision: 0, record: null, snapshot: null }
  const record = JSON.parse(row['body'] as string) as RecordBody
  const state = stateAfter[record.action]
  const snapshot = state === 'PUBLIC' ? await snapshotOf(req, record.id) : null
  return { state, revision: record.revision, record, snapshot }
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

/** Whether some record names the file. */
export async function isFileArchived(req: PayloadRequest, sha256: Sha256): Promise<boolean> {
  return (await rows(req, 'records', { body: { contains: sha256 } }, undefined, 1)).length > 0
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
