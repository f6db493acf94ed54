import { ServiceError } from '../../errors.js'
import { leafHash, commitmentOf } from '../pure/log.js'
import type { Entry, RecordBody } from '../pure/model.js'

/** What delivery needs of the database: two questions, read-only. */
export interface ArchiveReader {
  /** Entries with a greater number, in log order; -1 asks from the beginning. */
  entriesAfter(seq: number, limit: number): Promise<Entry[]>
  /** The exact bytes of snapshots, by record id. Those that are not there are left out. */
  snapshots(records: readonly string[]): Promise<Map<string, string>>
  close(): Promise<void>
}

/** Files by content. */
export interface FileReader {
  /** @returns undefined where there is no such file */
  open(sha256: string): Promise<NodeJS.ReadableStream | undefined>
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
 * Entries up to one whose record is missing: it is not passed over, and the next question meets it first.
 *
 * @throws ServiceError ARCHIVE_UNAVAILABLE, naming the number
 */
export function entriesOf(rows: readonly (Omit<EntryRow, 'body'> & { body: string | null | undefined })[]): Entry[] {
  const missing = rows.findIndex(({ body }) => typeof body !== 'string')
  if (missing === 0) throw noRecord(rows[0]!.seq)
  return (missing === -1 ? rows : rows.slice(0, missing)).map((row) => entryOf(row as EntryRow))
}

const entryOf = ({ body, ...place }: EntryRow): Entry => ({ ...place, record: JSON.parse(body) as RecordBody })

const noRecord = (seq: number): ServiceError =>
  new ServiceError('ARCHIVE_UNAVAILABLE', {
    sv: `Posten till nummer ${seq} i loggen saknas. Inget nyare visas förrän det är utrett.`,
    en: `The record of number ${seq} in the log is missing. Nothing newer is shown until that is settled.`,
  })

/** Whether an entry is the one that the log committed to. */
export const isGenuine = ({ seq, placedAt, leaf, body }: EntryRow): boolean =>
  leafHash({ seq, placedAt, commitment: commitmentOf(body) }) === leaf
