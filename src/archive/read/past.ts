import DataLoader from 'dataloader'
import { ServiceError } from '../../errors.js'
import { lift } from '../formats/index.js'
import type { Snapshot } from '../pure/model.js'
import type { ArchiveReader } from './reader.js'

/** Snapshots that are no longer public now, read when they are asked for. */
export interface Past {
  /** The exact bytes whose digest is in the record. @throws ServiceError ARCHIVE_UNAVAILABLE */
  bytes(record: string): Promise<string>
  /** @throws ServiceError ARCHIVE_UNAVAILABLE while the database does not answer */
  snapshot(record: string): Promise<Snapshot>
}

/** One for each request: what is asked for in one tick is read at once, and nothing is read twice. */
export function createPast(reader: ArchiveReader): Past {
  const loader = new DataLoader<string, string>(
    async (records) => {
      const found = await reader.snapshots(records).catch((cause: unknown) => {
        throw unavailable(cause)
      })
      return records.map((record) => {
        const bytes = found.get(record)
        return bytes ?? unavailable(new Error(`no snapshot of ${record}`))
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

const unavailable = (cause: unknown): ServiceError =>
  new ServiceError(
    'ARCHIVE_UNAVAILABLE',
    {
      sv: 'Äldre versioner går inte att läsa just nu. Försök igen om en stund.',
      en: 'Past versions cannot be read right now. Try again in a while.',
    },
    { cause },
  )
