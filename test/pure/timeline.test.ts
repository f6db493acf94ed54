import { expect, test } from '@jest/globals'
import type { EdtfDate } from '../../src/archive/pure/model.js'
import { timelineOf } from '../../src/http/readingRoom/document/timeline.js'

const edition = (id: string, validFrom: EdtfDate, validUntil: EdtfDate | null) => ({
  ...{ id, history: [], isSealed: false },
  validity: { ...{ id, number: 1, label: id, validFrom, validUntil }, repealedFrom: null, supersedes: [] },
})
const drawn = (...editions: ReturnType<typeof edition>[]) => timelineOf(editions, '2026-07-01')

test('what is decided for the time to come is drawn whole, and what applies until further notice a year ahead', () => {
  const { lanes, gaps, until } = drawn(
    edition('a', '2020-01-01', '2031-01-01'),
    edition('b', '2032-01-01', '2035-01-01'),
    edition('c', '2035-01-01', null),
  )
  expect(lanes.map(({ validity }) => validity?.certain)).toEqual([
    { from: '2020-01-01', until: '2031-01-01' },
    { from: '2032-01-01', until: '2035-01-01' },
    { from: '2035-01-01', until: '2036-12-31' },
  ])
  expect([gaps, until]).toEqual([[{ from: '2031-01-01', until: '2032-01-01' }], '2036-12-31'])
  expect(drawn(edition('a', '2020-01-01', null)).until).toBe('2027-12-31')
})

test('a slip of the hand by centuries does not squeeze everything else to a point', () => {
  expect(drawn(edition('a', '2020-01-01', '3020-01-01')).until).toBe('2056-12-31')
})
