import Database from 'libsql'
import type { AuditReader } from './auditRows.js'
import { sqliteAudit } from './sqliteAudit.js'
import { entriesOf, type ArchiveReader, type CheckpointRow, type EntryRow } from './reader.js'

const ENTRIES = `
  SELECT log.seq AS seq, log.placed_at AS placedAt, log.public_from AS publicFrom, log.leaf AS leaf, records.body AS body
  FROM log LEFT JOIN records ON records.id = log.record
  WHERE log.seq > ? ORDER BY log.seq LIMIT ?`

/** Reads beside the writer: with a write-ahead log neither waits for the other. Statements are prepared once. */
export function sqliteReader(file: string): ArchiveReader & { audit: AuditReader } {
  const database = new Database(file)
  database.exec('PRAGMA busy_timeout = 5000')
  database.exec('PRAGMA query_only = ON')
  const entries = database.prepare(ENTRIES)
  const snapshot = database.prepare('SELECT bytes FROM snapshots WHERE id = ?')
  const checkpoint = database.prepare(
    'SELECT size, note, public_key AS publicKey FROM checkpoints ORDER BY size DESC LIMIT 1',
  )
  return {
    audit: sqliteAudit(database),
    entriesAfter: async (seq, limit) => entriesOf(entries.all(seq, limit) as EntryRow[]),
    snapshots: async (records) =>
      new Map(
        records.flatMap((id): [string, string][] => {
          const row = snapshot.get(id) as { bytes: string } | undefined
          return row ? [[id, row.bytes]] : []
        }),
      ),
    checkpoint: async () => (checkpoint.get() as CheckpointRow | undefined) ?? undefined,
    close: async () => {
      database.close()
    },
  }
}
