import { openCheckpoint, type Checkpoint } from '../pure/checkpoint.js'
import type { Tree } from '../pure/tree.js'
import type { CheckpointRow } from './reader.js'

const known = new WeakMap<CheckpointRow, Checkpoint>()

/** What was signed. A signature is checked once for each checkpoint. */
export function verified(row: CheckpointRow): Checkpoint | undefined {
  const parsed = known.get(row) ?? openCheckpoint(row.note, row.publicKey)
  if (parsed) known.set(row, parsed)
  return parsed
}

/** Whether it signs the beginning of this very log. */
export function isOfLog(row: CheckpointRow, tree: Tree): boolean {
  const parsed = verified(row)
  return parsed !== undefined && parsed.size <= tree.size() && parsed.root.equals(tree.root(parsed.size))
}
