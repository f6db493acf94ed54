import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { commitmentOf, leafBytes, leafHash, nextPlace } from '../../src/archive/pure/log.js'

const leaf = { seq: 7, placedAt: '2026-01-02T03:04:05.678Z', commitment: commitmentOf('{"a":1}') }

test('a leaf is written in exactly this form, for ever', () => {
  expect(leafBytes(leaf)).toBe(
    '{"commitment":"015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862","format":1,' +
      '"placedAt":"2026-01-02T03:04:05.678Z","seq":7}',
  )
})

test('a leaf hash is SHA-256 of a zero byte and the leaf', () => {
  expect(leafHash(leaf)).toBe(createHash('sha256').update('\0').update(leafBytes(leaf)).digest('hex'))
})

test('a changed number, instant or record gives another leaf', () => {
  const changed = [{ seq: 8 }, { placedAt: '2026-01-02T03:04:05.679Z' }, { commitment: commitmentOf('{"a":2}') }]
  const hashes = [{}, ...changed].map((change) => leafHash({ ...leaf, ...change }))
  expect(new Set(hashes).size).toBe(4)
})

test('the first place is number 0, at once public', () => {
  const now = '2026-01-02T03:04:05.678Z'
  expect(nextPlace({ now, last: null, plannedFor: null })).toEqual({ seq: 0, placedAt: now, publicFrom: now })
})

test('a clock that stands still or goes back does not turn the log back', () => {
  const last = { seq: 4, placedAt: '2026-01-02T03:04:05.678Z' }
  expect(nextPlace({ now: '2020-01-01T00:00:00.000Z', last, plannedFor: null })).toEqual({
    seq: 5,
    placedAt: '2026-01-02T03:04:05.679Z',
    publicFrom: '2026-01-02T03:04:05.679Z',
  })
})

test('a planned record is placed now and public later; a plan in the past is public now', () => {
  const now = '2026-01-02T03:04:05.678Z'
  const later = nextPlace({ now, last: null, plannedFor: '2026-05-01T06:00:00.000Z' })
  expect(later).toEqual({ seq: 0, placedAt: now, publicFrom: '2026-05-01T06:00:00.000Z' })
  expect(nextPlace({ now, last: null, plannedFor: '2025-05-01T06:00:00.000Z' }).publicFrom).toBe(now)
})

const someInstant = fc.date({ min: new Date('2013-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })

test('whatever the clock and the plans do, numbers have no gap, placedAt rises, nothing is public before its place', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(someInstant, fc.option(someInstant))), (moments) => {
      let last: ReturnType<typeof nextPlace> | null = null
      for (const [now, plan] of moments) {
        const place = nextPlace({ now: now.toISOString(), last, plannedFor: plan?.toISOString() ?? null })
        expect(place.seq).toBe(last ? last.seq + 1 : 0)
        if (last) expect(place.placedAt > last.placedAt).toBe(true)
        expect(place.publicFrom >= place.placedAt).toBe(true)
        last = place
      }
    }),
  ))
