import { ServiceError } from '../../errors.js'
import { leafHash, commitmentOf } from '../pure/log.js'
import type { Entry } from '../pure/model.js'
import { recordOf } from './recordOf.js'

/** A signed checkpoint as it is kept. */
export interface CheckpointRow {
  size: number
  /** The signed note, verbatim. */
  note: string
  /** The key that signed it, as `name+hash+key`. */
  publicKey: string
}

/** What delivery needs of the database: three questions, read-only. */
export interface ArchiveReader {
  /** Entries with a greater number, in log order; -1 asks from the beginning. */
  entriesAfter(seq: number, limit: number): Promise<Entry[]>
  /** The exact bytes of snapshots, by record id. Those that are not there are left out. */
  snapshots(records: readonly string[]): Promise<Map<string, Buffer>>
  /** The newest checkpoint; undefined before the first. */
  checkpoint(): Promise<CheckpointRow | undefined>
}

/** A file that can be read. */
export interface OpenFile {
  /** Bytes. */
  size: number
  /** Reads it, and checks it as it goes. */
  stream(): NodeJS.ReadableStream
}

/** Files by content. */
export interface FileReader {
  /** @returns undefined where there is no such file. @throws ServiceError ARCHIVE_UNAVAILABLE while the storage is away */
  open(sha256: string): Promise<OpenFile | undefined>
}

/** A row of the log joined with its record. */
export interface EntryRow {
  seq: number
  placedAt: string
  publicFrom: string
  leaf: string
  body: string
}

/**
 * Entries up to one whose record is missing, or not the one that the log committed to: it is not passed over, and the
 * next question meets it first.
 *
 * @throws ServiceError ARCHIVE_UNAVAILABLE, naming the number
 */
export function entriesOf(rows: readonly (Omit<EntryRow, 'body'> & { body: string | null | undefined })[]): Entry[] {
  const entries: Entry[] = []
  for (const row of rows) {
    const entry = entryOf(row)
    if (!entry && entries.length === 0) throw notGenuine(row.seq)
    if (!entry) break
    entries.push(entry)
  }
  return entries
}

function entryOf({ body, ...place }: Omit<EntryRow, 'body'> & { body: string | null | undefined }): Entry | undefined {
  if (typeof body !== 'string') return undefined
  const commitment = commitmentOf(body)
  const { seq, placedAt, leaf } = place
  if (leafHash({ seq, placedAt, commitment }) !== leaf) return undefined
  // One text where there are two that say the same: there may be a hundred thousand entries.
  const publicFrom = place.publicFrom === placedAt ? placedAt : place.publicFrom
  return { seq, placedAt, publicFrom, leaf, commitment, record: recordOf(body) }
}

const notGenuine = (seq: number): ServiceError =>
  new ServiceError('ARCHIVE_UNAVAILABLE', {
    sv: `Posten till nummer ${seq} i loggen saknas eller är ändrad. Inget nyare visas förrän det är utrett: npx lanskallan verify`,
    en: `The record of number ${seq} in the log is missing or was changed. Nothing newer is shown until that is settled: npx lanskallan verify`,
  })
