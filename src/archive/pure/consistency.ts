import { parseCheckpoint, type Checkpoint } from './checkpoint.js'
import { isConsistent } from './merkle.js'
import { openNote, type Verifier } from './note.js'

/** What a check of a proof of consistency found. */
export type ConsistencyVerdict =
  | { ok: true; origin: string; fromSize: number; size: number }
  /** MALFORMED: not a proof. UNSIGNED: a checkpoint is not signed by these keys, or the two are of different logs. */
  | { ok: false; why: 'MALFORMED' | 'UNSIGNED' | 'REWRITTEN' }

/**
 * Whether the log of the newer checkpoint begins with all of the older one's: nothing of it was rewritten.
 *
 * @param older a signed checkpoint, verbatim
 * @param newer a later one of the same log
 * @param proof one hash a line, base64; empty where both are of the same size
 * @see RFC 6962, section 2.1.2
 */
export function checkConsistency(
  { older, newer, proof }: { older: string; newer: string; proof: string },
  verifiers: readonly Verifier[],
): ConsistencyVerdict {
  const lines = proof.split('\n').filter((line) => line !== '')
  if (lines.length > 64 || !lines.every((line) => /^[A-Za-z0-9+/]{43}=$/.test(line)))
    return { ok: false, why: 'MALFORMED' }
  const [from, to] = [opened(older, verifiers), opened(newer, verifiers)]
  if (!from || !to || from.origin !== to.origin) return { ok: false, why: 'UNSIGNED' }
  const hashes = lines.map((line) => Buffer.from(line, 'base64'))
  if (!isConsistent(from, to, hashes)) return { ok: false, why: 'REWRITTEN' }
  return { ok: true, origin: to.origin, fromSize: from.size, size: to.size }
}

function opened(note: string, verifiers: readonly Verifier[]): Checkpoint | undefined {
  const text = openNote(note, verifiers)
  return text === undefined ? undefined : parseCheckpoint(text)
}
