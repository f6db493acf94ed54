import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checkpointText } from '../../src/archive/pure/checkpoint.js'
import { checkConsistency } from '../../src/archive/pure/consistency.js'
import { leafHashOf } from '../../src/archive/pure/merkle.js'
import { parseVerifier, signerOf, signNote, type Signer } from '../../src/archive/pure/note.js'
import { createTree } from '../../src/archive/pure/tree.js'

const signer = signerOf('test.example/log', Buffer.alloc(32, 1))
const later = signerOf('test.example/log', Buffer.alloc(32, 2))
const elsewhere = signerOf('another.example/log', Buffer.alloc(32, 3))
const verifierOf = ({ vkey }: Signer) => parseVerifier(vkey)!
const leaves = Array.from({ length: 40 }, (_, n) => leafHashOf(Buffer.from(String(n))))
const tree = createTree(leaves)

const checkpoint = (size: number, by = signer): string =>
  signNote(checkpointText({ origin: by.name, size, root: tree.root(size) }), [by])
const proofOf = (from: number, size: number): string =>
  tree
    .consistencyProof(from, size)
    .map((hash) => hash.toString('base64'))
    .join('\n')
const sizes = fc
  .tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)

test('a log continues each of its own earlier checkpoints', () =>
  fc.assert(
    fc.property(sizes, ([from, size]) => {
      const claim = { older: checkpoint(from), newer: checkpoint(size), proof: proofOf(from, size) }
      expect(checkConsistency(claim, [verifierOf(signer)])).toEqual({
        ...{ ok: true, origin: signer.name, fromSize: from, size },
      })
    }),
  ))

test('a log whose past was rewritten continues none that it was before', () =>
  fc.assert(
    fc.property(sizes, fc.nat(), ([from, size], pick) => {
      fc.pre(from > 0)
      const other = createTree(leaves.map((leaf, n) => (n === pick % from ? leafHashOf(leaf) : leaf)))
      const root = other.root(size)
      const newer = signNote(checkpointText({ origin: signer.name, size, root }), [signer])
      const proof = other.consistencyProof(from, size).map((hash) => hash.toString('base64'))
      const claim = { older: checkpoint(from), newer, proof: proof.join('\n') }
      expect(checkConsistency(claim, [verifierOf(signer)])).toEqual({ ok: false, why: 'REWRITTEN' })
    }),
  ))

test('across a change of keys both have to be named, and another log is none', () => {
  const claim = { older: checkpoint(7), newer: checkpoint(20, later), proof: proofOf(7, 20) }
  expect(checkConsistency(claim, [verifierOf(signer), verifierOf(later)])).toMatchObject({ ok: true })
  expect(checkConsistency(claim, [verifierOf(later)])).toEqual({ ok: false, why: 'UNSIGNED' })
  const foreign = { ...claim, newer: checkpoint(20, elsewhere) }
  expect(checkConsistency(foreign, [verifierOf(signer), verifierOf(elsewhere)])).toEqual({ ok: false, why: 'UNSIGNED' })
})

test('what is no list of hashes is no proof', () => {
  const claim = { older: checkpoint(7), newer: checkpoint(20), proof: 'hej' }
  expect(checkConsistency(claim, [verifierOf(signer)])).toEqual({ ok: false, why: 'MALFORMED' })
})
