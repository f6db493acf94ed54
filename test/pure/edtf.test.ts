import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  compareDates,
  coverage,
  earliest,
  earliestEnd,
  isBefore,
  isCrossed,
  isEdtfDate,
  latest,
  latestEnd,
  overlap,
  throughBefore,
  untilAfter,
} from '../../src/archive/pure/edtf.js'
import { ServiceError } from '../../src/errors.js'

test.each(['2018', '2018-06', '2018-06-01', '2016-02-29', '2000-02-29', '0001', '9999-12-31'])(
  '%s is a date',
  (text) => {
    expect(isEdtfDate(text)).toBe(true)
  },
)

test.each([
  ['', '0000', '18', '2018-6', '2018-00', '2018-13', '2018-06-00', '2018-06-31', '2017-02-29', '1900-02-29'],
  [
    '2018-06-01T00:00:00Z',
    '2018~',
    '2018?',
    '201X',
    '-2018',
    '2018-06-01 ',
    '2018\n',
    '2018/2019',
    '２０１８',
    '+12018',
  ],
])('%j and the like are not', (...texts) => {
  expect(texts.filter(isEdtfDate)).toEqual([])
})

test('a year and a month mean any of their days', () => {
  expect([earliest('2016'), latest('2016')]).toEqual(['2016-01-01', '2016-12-31'])
  expect([earliest('2016-02'), latest('2016-02')]).toEqual(['2016-02-01', '2016-02-29'])
  expect([earliest('2017-02-03'), latest('2017-02-03')]).toEqual(['2017-02-03', '2017-02-03'])
})

test.each([
  ['2016', '2017'],
  ['2016-12', '2017-01'],
  ['2016-06', '2016-07'],
  ['2021-12-31', '2022-01-01'],
  ['2016-02-28', '2016-02-29'],
  ['2100-02-28', '2100-03-01'],
])('"t.o.m. %s" ends, exclusively, at %s, and back', (through, until) => {
  expect(untilAfter(through)).toBe(until)
  expect(throughBefore(until)).toBe(through)
})

test('what is no date, or lies beyond those that can be written, is refused in words', () => {
  for (const attempt of [
    () => earliest('igår'),
    () => latest('2018-02-30'),
    () => untilAfter('9999'),
    () => throughBefore('0001-01-01'),
  ])
    expect(attempt).toThrow(ServiceError)
  expect(() => earliest('igår')).toThrow('"igår" är inget datum')
  expect(() => earliest('2017-02-30')).toThrow('2017-02-30 finns inte i kalendern')
})

test('"t.o.m. 2016" may end after any day of 2016 and has ended when 2017 begins', () => {
  expect([earliestEnd('2017'), latestEnd('2017')]).toEqual(['2016-01-02', '2017-01-01'])
  expect([earliestEnd('2022-01-01'), latestEnd('2022-01-01')]).toEqual(['2022-01-01', '2022-01-01'])
  expect(earliestEnd(null) > '9999-12-31').toBe(true)
})

test('intervals that meet do not overlap, whatever their precision', () => {
  expect(overlap({ from: '2014-01-01', until: '2018-01-01' }, { from: '2018-01-01', until: null })).toBe('NONE')
  expect(overlap({ from: '2014', until: '2018' }, { from: '2018', until: null })).toBe('NONE')
  expect(overlap({ from: '2014-01-01', until: '2018-01-02' }, { from: '2018-01-01', until: null })).toBe('CERTAIN')
  expect(overlap({ from: '2014', until: '2018' }, { from: '2017-06-01', until: null })).toBe('POSSIBLE')
})

test.each([
  ['2017-12-31', 'NONE'],
  ['2018-01-01', 'CERTAIN'],
  ['2021-12-31', 'CERTAIN'],
  ['2022-01-01', 'NONE'],
])('from its first day up to but not including its end: on %s %s', (asked, chance) => {
  expect(coverage({ from: '2018-01-01', until: '2022-01-01' }, asked)).toBe(chance)
})

test('an interval that ends before it begins is crossed, one that may last a day is not', () => {
  expect(isCrossed({ from: '2018-01-01', until: '2018-01-01' })).toBe(true)
  expect(isCrossed({ from: '2018-01-01', until: '2018-01-02' })).toBe(false)
  expect(isCrossed({ from: '2018', until: '2018' })).toBe(true)
  expect(isCrossed({ from: '2018-06', until: '2019' })).toBe(false)
  expect(isCrossed({ from: '2018', until: null })).toBe(false)
})

test('an earlier day is certain, possible or none', () => {
  expect(isBefore('2017', '2018-01-01')).toBe('CERTAIN')
  expect(isBefore('2018', '2018-06-01')).toBe('POSSIBLE')
  expect(isBefore('2018-06-01', '2018-06-01')).toBe('NONE')
})

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const date = day.chain((exact) => fc.constantFrom(exact, exact.slice(0, 7), exact.slice(0, 4)))
const interval = fc.record({ from: date, until: fc.option(date) })

test('the exclusive end and the last day are two spellings of one thing', () =>
  fc.assert(
    fc.property(date, (through) => {
      expect(throughBefore(untilAfter(through))).toBe(through)
      expect(untilAfter(through)).toHaveLength(through.length)
      expect(latestEnd(untilAfter(through))).toBe(untilAfter(latest(through)))
      expect(earliestEnd(untilAfter(through))).toBe(untilAfter(earliest(through)))
    }),
  ))

test('what an uncertain interval says of a day holds for every choice of exact days', () =>
  fc.assert(
    fc.property(interval, day, fc.integer({ min: 0, max: 11 }), (uncertain, asked, choice) => {
      const exactly = (text: string): string =>
        text.length === 10
          ? text
          : text.length === 7
            ? `${text}-15`
            : `${text}-${String(choice + 1).padStart(2, '0')}-15`
      const until = uncertain.until === null ? null : untilAfter(exactly(throughBefore(uncertain.until)))
      const exact = coverage({ from: exactly(uncertain.from), until }, asked)
      const chance = coverage(uncertain, asked)
      expect(exact).not.toBe('POSSIBLE')
      if (chance !== 'POSSIBLE') expect(exact).toBe(chance)
    }),
    { numRuns: 1_000 },
  ))

test('a day is covered exactly when its own interval overlaps', () =>
  fc.assert(
    fc.property(interval, day, (one, asked) =>
      expect(coverage(one, asked)).toBe(overlap(one, { from: asked, until: untilAfter(asked) })),
    ),
  ))

test('overlap has no sides, and sorting has an order', () =>
  fc.assert(
    fc.property(interval, interval, (one, other) => {
      expect(overlap(one, other)).toBe(overlap(other, one))
      expect(compareDates(one.from, other.from)).toBe(-compareDates(other.from, one.from) + 0)
    }),
  ))
