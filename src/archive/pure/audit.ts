import type { Checkpoint } from './checkpoint.js'
import { createCheckpointAudit, type AuditedCheckpoint } from './checkpointAudit.js'
import { sha256 } from './digest.js'
import { finding, type Finding } from './finding.js'
import { commitmentOf, leafHash } from './log.js'
import { createPeaks } from './merkle.js'
import type { RecordBody } from './model.js'

/** A row of the log with what hangs on it, as it lies in the database. */
export interface Audited {
  seq: number
  placedAt: string
  publicFrom: string
  leaf: string
  record: string
  body: string | null
  document: string | null
  kind: string | null
  owner: string | null
  action: string | null
  revision: number | null
  recordedAt: string | null
  /** Bytes where the database hands them out without making a text of them, which costs more than hashing them. */
  snapshot: string | Buffer | null
  statement: string | Buffer | null
}

export interface Audit {
  /** The next row, by number. */
  row(row: Audited): Finding | undefined
  /** A checkpoint of the size that the rows have come to. */
  checkpoint(checkpoint: AuditedCheckpoint): Finding | undefined
  /** After the last row. */
  end(): Finding | undefined
  size(): number
  root(): Buffer
  /** Snapshots that must be there, after disposals. */
  snapshots(): number
}

/**
 * Works everything out anew, in log order, and names the first thing that is wrong.
 *
 * @param trusted a checkpoint that was kept elsewhere: the only thing that gives an older backup away
 * @param everySignature of every checkpoint, though the newest one's covers all that came before it
 */
export function createAudit(trusted: Checkpoint | null = null, everySignature = false): Audit {
  const peaks = createPeaks()
  const checkpoints = createCheckpointAudit(everySignature)
  const revisions = new Map<string, number>()
  /** Records whose snapshot is missing, until a disposal of their document accounts for them. */
  const missing = new Map<string, Map<string, number>>()
  let lastPlacedAt = ''
  let snapshots = 0

  /** That the entry stands where it should, with the record that the log committed to. */
  const genuine = (row: Audited): Finding | RecordBody => {
    const expected = peaks.size()
    if (row.seq !== expected) return finding('LOG_HOLE', expected, null)
    if (row.body === null) return finding('RECORD_MISSING', row.seq, row.record)
    const leaf = leafHash({ seq: row.seq, placedAt: row.placedAt, commitment: commitmentOf(row.body) })
    if (leaf !== row.leaf) return finding('LEAF_MISMATCH', row.seq, row.record)
    if (row.placedAt <= lastPlacedAt) return finding('LOG_ORDER', row.seq, row.record)
    return JSON.parse(row.body) as RecordBody
  }
  const judge = (row: Audited, record: RecordBody): Finding | undefined => {
    if (!isBeside(row, record)) return finding('RECORD_CHANGED', row.seq, row.record)
    const { plannedFor } = record
    if (row.publicFrom !== (plannedFor !== null && plannedFor > row.placedAt ? plannedFor : row.placedAt))
      return finding('PUBLIC_FROM_CHANGED', row.seq, row.record)
    if (record.revision !== (revisions.get(record.document.id) ?? 0) + 1)
      return finding('REVISION_GAP', row.seq, record.document.id)
    return textsOf(row, record)
  }
  const textsOf = (row: Audited, record: RecordBody): Finding | undefined => {
    if (row.statement === null) return finding('STATEMENT_MISSING', row.seq, row.record)
    if (sha256(row.statement) !== record.statement) return finding('STATEMENT_CHANGED', row.seq, row.record)
    if (row.snapshot === null) return undefined
    return sha256(row.snapshot) === record.snapshot ? undefined : finding('SNAPSHOT_CHANGED', row.seq, row.record)
  }
  const remember = (row: Audited, record: RecordBody): void => {
    const { id } = record.document
    peaks.append(Buffer.from(row.leaf, 'hex'))
    lastPlacedAt = row.placedAt
    revisions.set(id, record.revision)
    if (record.action === 'KEY' && record.note !== null) checkpoints.keyNamed(record.note)
    if (record.action === 'DISPOSE') missing.delete(id)
    if (record.snapshot === null) return
    if (row.snapshot !== null) snapshots += 1
    else missing.set(id, (missing.get(id) ?? new Map<string, number>()).set(row.record, row.seq))
  }

  return {
    size: () => peaks.size(),
    root: () => peaks.root(),
    snapshots: () => snapshots,
    row: (row) => {
      const record = genuine(row)
      if ('code' in record) return record
      const wrong = judge(row, record)
      if (wrong) return wrong
      remember(row, record)
      return trusted?.size === peaks.size() && !trusted.root.equals(peaks.root())
        ? finding('OTHER_PAST', null, String(trusted.size))
        : undefined
    },
    checkpoint: (row) => checkpoints.checkpoint(row, peaks.root()),
    end: () => {
      if (trusted && trusted.size > peaks.size()) return finding('OLDER_BACKUP', null, String(trusted.size))
      for (const [, records] of missing)
        for (const [record, seq] of records) return finding('SNAPSHOT_MISSING', seq, record)
      return checkpoints.end()
    },
  }
}

const isBeside = (row: Audited, { id, document, action, revision, recordedAt }: RecordBody): boolean =>
  row.record === id &&
  row.document === document.id &&
  row.kind === document.kind &&
  row.owner === document.owner &&
  row.action === action &&
  row.revision === revision &&
  row.recordedAt === recordedAt
