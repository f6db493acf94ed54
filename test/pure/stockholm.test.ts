import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  formatEnglish,
  formatSwedish,
  instantInStockholm,
  startOfStockholmDay,
  stockholmDate,
} from '../../src/archive/pure/stockholm.js'

const HOUR = 3_600_000
const hoursOf = (day: string, next: string): number =>
  (Date.parse(startOfStockholmDay(next)) - Date.parse(startOfStockholmDay(day))) / HOUR

test.each([
  ['2016-12-31T22:59:59.999Z', '2016-12-31'],
  ['2016-12-31T23:00:00.000Z', '2017-01-01'],
  ['2026-06-30T21:59:59.999Z', '2026-06-30'],
  ['2026-06-30T22:00:00.000Z', '2026-07-01'],
])('%s is %s in Sweden', (instant, date) => {
  expect(stockholmDate(instant)).toBe(date)
})

test('a day begins at 23 UTC the day before in winter and at 22 in summer', () => {
  expect(startOfStockholmDay('2017-01-01')).toBe('2016-12-31T23:00:00.000Z')
  expect(startOfStockholmDay('2026-07-01')).toBe('2026-06-30T22:00:00.000Z')
})

test('the day of 23 hours and the one of 25 have their length', () => {
  expect(hoursOf('2026-03-29', '2026-03-30')).toBe(23)
  expect(hoursOf('2026-10-25', '2026-10-26')).toBe(25)
  expect(hoursOf('2026-03-30', '2026-03-31')).toBe(24)
})

test.each(['2026-03-29', '2026-10-25'])('at every hour of %s it is that day', (day) => {
  const start = Date.parse(startOfStockholmDay(day))
  const hours = Array.from({ length: day === '2026-03-29' ? 23 : 25 }, (_, hour) =>
    new Date(start + hour * HOUR).toISOString(),
  )
  expect(new Set(hours.map(stockholmDate))).toEqual(new Set([day]))
})

// Written out, since a formatter that disagrees with itself would agree with a test made from it.
test('dates are written as Swedes and Britons write them', () => {
  expect(['2017-06-01', '2017-06', '2017'].map(formatSwedish)).toEqual(['1 juni 2017', 'juni 2017', '2017'])
  expect(['2017-06-01', '2017-06', '2017'].map(formatEnglish)).toEqual(['1 June 2017', 'June 2017', '2017'])
  expect(formatSwedish('2016-12-31T23:05:00.000Z')).toBe('1 januari 2017 kl. 00.05')
  expect(formatEnglish('2026-07-01T12:05:00.000Z')).toBe('1 July 2026, 14:05')
})

test('what is neither date nor instant is refused', () => {
  expect(() => stockholmDate('igår')).toThrow(RangeError)
})

test('the start of a day is the first millisecond of that day, in every year from 1900 to 2100', () =>
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-02'), max: new Date('2100-12-31'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10)
      const start = startOfStockholmDay(day)
      expect(stockholmDate(start)).toBe(day)
      expect(stockholmDate(new Date(Date.parse(start) - 1).toISOString()) < day).toBe(true)
    }),
    { numRuns: 2_000 },
  ))

test('1945 and 1947, when the borrowed clock of Berlin ran three hours ahead, are no exception', () => {
  for (const day of ['1945-05-24', '1945-07-01', '1945-09-24', '1947-05-12', '1947-06-29']) {
    const start = startOfStockholmDay(day)
    expect(stockholmDate(start)).toBe(day)
    expect(stockholmDate(new Date(Date.parse(start) - 1).toISOString()) < day).toBe(true)
  }
})

test.each([
  ['2026-12-01T08:00', '2026-12-01T07:00:00.000Z'],
  ['2026-07-01T08:00', '2026-07-01T06:00:00.000Z'],
  ['2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
  ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['2027-01-01T00:00', '2026-12-31T23:00:00.000Z'],
])('what a clock in Sweden shows, %s, is %s', (local, instant) => {
  expect(instantInStockholm(local)).toBe(instant)
})
