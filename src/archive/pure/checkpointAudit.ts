import { checkpointText, openCheckpoint } from './checkpoint.js'
import { finding, type Finding } from './finding.js'
import { openNote, parseVerifier, type Verifier } from './note.js'

/** A checkpoint as it lies in the database. */
export interface AuditedCheckpoint {
  size: number
  note: string
  publicKey: string
}

/** Follows the checkpoints of a log, and the keys that sign them. */
export interface CheckpointAudit {
  /** The next checkpoint, by size. @param root of the log at that size, worked out anew */
  checkpoint(row: AuditedCheckpoint, root: Buffer): Finding | undefined
  /** The log itself names the key that signs from here on. */
  keyNamed(vkey: string): void
  end(): Finding | undefined
}

/**
 * What each checkpoint says is held against the log. The signature of the newest one under each key covers all that came
 * before it, so that the others' are looked at only where `everySignature` is asked for.
 */
export function createCheckpointAudit(everySignature: boolean): CheckpointAudit {
  let key: string | undefined
  let verifier: Verifier | undefined
  let nextKey: string | undefined
  let newest: AuditedCheckpoint | undefined

  const unsigned = ({ size }: AuditedCheckpoint): Finding => finding('CHECKPOINT_UNSIGNED', null, String(size))
  const signatureOf = (row: AuditedCheckpoint): Finding | undefined =>
    verifier && openNote(row.note, [verifier]) !== undefined ? undefined : unsigned(row)
  /** The empty log is signed before anything is placed in it. */
  const end = (): Finding | undefined => (newest ? signatureOf(newest) : finding('CHECKPOINT_MISSING', null, null))

  /** The first key is taken at its word; a later one where the log itself names it. */
  const takeKey = (row: AuditedCheckpoint): Finding | undefined => {
    if (row.publicKey === key) return undefined
    if (key !== undefined && row.publicKey !== nextKey) return unsigned(row)
    const wrong = newest && signatureOf(newest)
    key = row.publicKey
    verifier = parseVerifier(key)
    return wrong ?? (verifier ? undefined : unsigned(row))
  }
  const contentOf = (row: AuditedCheckpoint, root: Buffer): Finding | undefined => {
    const { size, note, publicKey } = row
    if (note.startsWith(`${checkpointText({ origin: verifier?.name ?? '', size, root })}\n`)) return undefined
    const signed = openCheckpoint(note, publicKey)
    return signed?.size === size ? finding('CHECKPOINT_FALSE', null, String(size)) : unsigned(row)
  }
  return {
    keyNamed: (vkey) => {
      nextKey = vkey
    },
    checkpoint: (row, root) => {
      const wrong = takeKey(row) ?? contentOf(row, root)
      newest = row
      return wrong ?? (everySignature ? signatureOf(row) : undefined)
    },
    end,
  }
}
