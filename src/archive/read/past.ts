import DataLoader from 'dataloader'
import { ServiceError } from '../../errors.js'
import { lift } from '../formats/index.js'
import { sha256 } from '../pure/digest.js'
import type { Sha256, Snapshot } from '../pure/model.js'
import type { ArchiveReader } from './reader.js'

/** Snapshots that are no longer public now, read when they are asked for. */
export interface Past {
  /** The exact bytes whose digest is in the record. @throws ServiceError ARCHIVE_UNAVAILABLE */
  bytes(record: string): Promise<string>
  /** @throws ServiceError ARCHIVE_UNAVAILABLE while the database does not answer */
  snapshot(record: string): Promise<Snapshot>
}

/**
 * One for each request: what is asked for in one tick is read at once, and nothing is read twice.
 *
 * @param digestOf what the record says of its snapshot: other bytes are not handed out
 */
export function createPast(reader: ArchiveReader, digestOf: (record: string) => Sha256 | null | undefined): Past {
  const loader = new DataLoader<string, string>(
    async (records) => {
      const found = await withPatience(reader.snapshots(records)).catch((cause: unknown) => {
        throw unavailable(cause)
      })
      return records.map((record) => {
        const bytes = found.get(record)
        if (bytes === undefined) return unavailable(new Error(`no snapshot of ${record}`))
        return sha256(bytes) === digestOf(record) ? bytes.toString() : damaged(record)
      })
    },
    { maxBatchSize: 500 },
  )
  const lifted = new Map<string, Promise<Snapshot>>()
  return {
    bytes: (record) => loader.load(record),
    snapshot: (record) => {
      const snapshot = lifted.get(record) ?? loader.load(record).then(lift)
      lifted.set(record, snapshot)
      return snapshot
    },
  }
}

/** Milliseconds. Who asks again in a while is answered sooner than who waits for a database that is away. */
const PATIENCE = 1_000

async function withPatience<T>(reading: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE)
  })
  return Promise.race([reading, tooLong]).finally(() => clearTimeout(timer))
}

const damaged = (record: string): ServiceError =>
  new ServiceError(
    'ARCHIVE_DAMAGED',
    {
      sv: 'Den här versionen är skadad i arkivet och lämnas inte ut. Felet är känt för den som driver tjänsten.',
      en: 'This version is damaged in the archive and is not served. Those who run the service have been told.',
    },
    { cause: new Error(`the bytes of snapshot ${record} are not those of its digest`) },
  )

const unavailable = (cause: unknown): ServiceError =>
  new ServiceError(
    'ARCHIVE_UNAVAILABLE',
    {
      sv: 'Äldre versioner går inte att läsa just nu. Försök igen om en stund.',
      en: 'Past versions cannot be read right now. Try again in a while.',
    },
    { cause },
  )
