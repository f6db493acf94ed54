import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { canonicalBytes } from '../../src/archive/pure/canonical.js'
import { ServiceError } from '../../src/errors.js'

test('the example of RFC 8785 section 3.2.2 is written as section 3.2.3 says', () => {
  const value = {
    // oxlint-disable-next-line no-loss-of-precision -- the RFC's own example
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  }
  expect(canonicalBytes(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('keys are sorted by UTF-16 code units, as RFC 8785 section 3.2.3 says', () => {
  const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
  // Hebrew dagesh (U+FB33) is the one key of the RFC's example that NFC spells with two characters.
  const sorted = ['\r', '1', '\u0080', '\u00f6', '\u05d3\u05bc', '\u20ac', '\ud83d\ude00']
  const written = canonicalBytes(Object.fromEntries(keys.map((key) => [key, 0])))
  expect(Object.keys(JSON.parse(written) as object).sort()).toEqual([...sorted].sort())
  expect(written).toBe(
    `{${[...sorted]
      .sort()
      .map((key) => `${JSON.stringify(key)}:0`)
      .join(',')}}`,
  )
})

test('two spellings of one text give the same bytes, in keys too', () => {
  expect(canonicalBytes({ 'la\u0308n': 'O\u0308rebro' })).toBe(canonicalBytes({ län: 'Örebro' }))
})

test.each([
  ['undefined', undefined, ''],
  ['an undefined field', { a: { b: undefined } }, 'a.b'],
  ['a hole in a list', { a: Array.from({ length: 1 }).concat(Array(1)) }, 'a.0'],
  ['NaN', [Number.NaN], '0'],
  ['infinity', [Number.POSITIVE_INFINITY], '0'],
  ['half a character', { a: 'x\ud83d' }, 'a'],
  ['half a character in a key', { '\ude00': 1 }, '\ude00'],
  ['a Date', { at: new Date(0) }, 'at'],
  ['a Map', { at: new Map() }, 'at'],
  ['a big integer', { n: 1n }, 'n'],
  ['a function', { f: () => 1 }, 'f'],
])('%s is refused by its place', (_what, value, place) => {
  const refusal = refusalOf(value)
  expect(refusal.code).toBe('BAD_INPUT')
  expect(refusal.fields).toEqual([place])
})

test('two keys that NFC makes equal are refused rather than one lost', () => {
  expect(refusalOf({ 'a\u0308': 1, ä: 2 }).code).toBe('BAD_INPUT')
})

test('a value that contains itself is refused', () => {
  const value: { self?: unknown } = {}
  value.self = value
  expect(refusalOf(value).code).toBe('BAD_INPUT')
})

test('reading and writing anew gives the same bytes, and the order of keys does not matter', () =>
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const bytes = canonicalBytes(value)
      expect(canonicalBytes(JSON.parse(bytes))).toBe(bytes)
      expect(canonicalBytes(reversed(value))).toBe(bytes)
    }),
  ))

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, field]) => [key, reversed(field)]),
  )
}

function refusalOf(value: unknown): ServiceError {
  try {
    canonicalBytes(value)
  } catch (error) {
    if (error instanceof ServiceError) return error
    throw error
  }
  throw new Error('was not refused')
}
