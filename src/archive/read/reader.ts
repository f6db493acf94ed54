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

export const entryOf = ({ body, ...place }: EntryRow): Entry => ({ ...place, record: JSON.parse(body) as RecordBody })

/** Whether an entry is the one that the log committed to. */
export const isGenuine = ({ seq, placedAt, leaf, body }: EntryRow): boolean =>
  leafHash({ seq, placedAt, commitment: commitmentOf(body) }) === leaf
