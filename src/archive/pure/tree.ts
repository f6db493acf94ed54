import { EMPTY_ROOT, nodeHash } from './merkle.js'

/** A log's Merkle tree that grows leaf by leaf and proves its past from what it has kept, in logarithmic time. */
export interface Tree {
  size(): number
  append(leaf: Buffer): void
  /** The root as it was at `size`; now, when left out. 32 bytes. */
  root(size?: number): Buffer
  /**
   * Proof that the leaf at `index` is in the tree of `size`: the sibling hashes from the leaf up to the root.
   *
   * @throws RangeError where there is no such leaf
   * @see RFC 6962, section 2.1.1 (PATH)
   */
  inclusionProof(index: number, size?: number): Buffer[]
  /**
   * Proof that the tree of `size` begins with the same leaves as that of `oldSize`: nothing was rewritten. Empty for
   * size 0 and for the same size, where there is nothing to prove.
   *
   * @throws RangeError where there is no such size
   * @see RFC 6962, section 2.1.2 (PROOF, SUBPROOF)
   */
  consistencyProof(oldSize: number, size?: number): Buffer[]
}

const HASH = 32

export function createTree(leaves: Iterable<Buffer> = []): Tree {
  // levels[n] holds the roots of all complete subtrees of 2^n leaves, from the left: 64 bytes for each leaf in all.
  const levels: Row[] = [createRow()]

  const append = (leaf: Buffer): void => {
    let hash = leaf
    for (let level = 0; ; level += 1) {
      const row = (levels[level] ??= createRow())
      row.push(hash)
      if (row.count() % 2 === 1) return
      hash = nodeHash(row.at(row.count() - 2), row.at(row.count() - 1))
    }
  }
  /** The root over the leaves from `start` to before `end`, where `start` is a place at which the RFC splits. */
  const rootOf = (start: number, end: number): Buffer => {
    const level = Math.log2(end - start)
    if (Number.isInteger(level)) return levels[level]!.at(start / 2 ** level)
    const middle = start + splitOf(end - start)
    return nodeHash(rootOf(start, middle), rootOf(middle, end))
  }
  const path = (index: number, start: number, end: number): Buffer[] => {
    if (end - start === 1) return []
    const middle = start + splitOf(end - start)
    return index < middle
      ? [...path(index, start, middle), rootOf(middle, end)]
      : [...path(index, middle, end), rootOf(start, middle)]
  }
  /** @param isWhole whether the old root, which the verifier has, is the root of these leaves' start */
  const subproof = (oldEnd: number, start: number, end: number, isWhole: boolean): Buffer[] => {
    if (oldEnd === end) return isWhole ? [] : [rootOf(start, end)]
    const middle = start + splitOf(end - start)
    return oldEnd <= middle
      ? [...subproof(oldEnd, start, middle, isWhole), rootOf(middle, end)]
      : [...subproof(oldEnd, middle, end, false), rootOf(start, middle)]
  }
  const size = (): number => levels[0]!.count()
  const known = (asked: number): number => {
    if (!Number.isInteger(asked) || asked < 0 || asked > size()) throw new RangeError(`no size ${asked}`)
    return asked
  }

  for (const leaf of leaves) append(leaf)
  return {
    size,
    append,
    root: (at = size()) => (known(at) === 0 ? EMPTY_ROOT : rootOf(0, at)),
    inclusionProof: (index, at = size()) => {
      if (!Number.isInteger(index) || index < 0 || index >= known(at)) throw new RangeError(`no leaf ${index}`)
      return path(index, 0, at)
    },
    consistencyProof: (oldSize, at = size()) => {
      if (!Number.isInteger(oldSize) || oldSize < 0 || oldSize > known(at)) throw new RangeError(`no size ${oldSize}`)
      return oldSize === 0 ? [] : subproof(oldSize, 0, at, true)
    },
  }
}

/** The largest power of two smaller than `size` (which is at least 2): where RFC 6962 splits a tree. */
function splitOf(size: number): number {
  let half = 1
  while (half * 2 < size) half *= 2
  return half
}

/** Hashes side by side in one piece of memory, which doubles when it is full. */
interface Row {
  count(): number
  push(hash: Buffer): void
  at(index: number): Buffer
}

function createRow(): Row {
  let bytes = Buffer.alloc(HASH * 16)
  let count = 0
  return {
    count: () => count,
    push: (hash) => {
      if ((count + 1) * HASH > bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length)])
      hash.copy(bytes, count * HASH)
      count += 1
    },
    at: (index) => bytes.subarray(index * HASH, (index + 1) * HASH),
  }
}
