import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createPeaks, EMPTY_ROOT, isConsistent, isIncluded, leafHashOf } from '../../src/archive/pure/merkle.js'
import { createTree } from '../../src/archive/pure/tree.js'

// The test tree of certificate-transparency (merkletree/merkle_tree_test.cc), used by every implementation of RFC 6962.
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const vector = inputs.map((hex) => leafHashOf(Buffer.from(hex, 'hex')))
const inclusionProof = (of: readonly Buffer[], index: number): Buffer[] => createTree(of).inclusionProof(index)
const consistencyProof = (of: readonly Buffer[], old: number): Buffer[] => createTree(of).consistencyProof(old)
const merkleRoot = (of: readonly Buffer[]): Buffer => {
  const peaks = createPeaks()
  for (const leaf of of) peaks.append(leaf)
  return peaks.root()
}
const hexOf = (hashes: readonly Buffer[]): string[] => hashes.map((one) => one.toString('hex'))

test('the roots of the certificate-transparency test tree come out, the empty one too', () => {
  expect(hexOf(roots.map((_, size) => merkleRoot(vector.slice(0, size))))).toEqual(roots)
  expect(EMPTY_ROOT.toString('hex')).toBe(roots[0])
})

// The same source: paths (leaf 0 of 8) and proofs (6 to 8).
test('its published proofs come out', () => {
  expect(hexOf(inclusionProof(vector, 0))).toEqual([
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ])
  expect(hexOf(consistencyProof(vector, 6))).toEqual([
    '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ])
})

const leaves = Array.from({ length: 64 }, (_, index) => leafHashOf(Buffer.from(`leaf ${index}`)))
/** The root straight from the definition in RFC 6962, section 2.1: slow, and written without looking at the other. */
function definedRoot(part: readonly Buffer[]): Buffer {
  if (part.length === 0) return createHash('sha256').digest()
  if (part.length === 1) return part[0]!
  const half = 2 ** Math.floor(Math.log2(part.length - 1))
  const sides = [definedRoot(part.slice(0, half)), definedRoot(part.slice(half))]
  return createHash('sha256').update('\x01').update(Buffer.concat(sides)).digest()
}
const sizes = Array.from({ length: 65 }, (_, size) => size)
const rootAt = sizes.map((size) => merkleRoot(leaves.slice(0, size)))

test('the one-pass root is the root that the RFC defines, for sizes 0 to 64', () => {
  expect(hexOf(rootAt)).toEqual(hexOf(sizes.map((size) => definedRoot(leaves.slice(0, size)))))
})

test('a tree knows its root at every earlier size', () => {
  const tree = createTree(leaves)
  expect(hexOf(sizes.map((size) => tree.root(size)))).toEqual(hexOf(rootAt))
})

test('peaks go on from where they were kept, and no other number of them is taken', () => {
  for (const size of sizes) {
    const kept = createPeaks()
    for (const leaf of leaves.slice(0, size)) kept.append(leaf)
    const later = createPeaks({ size, hashes: [...kept.hashes()] })
    for (const leaf of leaves.slice(size)) later.append(leaf)
    expect(later.root()).toEqual(rootAt[64])
    expect(() => createPeaks({ size, hashes: [...kept.hashes(), EMPTY_ROOT] })).toThrow(RangeError)
  }
})

test('every leaf of every size proves that it is in, at its place and at no other', () => {
  for (const size of sizes) {
    for (let index = 0; index < size; index += 1) {
      const proof = inclusionProof(leaves.slice(0, size), index)
      const claim = { leaf: leaves[index]!, index, size, root: rootAt[size]! }
      expect(isIncluded(claim, proof)).toBe(true)
      expect(isIncluded({ ...claim, index: (index + 1) % size }, proof)).toBe(size === 1)
      expect(isIncluded({ ...claim, leaf: EMPTY_ROOT }, proof)).toBe(false)
      expect(isIncluded({ ...claim, root: EMPTY_ROOT }, proof)).toBe(false)
      expect(isIncluded(claim, [...proof, EMPTY_ROOT])).toBe(false)
      if (proof.length > 0) expect(isIncluded(claim, proof.slice(1))).toBe(false)
    }
  }
})

test('every size proves that it continues every earlier one, and no other past', () => {
  for (const size of sizes) {
    for (let old = 0; old <= size; old += 1) {
      const proof = consistencyProof(leaves.slice(0, size), old)
      const [older, newer] = [
        { size: old, root: rootAt[old]! },
        { size, root: rootAt[size]! },
      ]
      expect(isConsistent(older, newer, proof)).toBe(true)
      expect(isConsistent(older, newer, [...proof, EMPTY_ROOT])).toBe(false)
      expect(isConsistent({ ...older, root: vector[1]! }, newer, proof)).toBe(false)
      if (old === 0) continue
      expect(isConsistent(older, { ...newer, root: vector[1]! }, proof)).toBe(false)
      if (proof.length > 0) expect(isConsistent(older, newer, proof.slice(1))).toBe(false)
    }
  }
})

test('a flipped bit anywhere in a proof is noticed', () =>
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 64 }), fc.nat(), fc.nat(), fc.nat(), (size, a, b, bit) => {
      const tree = leaves.slice(0, size)
      const flip = (proof: Buffer[]): Buffer[] => {
        const bytes = Buffer.concat(proof)
        const at = bit % (bytes.length * 8)
        bytes[at >> 3]! ^= 1 << (at & 7)
        return proof.map((_, index) => bytes.subarray(index * 32, index * 32 + 32))
      }
      const index = a % size
      const claim = { leaf: tree[index]!, index, size, root: rootAt[size]! }
      expect(isIncluded(claim, flip(inclusionProof(tree, index)))).toBe(false)
      const old = 1 + (b % (size - 1))
      const older = { size: old, root: rootAt[old]! }
      expect(isConsistent(older, { size, root: rootAt[size]! }, flip(consistencyProof(tree, old)))).toBe(false)
    }),
  ))

test('places and sizes that do not exist are refused', () => {
  expect(() => inclusionProof(leaves, 64)).toThrow(RangeError)
  expect(() => inclusionProof([], 0)).toThrow(RangeError)
  expect(() => consistencyProof(leaves, 65)).toThrow(RangeError)
  expect(isIncluded({ leaf: leaves[0]!, index: 0, size: 0, root: EMPTY_ROOT }, [])).toBe(false)
  expect(isIncluded({ leaf: leaves[0]!, index: 0.5, size: 1, root: leaves[0]! }, [])).toBe(false)
  expect(isConsistent({ size: 2, root: rootAt[2]! }, { size: 1, root: rootAt[1]! }, [])).toBe(false)
})
