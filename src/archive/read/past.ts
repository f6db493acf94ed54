import DataLoader from 'dataloader'
import { ServiceError } from '../../errors.js'
import { lift } from '../formats/index.js'
import { sha256 } from '../pure/digest.js'
import type { Sha256, Snapshot } from '../pure/model.js'
import { createPlaces, type Place } from './places.js'
import type { ArchiveReader } from './reader.js'

/** Snapshots that are no longer public now, read when they are asked for. */
export interface Past {
  /** The exact bytes whose digest is in the record. @throws ServiceError ARCHIVE_UNAVAILABLE */
  bytes(record: string): Promise<string>
  /** @throws ServiceError ARCHIVE_UNAVAILABLE while the database does not answer */
  snapshot(record: string): Promise<Snapshot>
}

/** Milliseconds. Who asks again in a while is answered sooner than who waits for a database that is away. */
const PATIENCE = 1_000
/** Texts that are read with one question. */
const TOGETHER = 50

/** How many answers of this process may have past texts at one time, and bytes of them each: up to five times as much in memory. */
export const PAST = { count: 4, bytes: 16_000_000 }
export const places = createPlaces({ ...PAST, patience: 2 * PATIENCE })

/**
 * One for each request: what is asked for in one tick is read together, and nothing is read twice.
 *
 * @param digestOf what the record says of its snapshot: other bytes are not handed out
 * @param place where the texts are had
 */
export function createPast(
  reader: ArchiveReader,
  digestOf: (record: string) => Sha256 | null | undefined,
  { hold, take }: Place,
): Past {
  const read = async (records: readonly string[], patience: AbortSignal): Promise<Map<string, Buffer>> => {
    const found = new Map<string, Buffer>()
    for (let start = 0; start < records.length && !patience.aborted; start += TOGETHER) {
      const some = await reader.snapshots(records.slice(start, start + TOGETHER)).catch((cause: unknown) => {
        throw unavailable(cause)
      })
      for (const [record, bytes] of some) {
        take(bytes.length)
        found.set(record, bytes)
      }
    }
    return found
  }
  const loader = new DataLoader<string, string>(async (records) => {
    const found = await hold(() => withPatience((patience) => read(records, patience))).catch((cause: unknown) => {
      throw cause instanceof ServiceError ? cause : unavailable(cause)
    })
    return records.map((record) => {
      const bytes = found.get(record)
      if (bytes === undefined) return unavailable(new Error(`no snapshot of ${record}`))
      return sha256(bytes) === digestOf(record) ? bytes.toString() : damaged(record)
    })
  })
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

/** What is read after that is read for nobody: the signal says so. */
async function withPatience<T>(reading: (patience: AbortSignal) => Promise<T>): Promise<T> {
  const ends = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      ends.abort()
      reject(new Error(`no answer within ${PATIENCE} ms`))
    }, PATIENCE)
  })
  return Promise.race([reading(ends.signal), tooLong]).finally(() => clearTimeout(timer))
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
