import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Entry, RecordAction } from '../../src/archive/pure/model.js'
import { plansAfter, sealOver, standingAt, visibleAt } from '../../src/archive/pure/resolve.js'
import { entry } from './entries.js'

const first = entry({ seq: 0, placedAt: '2026-01-01T08:00:00.000Z' })
const second = entry({ seq: 1, placedAt: '2026-02-01T08:00:00.000Z' })
const at = (entries: readonly Entry[], instant: string): string => {
  const standing = standingAt(entries, instant)
  return standing ? `${standing.publication} ${standing.content?.record.id ?? 'tombstone'}` : 'nothing'
}

test('nothing is public a millisecond before it is, and the newest counts from its own instant on', () => {
  expect(at([first, second], '2026-01-01T07:59:59.999Z')).toBe('nothing')
  expect(at([first, second], '2026-01-01T08:00:00.000Z')).toBe('PUBLIC record-0')
  expect(at([first, second], '2026-02-01T07:59:59.999Z')).toBe('PUBLIC record-0')
  expect(at([first, second], '2026-02-01T08:00:00.000Z')).toBe('PUBLIC record-1')
  expect(standingAt([first, second], '2026-03-01T00:00:00.000Z')).toMatchObject({
    firstPublicFrom: first.publicFrom,
    publicFrom: second.publicFrom,
  })
})

describe('a withdrawal', () => {
  const withdraw = (shownAs: 'explained' | 'gone'): Entry =>
    entry({
      seq: 2,
      placedAt: '2026-03-01T08:00:00.000Z',
      record: { action: 'WITHDRAW', withdrawal: { shownAs, redirectTo: null } },
    })

  test('leaves every past moment as it was', () => {
    const entries = [first, second, withdraw('explained')]
    expect(at(entries, '2026-02-15T00:00:00.000Z')).toBe('PUBLIC record-1')
    expect(at(entries, '2026-03-01T08:00:00.000Z')).toBe('WITHDRAWN record-1')
  })

  test('that says gone shows nothing from then on', () => {
    const entries = [first, second, withdraw('gone')]
    expect(at(entries, '2026-02-15T00:00:00.000Z')).toBe('PUBLIC record-1')
    expect(at(entries, '2026-03-01T08:00:00.000Z')).toBe('WITHDRAWN tombstone')
  })

  test('is over when the document is published again', () => {
    const again = entry({ seq: 3, placedAt: '2026-04-01T08:00:00.000Z' })
    expect(at([first, second, withdraw('gone'), again], '2026-04-01T08:00:00.000Z')).toBe('PUBLIC record-3')
  })
})

describe.each<RecordAction>(['SEAL', 'DISPOSE'])('a %s', (action) => {
  const seal = entry({ seq: 2, placedAt: '2026-03-01T08:00:00.000Z', record: { action } })

  test('puts a tombstone in the place of every earlier moment, and of none before the first', () => {
    const entries = [first, second, seal]
    for (const instant of [first.publicFrom, second.publicFrom, seal.publicFrom, '2027-01-01T00:00:00.000Z'])
      expect(at(entries, instant)).toBe('SEALED tombstone')
    expect(at(entries, '2025-12-31T00:00:00.000Z')).toBe('nothing')
    expect(entries.map((one) => sealOver(entries, one))).toEqual([seal, seal, seal])
  })

  test('does not cover what is published after it', () => {
    const after = entry({ seq: 3, placedAt: '2026-04-01T08:00:00.000Z' })
    const entries = [first, second, seal, after]
    expect(at(entries, '2026-03-31T00:00:00.000Z')).toBe('SEALED tombstone')
    expect(at(entries, '2026-04-01T08:00:00.000Z')).toBe('PUBLIC record-3')
    expect(sealOver(entries, after)).toBeUndefined()
  })

  describe('on a document with a plan', () => {
    const plan = entry({ seq: 1, placedAt: '2026-02-01T08:00:00.000Z', publicFrom: '2026-06-01T08:00:00.000Z' })

    test('covers it', () => {
      expect(at([first, plan, seal], '2026-06-01T08:00:00.000Z')).toBe('SEALED tombstone')
      expect(plansAfter([first, plan, seal], '2026-04-01T08:00:00.000Z')).toEqual([])
    })

    test('stops it for good: it takes the place of nothing that is published or planned later', () => {
      const entries = [first, plan, seal, entry({ seq: 3, placedAt: '2026-04-01T08:00:00.000Z' })]
      expect(at(entries, '2026-06-01T08:00:00.000Z')).toBe('PUBLIC record-3')
      expect(visibleAt(entries, '2026-06-01T08:00:00.000Z')).not.toContain(plan)
      expect(at([plan, seal], '2026-06-01T08:00:00.000Z')).toBe('nothing')
    })

    test('that has taken effect puts a tombstone in its place', () => {
      const late = { ...seal, placedAt: '2026-06-01T08:00:00.000Z', publicFrom: '2026-06-01T08:00:00.000Z' }
      expect(at([plan, late], '2026-06-01T08:00:00.000Z')).toBe('SEALED tombstone')
      expect(visibleAt([plan, late], '2026-06-01T08:00:00.000Z')).toEqual([plan, late])
    })
  })
})

describe('a planned record', () => {
  const plan = entry({ seq: 1, placedAt: '2026-02-01T08:00:00.000Z', publicFrom: '2026-06-01T06:00:00.000Z' })
  const cancelAt = (placedAt: string): Entry =>
    entry({ seq: 2, placedAt, record: { action: 'CANCEL', cancels: plan.record.id } })

  test('is invisible until its instant, and takes effect by itself', () => {
    expect(visibleAt([first, plan], '2026-06-01T05:59:59.999Z')).toEqual([first])
    expect(at([first, plan], '2026-06-01T05:59:59.999Z')).toBe('PUBLIC record-0')
    expect(at([first, plan], '2026-06-01T06:00:00.000Z')).toBe('PUBLIC record-1')
    expect(at([plan], '2026-06-01T05:59:59.999Z')).toBe('nothing')
  })

  test('counts over what was published in the meantime, although its number is lower', () => {
    const meanwhile = entry({ seq: 2, placedAt: '2026-03-01T08:00:00.000Z' })
    expect(at([first, plan, meanwhile], '2026-05-01T00:00:00.000Z')).toBe('PUBLIC record-2')
    expect(at([first, plan, meanwhile], '2026-06-01T06:00:00.000Z')).toBe('PUBLIC record-1')
  })

  test('that was cancelled never happened, and neither did the cancelling', () => {
    const entries = [first, plan, cancelAt('2026-03-01T08:00:00.000Z')]
    expect(visibleAt(entries, '2027-01-01T00:00:00.000Z')).toEqual([first])
    expect(at(entries, '2026-06-01T06:00:00.000Z')).toBe('PUBLIC record-0')
  })

  test('cannot be cancelled any more once it is public', () => {
    expect(at([first, plan, cancelAt('2026-06-01T06:00:00.000Z')], '2027-01-01T00:00:00.000Z')).toBe('PUBLIC record-1')
    expect(at([first, plan, cancelAt('2026-06-01T05:59:59.999Z')], '2027-01-01T00:00:00.000Z')).toBe('PUBLIC record-0')
  })
})

const START = Date.parse('2026-01-01T00:00:00.000Z')
const instantOf = (minutes: number): string => new Date(START + minutes * 60_000).toISOString()

interface Step {
  action: RecordAction
  pause: number
  ahead: number
  cancels: number
  isGone: boolean
}
const step: fc.Arbitrary<Step> = fc.record({
  action: fc.constantFrom<RecordAction>('PUBLISH', 'PUBLISH', 'PUBLISH', 'WITHDRAW', 'SEAL', 'CANCEL', 'DISPOSE'),
  pause: fc.integer({ min: 1, max: 10 }),
  ahead: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })),
  cancels: fc.nat({ max: 8 }),
  isGone: fc.boolean(),
})

/** A log of one document, as the sequencer would have placed it. */
function logOf(steps: readonly Step[]): Entry[] {
  let minutes = 0
  return steps.map(({ action, pause, ahead, cancels, isGone }, seq) => {
    minutes += pause
    return entry({
      seq,
      placedAt: instantOf(minutes),
      publicFrom: instantOf(minutes + (action === 'PUBLISH' ? ahead : 0)),
      record: {
        action,
        cancels: action === 'CANCEL' ? `record-${cancels}` : null,
        withdrawal: action === 'WITHDRAW' ? { shownAs: isGone ? 'gone' : 'explained', redirectTo: null } : null,
      },
    })
  })
}
const log = fc.array(step, { maxLength: 12 }).map(logOf)
const isTombstone = ({ record }: Entry): boolean => record.action === 'SEAL' || record.action === 'DISPOSE'

test('what is placed later changes no past answer, but for a tombstone in the place of its content', () =>
  fc.assert(
    fc.property(log, fc.nat(12), fc.nat(200), (entries, length, minutes) => {
      const before = entries.slice(0, length)
      const next = entries[length]
      const instant = instantOf(minutes)
      // The question is asked before the next one is placed.
      fc.pre(next === undefined || instant < next.placedAt)
      const then = standingAt(before, instant)
      const now = standingAt(entries, instant)
      expect(now?.entry).toBe(then?.entry)
      expect(now?.published).toBe(then?.published)
      expect(visibleAt(entries, instant)).toEqual(visibleAt(before, instant))
      if (!entries.slice(length).some(isTombstone)) expect(now).toEqual(then)
      else expect([then?.content ?? null, null]).toContain(now?.content ?? null)
    }),
    { numRuns: 1_000 },
  ))

test('an answer hangs on nothing but what is public by then, the cancelling placed by then, and the seals', () =>
  fc.assert(
    fc.property(log, fc.nat(200), (entries, minutes) => {
      const instant = instantOf(minutes)
      const needed = entries.filter((one) => one.publicFrom <= instant || isTombstone(one))
      expect(standingAt(needed, instant)).toEqual(standingAt(entries, instant))
    }),
    { numRuns: 1_000 },
  ))

test('the entry that counts has the greatest instant, then the greatest number, of those that were not stopped', () =>
  fc.assert(
    fc.property(log, fc.nat(200), (entries, minutes) => {
      const instant = instantOf(minutes)
      const isStopped = ({ record, placedAt, publicFrom, seq }: Entry): boolean =>
        publicFrom > placedAt &&
        entries.some(
          (one) =>
            one.placedAt < publicFrom && (one.record.cancels === record.id || (isTombstone(one) && one.seq > seq)),
        )
      const eligible = entries.filter(
        (one) => one.publicFrom <= instant && one.record.action !== 'CANCEL' && !isStopped(one),
      )
      const standing = standingAt(entries, instant)
      if (!eligible.some((one) => one.record.action === 'PUBLISH')) expect(standing).toBeUndefined()
      else
        for (const other of eligible) {
          const counts = standing!.entry
          expect(counts.publicFrom >= other.publicFrom).toBe(true)
          if (counts.publicFrom === other.publicFrom) expect(counts.seq).toBeGreaterThanOrEqual(other.seq)
        }
    }),
    { numRuns: 1_000 },
  ))

test('a sealed text is readable at no moment', () =>
  fc.assert(
    fc.property(log, fc.nat(200), (entries, minutes) => {
      const content = standingAt(entries, instantOf(minutes))?.content
      if (content) expect(entries.some((one) => isTombstone(one) && one.seq > content.seq)).toBe(false)
    }),
    { numRuns: 1_000 },
  ))
