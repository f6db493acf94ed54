import { randomBytes } from 'node:crypto'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checkpointText, parseCheckpoint } from '../../src/archive/pure/checkpoint.js'
import { EMPTY_ROOT, leafHashOf } from '../../src/archive/pure/merkle.js'
import { openNote, parseSigner, parseVerifier, signerOf, signerText, signNote } from '../../src/archive/pure/note.js'
import { checkReceipt, parseReceipt, receiptText } from '../../src/archive/pure/receipt.js'
import { createTree } from '../../src/archive/pure/tree.js'

// The keys of the example in golang.org/x/mod/sumdb/note.
const skey = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const note =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n" +
  '\n' +
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'

const signer = signerOf('example.se/log', Buffer.alloc(32, 7))
const verifier = parseVerifier(signer.vkey)!
const tree = createTree(Array.from({ length: 9 }, (_, index) => leafHashOf(Buffer.from(`leaf ${index}`))))
const leafAt = (index: number): Buffer => leafHashOf(Buffer.from(`leaf ${index}`))
const checkpoint = { origin: signer.name, size: 9, root: tree.root() }
const signed = signNote(checkpointText(checkpoint), [signer])

test('keys and notes are those of Go’s note package', () => {
  const known = parseSigner(skey)!
  expect(known.vkey).toBe(vkey)
  expect(signerText(known)).toBe(skey)
  const text = openNote(note, [parseVerifier(vkey)!])
  expect(text).toMatch(/^If you think cryptography/)
  expect(signNote(text!, [known])).toBe(note)
})

test('a note that is not signed by a known key, or falsely, is not opened', () => {
  expect(openNote(signed, [verifier])).toBe(checkpointText(checkpoint))
  expect(openNote(signed, [parseVerifier(vkey)!])).toBeUndefined()
  expect(openNote(signed.replace('\n9\n', '\n8\n'), [verifier])).toBeUndefined()
  expect(openNote(`${signed}— x\n`, [verifier])).toBeUndefined()
  expect(openNote(checkpointText(checkpoint), [verifier])).toBeUndefined()
  const both = signNote(checkpointText(checkpoint), [signer, parseSigner(skey)!])
  expect(openNote(both, [verifier])).toBeDefined()
  expect(openNote(both, [parseVerifier(vkey)!])).toBeDefined()
})

test('a key whose hash is another’s, or that is damaged, is no key', () => {
  expect(parseVerifier(vkey.replace('c74f20a3', 'c74f20a4'))).toBeUndefined()
  expect(parseVerifier(vkey.slice(0, -4))).toBeUndefined()
  expect(parseVerifier('')).toBeUndefined()
  expect(parseSigner(skey.replace('c74f20a3', 'c74f20a4'))).toBeUndefined()
  expect(parseSigner(skey.slice(0, -4))).toBeUndefined()
  expect(() => signerOf('two words', randomBytes(32))).toThrow(RangeError)
  expect(() => signerOf('a+b', randomBytes(32))).toThrow(RangeError)
})

test('a checkpoint is read back, and nothing else is a checkpoint', () => {
  expect(parseCheckpoint(checkpointText(checkpoint))).toEqual(checkpoint)
  expect(parseCheckpoint(checkpointText({ origin: 'x', size: 0, root: EMPTY_ROOT }))).toMatchObject({ size: 0 })
  for (const wrong of ['', 'x\n1\n', `x\n01\n${EMPTY_ROOT.toString('base64')}\n`, 'x\n1\nAAAA\n'])
    expect(parseCheckpoint(wrong)).toBeUndefined()
})

test('a receipt shows that its leaf is in the log, and no other leaf, log or size', () => {
  const receipt = receiptText({ index: 4, proof: tree.inclusionProof(4), checkpoint: signed })
  expect(receipt.split('\n').slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 4'])
  expect(receipt.endsWith(`\n\n${signed}`)).toBe(true)
  expect(checkReceipt(receipt, leafAt(4), [verifier])).toEqual({ ok: true, origin: signer.name, index: 4, size: 9 })
  expect(checkReceipt(receipt, leafAt(5), [verifier])).toEqual({ ok: false, why: 'OTHER_LEAF' })
  expect(checkReceipt(receipt.replace('index 4', 'index 5'), leafAt(4), [verifier])).toEqual({
    ok: false,
    why: 'OTHER_LEAF',
  })
  expect(checkReceipt(receipt, leafAt(4), [parseVerifier(vkey)!])).toEqual({ ok: false, why: 'UNSIGNED' })
  expect(checkReceipt('nonsense', leafAt(4), [verifier])).toEqual({ ok: false, why: 'MALFORMED' })
})

test('whatever is changed in a receipt, it is not taken for one of that leaf', () => {
  const receipt = receiptText({ index: 4, proof: tree.inclusionProof(4), checkpoint: signed })
  fc.assert(
    fc.property(fc.nat({ max: receipt.length - 1 }), fc.integer({ min: 33, max: 126 }), (at, code) => {
      const changed = receipt.slice(0, at) + String.fromCharCode(code) + receipt.slice(at + 1)
      // Base64 has spare bits at its end: what decodes to the same receipt is the same receipt.
      fc.pre(changed !== receipt && !isSame(changed, receipt))
      expect(checkReceipt(changed, leafAt(4), [verifier]).ok).toBe(false)
    }),
    { numRuns: 500 },
  )
})

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [parseReceipt(one), parseReceipt(other)]
  return JSON.stringify(a?.proof) === JSON.stringify(b?.proof) && a?.index === b?.index && sameNote(a?.checkpoint)
}
const sameNote = (text: string | undefined): boolean =>
  text !== undefined && signed.slice(0, -4) === text.slice(0, -4) && openNote(text, [verifier]) !== undefined
