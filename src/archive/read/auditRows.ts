import type { Audited } from '../pure/audit.js'
import type { CheckpointRow } from './reader.js'

export interface Counts {
  log: number
  records: number
  snapshots: number
  statements: number
}

/** What a verification needs of the database: everything, page by page. */
export interface AuditReader {
  counts(): Promise<Counts>
  rowsAfter(seq: number, limit: number): Promise<Audited[]>
  /** The newest checkpoint of each key, by size. */
  newestCheckpoints(): Promise<CheckpointRow[]>
  /** Checkpoints of more than `size` entries, by size. */
  checkpointsAfter(size: number, limit: number): Promise<CheckpointRow[]>
}
