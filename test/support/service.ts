import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { Payload } from 'payload'
import type { RecordBody, Snapshot } from '../../src/archive/pure/model.js'
import { realTime, type Services } from '../../src/archive/write/services.js'
import { readConfig } from '../../src/config.js'
import { openEditorial, type Editorial } from '../../src/editorial/open.js'
import type { TestDatabase } from './databases.js'

/** The editors' side on a fresh database, as the service itself starts it. */
export interface TestEditorial extends Editorial {
  dataDir: string
  databaseUrl: string
  /** Which instance of Payload it is. */
  key: string
  /** Starts again on the same data, as after a restart. */
  reopen(): Promise<TestEditorial>
}

interface TestOptions {
  time?: Partial<Pick<Services, 'now' | 'newId' | 'newSalt'>>
  on?: { dataDir: string; databaseUrl: string }
  onWebsites?: () => void
  onPlaced?: () => Promise<void>
}

export async function startEditorial(
  database: TestDatabase,
  { time, on, onWebsites, onPlaced }: TestOptions = {},
): Promise<TestEditorial> {
  const place = on ?? database.fresh()
  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: place.dataDir,
    MEDIA_DIR: `${place.dataDir}/media`,
    DATABASE_URL: place.databaseUrl,
    LOG_LEVEL: 'silent',
  })
  const key = randomUUID()
  const editorial = await openEditorial({
    config,
    time: { ...realTime, ...time },
    key,
    onWebsites,
    onPlaced,
    isServing: true,
  })
  return { ...editorial, ...place, key, reopen: () => startEditorial(database, { time, on: place }) }
}

export async function discard(editorial: TestEditorial): Promise<void> {
  await editorial.close()
  await rm(editorial.dataDir, { recursive: true, force: true })
}

/** A record as it was written, with its snapshot. */
export interface Written {
  record: RecordBody
  snapshot: Snapshot | null
}

/** What the archive holds about a document, oldest first. */
export async function writtenAbout(payload: Payload, document: string): Promise<Written[]> {
  const records = await allRows(payload, 'records', { document: { equals: document } })
  const snapshots = await allRows(payload, 'snapshots', { id: { in: records.map((row) => row['id']) } })
  const bytes = new Map(snapshots.map((row) => [row['id'], row['bytes'] as string]))
  return records
    .map((row) => JSON.parse(row['body'] as string) as RecordBody)
    .sort((one, other) => one.revision - other.revision)
    .map((record) => ({
      record,
      snapshot: bytes.has(record.id) ? (JSON.parse(bytes.get(record.id) ?? '') as Snapshot) : null,
    }))
}

export async function allRows(
  payload: Payload,
  collection: string,
  where: Record<string, unknown> = {},
): Promise<Record<string, unknown>[]> {
  const found = await payload.db.find({ collection, where: where as never, pagination: false })
  return found.docs as unknown as Record<string, unknown>[]
}
