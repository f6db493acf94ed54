import type Database from 'libsql'
import type { AuditReader } from './auditRows.js'
import { sqliteAudit } from './sqliteAudit.js'
import { entriesOf, type ArchiveReader, type CheckpointRow, type EntryRow } from './reader.js'
import type { SqliteFile } from './sqliteFile.js'

const ENTRIES = `
  SELECT log.seq AS seq, log.placed_at AS placedAt, log.public_from AS publicFrom, log.leaf AS leaf, records.body AS body
  FROM log LEFT JOIN records ON records.id = log.record
  WHERE log.seq > ? ORDER BY log.seq LIMIT ?`

/** Reads beside the writer: with a write-ahead log neither waits for the other. Statements are prepared once. */
export function sqliteReader(file: SqliteFile): ArchiveReader & { audit: AuditReader } {
  const statements = file.prepared(prepare)
  const audit = file.prepared(sqliteAudit)
  return {
    audit: {
      counts: async () => audit().counts(),
      rowsAfter: async (seq, limit) => audit().rowsAfter(seq, limit),
      newestCheckpoints: async () => audit().newestCheckpoints(),
      checkpointsAfter: async (size, limit) => audit().checkpointsAfter(size, limit),
    },
    entriesAfter: async (seq, limit) => entriesOf(statements().entries.all(seq, limit) as EntryRow[]),
    snapshots: async (records) => {
      const rows = statements().snapshots.all(JSON.stringify(records)) as { id: string; bytes: ArrayBuffer }[]
      return new Map(rows.map(({ id, bytes }): [string, Buffer] => [id, Buffer.from(bytes)]))
    },
    checkpoint: async () => (statements().checkpoint.get() as CheckpointRow | undefined) ?? undefined,
  }
}

const prepare = (database: Database.Database) => ({
  entries: database.prepare(ENTRIES),
  // As bytes: a text would be made of them, and bytes again of the text.
  snapshots: database.prepare(
    'SELECT id, CAST(bytes AS BLOB) AS bytes FROM snapshots WHERE id IN (SELECT value FROM json_each(?))',
  ),
  checkpoint: database.prepare(
    'SELECT size, note, public_key AS publicKey FROM checkpoints ORDER BY size DESC LIMIT 1',
  ),
})
