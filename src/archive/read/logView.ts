import { ServiceError } from '../../errors.js'
import type { Entry } from '../pure/model.js'
import { receiptText } from '../pure/receipt.js'
import type { Shelf } from './shelf.js'
import { isOfLog, verified } from './signed.js'

/** The log as everybody may see it: its signed size and root, and the proofs that follow from them. */
export interface LogView {
  origin: string
  /** Of the newest checkpoint; what was placed since is signed within moments. */
  size: number
  /** 32 bytes. */
  root: Buffer
  /** The signed note, verbatim. */
  checkpoint: string
  /** `name+hash+key`. */
  publicKey: string
  /** A receipt of the entry; null until a checkpoint covers it. */
  receipt(entry: Entry): string | null
  /** Hashes that prove that the log of `fromSize` is the beginning of this one. @throws ServiceError BAD_INPUT */
  consistency(fromSize: number): Buffer[]
  /** What the log holds, from number `from` on. */
  leaves(from: number, count: number): readonly Entry[]
}

/** @throws ServiceError ARCHIVE_UNAVAILABLE before the first checkpoint was read */
export function logViewOf(shelf: Shelf): LogView {
  const { tree, checkpoint } = shelf.log()
  const parsed = checkpoint && verified(checkpoint)
  if (!checkpoint || !parsed || !isOfLog(checkpoint, tree)) throw unsigned()
  const { origin, size, root } = parsed
  return {
    origin,
    size,
    root,
    checkpoint: checkpoint.note,
    publicKey: checkpoint.publicKey,
    receipt: ({ seq }) =>
      seq < size
        ? receiptText({ index: seq, proof: tree.inclusionProof(seq, size), checkpoint: checkpoint.note })
        : null,
    consistency: (fromSize) => {
      if (!Number.isInteger(fromSize) || fromSize < 0 || fromSize > size) throw noSize(fromSize, size)
      return tree.consistencyProof(fromSize, size)
    },
    leaves: (from, count) => shelf.entriesFrom(from, Math.min(count, Math.max(0, size - from))),
  }
}

const unsigned = (): ServiceError =>
  new ServiceError('ARCHIVE_UNAVAILABLE', {
    sv: 'Loggens underskrift går inte att läsa just nu. Försök igen om en stund.',
    en: 'The signature of the log cannot be read right now. Try again in a while.',
  })

const noSize = (asked: number, size: number): ServiceError =>
  new ServiceError('BAD_INPUT', {
    sv: `Loggen har ${size} rader, så den kan inte ha börjat med ${asked}. Ange en längd från en tidigare kontrollpunkt.`,
    en: `The log has ${size} entries, so it cannot have begun with ${asked}. Give the size of an earlier checkpoint.`,
  })
