import { expect, test } from '@jest/globals'
import { resolveOn } from '../../src/archive/pure/inForce.js'
import type { EditionValidity } from '../../src/archive/pure/validity.js'
import type { Entry } from '../../src/archive/pure/model.js'
import { standingAt } from '../../src/archive/pure/resolve.js'
import { entry } from './entries.js'

// Västernorrland's strategy against violence in close relationships: what it would have looked like had the archive
// been there from the start. Asked for each day (validAt) as known at each moment (knownAt).
const validity: Record<string, EditionValidity> = {
  first: {
    id: 'first',
    number: 1,
    label: '2014–2016',
    validFrom: '2014-01-01',
    validUntil: '2017-01-01',
    repealedFrom: null,
    supersedes: [],
  },
  second: {
    id: 'second',
    number: 2,
    label: '2018–2021',
    validFrom: '2018-01-01',
    validUntil: '2022-01-01',
    repealedFrom: null,
    supersedes: ['first'],
  },
  third: {
    id: 'third',
    number: 3,
    label: '2022–2024',
    validFrom: '2022-03',
    validUntil: '2025-01-01',
    repealedFrom: null,
    supersedes: ['second'],
  },
}
const act = (seq: number, edition: string, placedAt: string, change: Partial<Entry['record']> = {}): Entry =>
  entry({
    seq,
    placedAt,
    record: { document: { id: edition, kind: 'edition', owner: 'vasternorrland', audience: [] }, ...change },
  })

const recorded = [
  act(0, 'first', '2013-12-10T09:00:00.000Z'),
  act(1, 'second', '2017-12-20T09:00:00.000Z'),
  act(2, 'third', '2022-03-15T09:00:00.000Z'),
]
const days = [
  '2013-06-01',
  '2015-06-01',
  '2017-06-01',
  '2019-06-01',
  '2022-02-01',
  '2022-03-20',
  '2023-06-01',
  '2025-06-01',
]
const moments = ['2013-01-01', '2014-06-01', '2018-06-01', '2023-01-01', '2026-11-24'].map(
  (day) => `${day}T12:00:00.000Z`,
)

const knownEditions = (entries: readonly Entry[], knownAt: string): EditionValidity[] =>
  Object.keys(validity).flatMap((id) => {
    const standing = standingAt(
      entries.filter((one) => one.record.document.id === id),
      knownAt,
    )
    return standing ? [validity[id]!] : []
  })

const ask = (entries: readonly Entry[], validAt: string, knownAt: string): string => {
  const { state, editions, certainty } = resolveOn(knownEditions(entries, knownAt), validAt)
  return [state, ...editions.map(({ number }) => number), ...(certainty === 'POSSIBLE' ? ['?'] : [])].join(' ')
}

const grid = [
  //              2013              2014            2018            2023            2026
  /* 2013-06 */ ['NOT_KNOWN_YET', 'BEFORE_FIRST', 'BEFORE_FIRST', 'BEFORE_FIRST', 'BEFORE_FIRST'],
  /* 2015-06 */ ['NOT_KNOWN_YET', 'IN_FORCE 1', 'IN_FORCE 1', 'IN_FORCE 1', 'IN_FORCE 1'],
  /* 2017-06 */ ['NOT_KNOWN_YET', 'AFTER_LAST', 'GAP', 'GAP', 'GAP'],
  /* 2019-06 */ ['NOT_KNOWN_YET', 'AFTER_LAST', 'IN_FORCE 2', 'IN_FORCE 2', 'IN_FORCE 2'],
  /* 2022-02 */ ['NOT_KNOWN_YET', 'AFTER_LAST', 'AFTER_LAST', 'GAP', 'GAP'],
  /* 2022-03 */ ['NOT_KNOWN_YET', 'AFTER_LAST', 'AFTER_LAST', 'IN_FORCE 3 ?', 'IN_FORCE 3 ?'],
  /* 2023-06 */ ['NOT_KNOWN_YET', 'AFTER_LAST', 'AFTER_LAST', 'IN_FORCE 3', 'IN_FORCE 3'],
  /* 2025-06 */ ['NOT_KNOWN_YET', 'AFTER_LAST', 'AFTER_LAST', 'AFTER_LAST', 'AFTER_LAST'],
]

test.each(days.map((day, row) => [day, grid[row]!] as const))(
  'asked for %s, the answer as known at each moment',
  (day, expected) => {
    expect(moments.map((moment) => ask(recorded, day, moment))).toEqual(expected)
  },
)

test('2017 is a gap today with its neighbours, and never quietly the edition that had expired', () => {
  const { state, previous, next, explanation } = resolveOn(knownEditions(recorded, moments[4]!), '2017-06-01')
  expect([state, previous?.id, next?.id]).toEqual(['GAP', 'first', 'second'])
  expect(explanation.sv).toBe(
    'Den 1 juni 2017 gäller ingen utgåva: utgåvan 2014–2016 gällde till och med 31 december 2016 och utgåvan 2018–2021 gäller från och med 1 januari 2018.',
  )
})

test('a withdrawn edition is still in force, and still supersedes', () => {
  const withdrawal = act(3, 'third', '2022-06-01T09:00:00.000Z', {
    action: 'WITHDRAW',
    withdrawal: { shownAs: 'gone', redirectTo: null },
  })
  expect(standingAt([recorded[2]!, withdrawal], moments[4]!)?.publication).toBe('WITHDRAWN')
  for (const [row, day] of days.entries())
    expect(moments.map((moment) => ask([...recorded, withdrawal], day, moment))).toEqual(grid[row])
})

test('a seal is seen at every moment at which the edition was known, and at none before', () => {
  const entries = [recorded[1]!, act(3, 'second', '2026-01-01T09:00:00.000Z', { action: 'SEAL', note: 'Fel adress' })]
  expect(moments.map((moment) => standingAt(entries, moment)?.publication)).toEqual([
    undefined,
    undefined,
    'SEALED',
    'SEALED',
    'SEALED',
  ])
  expect(moments.map((moment) => standingAt(entries, moment)?.content ?? null)).toEqual([null, null, null, null, null])
})

test('recorded today, an edition of 2014 is not known at any moment before today', () => {
  const imported = [act(0, 'first', '2026-11-24T09:00:00.000Z')]
  expect(moments.map((moment) => ask(imported, '2015-06-01', moment))).toEqual([
    'NOT_KNOWN_YET',
    'NOT_KNOWN_YET',
    'NOT_KNOWN_YET',
    'NOT_KNOWN_YET',
    'IN_FORCE 1',
  ])
})

test('an edition planned for an instant is unknown until then', () => {
  const planned = { ...act(3, 'third', '2022-02-01T09:00:00.000Z'), publicFrom: '2022-03-01T06:00:00.000Z' }
  const entries = [recorded[0]!, recorded[1]!, planned]
  expect(ask(entries, '2023-06-01', '2022-03-01T05:59:59.999Z')).toBe('AFTER_LAST')
  expect(ask(entries, '2023-06-01', '2022-03-01T06:00:00.000Z')).toBe('IN_FORCE 3')
})
