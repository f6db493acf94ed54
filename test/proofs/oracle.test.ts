import { expect, test } from '@jest/globals'
import { RFC9162 } from '@transmute/rfc9162'
import { createPeaks, isConsistent, isIncluded, leafHashOf } from '../../src/archive/pure/merkle.js'
import { createTree } from '../../src/archive/pure/tree.js'

// Somebody else's implementation of RFC 9162, as an oracle for ours.
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const inputs = Array.from({ length: 300 }, (_, index) => Buffer.from(`entry ${index}`))
const leaves = inputs.map(leafHashOf)

test('roots of logs of 0 to 300 entries are those of an independent implementation', async () => {
  const peaks = createPeaks()
  const tree = createTree()
  for (let size = 0; size <= inputs.length; size += 1) {
    const root = hex(await RFC9162.treeHead(inputs.slice(0, size)))
    expect([size, hex(peaks.root()), hex(tree.root())]).toEqual([size, root, root])
    if (size < leaves.length) for (const log of [peaks, tree]) log.append(leaves[size]!)
  }
})

test('it accepts our proofs and we accept its, for every size up to 300', async () => {
  const tree = createTree(leaves)
  for (let size = 1; size <= inputs.length; size += 1) {
    const index = (size * 7) % size
    const entries = inputs.slice(0, size)
    const root = tree.root(size)
    const theirs = await RFC9162.inclusionProof(entries[index]!, entries)
    expect(theirs.inclusion_path.map(hex)).toEqual(tree.inclusionProof(index, size).map(hex))
    const proof = theirs.inclusion_path.map((hash) => Buffer.from(hash))
    expect(isIncluded({ leaf: leaves[index]!, index, size, root }, proof)).toBe(true)
    const ours = {
      log_id: '',
      tree_size: size,
      leaf_index: index,
      inclusion_path: tree.inclusionProof(index, size),
    }
    expect(await RFC9162.verifyInclusionProof(root, leaves[index]!, ours)).toBe(true)
  }
})

// It names the old root in the proof where that is a node of the new tree, which the RFC leaves out: the verifier has it.
test('our proofs of consistency are its own', async () => {
  const tree = createTree(leaves)
  for (let size = 2; size <= inputs.length; size += 13) {
    const entries = inputs.slice(0, size)
    for (let old = 1; old < size; old += 5) {
      const before = await RFC9162.inclusionProof(inputs[0]!, inputs.slice(0, old))
      const theirs = await RFC9162.consistencyProof(before, entries)
      const [oldRoot, root] = [tree.root(old), tree.root(size)]
      const ours = tree.consistencyProof(old, size)
      const path = Number.isInteger(Math.log2(old)) ? [oldRoot, ...ours] : ours
      expect(theirs.consistency_path.map(hex)).toEqual(path.map(hex))
      expect(await RFC9162.verifyConsistencyProof(oldRoot, root, { ...theirs, consistency_path: path })).toBe(true)
      expect(isConsistent({ size: old, root: oldRoot }, { size, root }, ours)).toBe(true)
    }
  }
})
