import { parseCheckpoint } from './checkpoint.js'
import { isIncluded } from './merkle.js'
import { openNote, type Verifier } from './note.js'

/**
 * A receipt: proof that can be checked offline that one leaf is in the log.
 *
 * @see https://c2sp.org/tlog-proof
 */
export interface Receipt {
  index: number
  /** Sibling hashes from the leaf up to the root. */
  proof: readonly Buffer[]
  /** The signed checkpoint, verbatim. */
  checkpoint: string
}

const HEADER = 'c2sp.org/tlog-proof@v1'

export const receiptText = ({ index, proof, checkpoint }: Receipt): string =>
  [HEADER, `index ${index}`, ...proof.map((hash) => hash.toString('base64')), '', checkpoint].join('\n')

/** @returns undefined for anything else */
export function parseReceipt(text: string): Receipt | undefined {
  const end = text.indexOf('\n\n')
  const [header, indexLine, ...hashes] = text.slice(0, end).split('\n')
  const [, index] = /^index (0|[1-9][0-9]{0,15})$/.exec(indexLine ?? '') ?? []
  const isProof = hashes.every((hash) => /^[A-Za-z0-9+/]{43}=$/.test(hash))
  if (end === -1 || header !== HEADER || index === undefined || !isProof || hashes.length > 63) return undefined
  return {
    index: Number(index),
    proof: hashes.map((hash) => Buffer.from(hash, 'base64')),
    checkpoint: text.slice(end + 2),
  }
}

/** What a check of a receipt found. */
export type ReceiptVerdict =
  | { ok: true; origin: string; index: number; size: number }
  /** MALFORMED: not a receipt. UNSIGNED: not signed by this key. OTHER_LEAF: it proves another leaf, or none. */
  | { ok: false; why: 'MALFORMED' | 'UNSIGNED' | 'OTHER_LEAF' }

/** Whether the receipt shows that the leaf is in the log whose key the verifier is. */
export function checkReceipt(text: string, leaf: Buffer, verifiers: readonly Verifier[]): ReceiptVerdict {
  const receipt = parseReceipt(text)
  if (!receipt) return { ok: false, why: 'MALFORMED' }
  const signed = openNote(receipt.checkpoint, verifiers)
  if (signed === undefined) return { ok: false, why: 'UNSIGNED' }
  const checkpoint = parseCheckpoint(signed)
  if (!checkpoint) return { ok: false, why: 'MALFORMED' }
  const { origin, size, root } = checkpoint
  if (!isIncluded({ leaf, index: receipt.index, size, root }, receipt.proof)) return { ok: false, why: 'OTHER_LEAF' }
  return { ok: true, origin, index: receipt.index, size }
}
