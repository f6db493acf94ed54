import type Database from 'libsql'
import type { Audited } from '../pure/audit.js'
import type { AuditReader, Counts } from './auditRows.js'
import type { CheckpointRow } from './reader.js'

const ROWS = `
  SELECT log.seq AS seq, log.placed_at AS placedAt, log.public_from AS publicFrom, log.leaf AS leaf, log.record AS record,
    records.body AS body, records.document AS document, records.kind AS kind, records.owner AS owner,
    records.action AS action, records.revision AS revision, records.recorded_at AS recordedAt,
    CAST(snapshots.bytes AS BLOB) AS snapshot, CAST(statements.body AS BLOB) AS statement
  FROM log LEFT JOIN records ON records.id = log.record
    LEFT JOIN snapshots ON snapshots.id = log.record LEFT JOIN statements ON statements.id = log.record
  WHERE log.seq > ? ORDER BY log.seq LIMIT ?`
const COUNTS = `
  SELECT (SELECT count(*) FROM log) AS log, (SELECT count(*) FROM records) AS records,
    (SELECT count(*) FROM snapshots) AS snapshots, (SELECT count(*) FROM statements) AS statements`
const CHECKPOINTS = 'SELECT size, note, public_key AS publicKey FROM checkpoints'
const NEWEST = `${CHECKPOINTS} WHERE size IN (SELECT max(size) FROM checkpoints GROUP BY public_key) ORDER BY size`
const CHECKPOINTS_AFTER = `${CHECKPOINTS} WHERE size > ? ORDER BY size LIMIT ?`

type Bytes = ArrayBuffer | null
type Row = Omit<Audited, 'snapshot' | 'statement'> & { snapshot: Bytes; statement: Bytes }

const withBuffers = (row: Row): Audited => {
  const { snapshot, statement } = row
  return { ...row, snapshot: snapshot && Buffer.from(snapshot), statement: statement && Buffer.from(statement) }
}

export function sqliteAudit(database: Database.Database): AuditReader {
  const rows = database.prepare(ROWS)
  return {
    counts: async () => database.prepare(COUNTS).get() as Counts,
    rowsAfter: async (seq, limit) => (rows.all(seq, limit) as Row[]).map(withBuffers),
    newestCheckpoints: async () => database.prepare(NEWEST).all() as CheckpointRow[],
    checkpointsAfter: async (size, limit) => database.prepare(CHECKPOINTS_AFTER).all(size, limit) as CheckpointRow[],
  }
}
