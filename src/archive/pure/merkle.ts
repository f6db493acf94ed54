import { hash } from 'node:crypto'

/**
 * The Merkle tree of RFC 6962 (the same in RFC 9162): the hash that makes a log's whole past visible in 32 bytes.
 * Hashes are Buffers of 32 bytes, leaves are leaf hashes in log order. Sizes are counted without bit operations,
 * which in JavaScript stop at 2^31. What a verifier needs is here; proofs are made by tree.ts.
 */

const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

// The two prefixes keep an inner node from ever passing for a leaf (RFC 6962, section 2.1).
const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)

/** The root of an empty log: SHA-256 of nothing. */
export const EMPTY_ROOT = sha256(Buffer.alloc(0))

export const leafHashOf = (bytes: Uint8Array): Buffer => sha256(Buffer.concat([LEAF, bytes]))
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(Buffer.concat([NODE, left, right]))

/**
 * A growing log's root from very little: the roots of the perfect subtrees to the left ("peaks", one for each 1 in the
 * binary form of the size) are all that has to be remembered.
 */
export interface Peaks {
  size(): number
  append(leaf: Buffer): void
  /** 32 bytes; SHA-256 of nothing for an empty log. @see RFC 6962, section 2.1 */
  root(): Buffer
  /** From the left; with the size all that is needed to go on. */
  hashes(): readonly Buffer[]
}

/** @throws RangeError where the peaks are not those of a log of this size */
export function createPeaks(from: { size: number; hashes: readonly Buffer[] } = { size: 0, hashes: [] }): Peaks {
  let { size } = from
  const peaks = [...from.hashes]
  if (peaks.length !== onesIn(size)) throw new RangeError(`a log of ${size} has no ${peaks.length} peaks`)
  return {
    size: () => size,
    append: (leaf) => {
      let root = leaf
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) root = nodeHash(peaks.pop()!, root)
      peaks.push(root)
      size += 1
    },
    root: () => (peaks.length === 0 ? EMPTY_ROOT : peaks.reduceRight((right, left) => nodeHash(left, right))),
    hashes: () => peaks,
  }
}

const onesIn = (size: number): number => size.toString(2).replaceAll('0', '').length

/**
 * Whether `proof` shows that `leaf` is number `index` in the tree of `size` leaves with this root.
 *
 * @see RFC 9162, section 2.1.3.2
 */
export function isIncluded(
  claim: { leaf: Buffer; index: number; size: number; root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (!isSize(claim.index) || !isSize(claim.size) || claim.index >= claim.size) return false
  let node = claim.index
  let last = claim.size - 1
  let root = claim.leaf
  for (const sibling of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      root = nodeHash(sibling, root)
      // A last node without a right sibling rises unchanged until it is somebody's right child.
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else root = nodeHash(root, sibling)
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  return last === 0 && root.equals(claim.root)
}

/**
 * Whether `proof` shows that the newer tree begins with all of the older one.
 *
 * @see RFC 9162, section 2.1.4.2
 */
export function isConsistent(
  older: { size: number; root: Buffer },
  newer: { size: number; root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (!isSize(older.size) || !isSize(newer.size) || older.size > newer.size) return false
  if (older.size === newer.size) return proof.length === 0 && older.root.equals(newer.root)
  if (older.size === 0) return proof.length === 0 && older.root.equals(EMPTY_ROOT)
  // The root of a perfect old tree is a node of the new one: the prover leaves it out, since the verifier has it.
  const [first, ...rest] = Number.isInteger(Math.log2(older.size)) ? [older.root, ...proof] : proof
  if (!first) return false
  let [node, last] = [older.size - 1, newer.size - 1]
  while (node % 2 === 1) [node, last] = [(node - 1) / 2, Math.floor(last / 2)]
  let [oldRoot, newRoot] = [first, first]
  for (const sibling of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      oldRoot = nodeHash(sibling, oldRoot)
      newRoot = nodeHash(sibling, newRoot)
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else newRoot = nodeHash(newRoot, sibling)
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  return last === 0 && oldRoot.equals(older.root) && newRoot.equals(newer.root)
}

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
