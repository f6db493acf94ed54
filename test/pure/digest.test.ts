import { expect, test } from '@jest/globals'
import { sha256, sha512 } from '../../src/archive/pure/digest.js'

// FIPS 180-2, appendices B.1 and C.1.
test('"abc" has the digests of FIPS 180-2', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha512('abc')).toBe(
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a' +
      '2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
  )
})

test('a string is hashed as its UTF-8 bytes', () => {
  expect(sha256('Ånge')).toBe(sha256(Buffer.from([0xc3, 0x85, 0x6e, 0x67, 0x65])))
  expect(sha512('Ånge')).toBe(sha512(Buffer.from([0xc3, 0x85, 0x6e, 0x67, 0x65])))
})
