import { openCheckpoint, type Checkpoint } from './checkpoint.js'
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
  snapshot: string | null
  statement: string | null
}

export interface Audit {
  /** The next row, by number. */
  row(row: Audited): Finding | undefined
  /** A checkpoint of the size that the rows have come to. */
  checkpoint(checkpoint: { size: number; note: string; publicKey: string }): Finding | undefined
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
 */
export function createAudit(trusted: Checkpoint | null = null): Audit {
  const peaks = createPeaks()
  const revisions = new Map<string, number>()
  /** Records whose snapshot is missing, until a disposal of their document accounts for them. */
  const missing = new Map<string, Map<string, number>>()
  let lastPlacedAt = ''
  let snapshots = 0
  let key: string | undefined
  let nextKey: string | undefined

  const judge = (row: Audited): Finding | undefined => {
    const expected = peaks.size()
    if (row.seq !== expected) return finding('LOG_HOLE', expected, null)
    if (row.body === null) return finding('RECORD_MISSING', row.seq, row.record)
    const leaf = leafHash({ seq: row.seq, placedAt: row.placedAt, commitment: commitmentOf(row.body) })
    if (leaf !== row.leaf) return finding('LEAF_MISMATCH', row.seq, row.record)
    if (row.placedAt <= lastPlacedAt) return finding('LOG_ORDER', row.seq, row.record)
    const record = JSON.parse(row.body) as RecordBody
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
  const remember = (row: Audited): void => {
    const record = JSON.parse(row.body!) as RecordBody
    const { id } = record.document
    peaks.append(Buffer.from(row.leaf, 'hex'))
    lastPlacedAt = row.placedAt
    revisions.set(id, record.revision)
    if (record.action === 'KEY') nextKey = record.note ?? undefined
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
      const wrong = judge(row)
      if (wrong) return wrong
      remember(row)
      return trusted?.size === peaks.size() && !trusted.root.equals(peaks.root())
        ? finding('OTHER_PAST', null, String(trusted.size))
        : undefined
    },
    checkpoint: ({ size, note, publicKey }) => {
      // The first key is taken at its word; a later one where the log itself names it.
      key ??= publicKey
      if (nextKey !== undefined && openCheckpoint(note, nextKey)) [key, nextKey] = [nextKey, undefined]
      const signed = openCheckpoint(note, key)
      if (!signed || signed.size !== size) return finding('CHECKPOINT_UNSIGNED', null, String(size))
      return signed.root.equals(peaks.root()) ? undefined : finding('CHECKPOINT_FALSE', null, String(size))
    },
    end: () => {
      if (trusted && trusted.size > peaks.size()) return finding('OLDER_BACKUP', null, String(trusted.size))
      for (const [, records] of missing)
        for (const [record, seq] of records) return finding('SNAPSHOT_MISSING', seq, record)
      return undefined
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
