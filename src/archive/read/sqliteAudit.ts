import type Database from 'libsql'
import type { Audited } from '../pure/audit.js'
import type { AuditReader, Counts } from './auditRows.js'
import type { CheckpointRow } from './reader.js'

const ROWS = `
  SELECT log.seq AS seq, log.placed_at AS placedAt, log.public_from AS publicFrom, log.leaf AS leaf, log.record AS record,
    records.body AS body, records.document AS document, records.kind AS kind, records.owner AS owner,
    records.action AS action, records.revision AS revision, records.recorded_at AS recordedAt,
    snapshots.bytes AS snapshot, statements.body AS statement
  FROM log LEFT JOIN records ON records.id = log.record
    LEFT JOIN snapshots ON snapshots.id = log.record LEFT JOIN statements ON statements.id = log.record
  WHERE log.seq > ? ORDER BY log.seq LIMIT ?`
const COUNTS = `
  SELECT (SELECT count(*) FROM log) AS log, (SELECT count(*) FROM records) AS records,
    (SELECT count(*) FROM snapshots) AS snapshots, (SELECT count(*) FROM statements) AS statements`
const CHECKPOINTS = 'SELECT size, note, public_key AS publicKey FROM checkpoints'
const NEWEST = `${CHECKPOINTS} WHERE size IN (SELECT max(size) FROM checkpoints GROUP BY public_key) ORDER BY size`
const CHECKPOINTS_AFTER = `${CHECKPOINTS} WHERE size > ? ORDER BY size LIMIT ?`

export function sqliteAudit(database: Database.Database): AuditReader {
  return {
    counts: async () => database.prepare(COUNTS).get() as Counts,
    rowsAfter: async (seq, limit) => database.prepare(ROWS).all(seq, limit) as Audited[],
    newestCheckpoints: async () => database.prepare(NEWEST).all() as CheckpointRow[],
    checkpointsAfter: async (size, limit) => database.prepare(CHECKPOINTS_AFTER).all(size, limit) as CheckpointRow[],
  }
}
