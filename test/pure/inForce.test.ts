import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { resolveOn, validityOf } from '../../src/archive/pure/inForce.js'
import type { EditionValidity } from '../../src/archive/pure/validity.js'

const edition = (
  number: number,
  validFrom: string,
  validUntil: string | null,
  supersedes: string[] = [],
): EditionValidity => ({
  id: `edition-${number}`,
  number,
  label: `utgåva ${number}`,
  validFrom,
  validUntil,
  repealedFrom: null,
  supersedes,
})
const answer = (all: readonly EditionValidity[], day: string): string => {
  const { state, certainty, editions } = resolveOn(all, day)
  return [state, ...editions.map(({ number }) => number), ...(certainty === 'POSSIBLE' ? ['POSSIBLE'] : [])].join(' ')
}

describe('an end of its own, exclusive', () => {
  const exact = edition(1, '2018-01-01', '2022-01-01')

  test.each([
    ['2017-12-31', 'NOT_YET_IN_FORCE'],
    ['2018-01-01', 'IN_FORCE'],
    ['2021-12-31', 'IN_FORCE'],
    ['2022-01-01', 'EXPIRED'],
  ])('on %s it is %s', (day, state) => {
    expect(validityOf(exact, [exact], day)).toBe(state)
  })

  test('of none it is in force until further notice, on the last day that can be written too', () => {
    const open = edition(1, '2018-01-01', null)
    expect(answer([open], '9999-12-31')).toBe('IN_FORCE 1')
  })
})

describe('an edition that supersedes another', () => {
  const old = edition(1, '2018-01-01', '2022-01-01')

  test('ends it on its own first day, and not before', () => {
    const all = [old, edition(2, '2020-07-01', null, [old.id])]
    expect(answer(all, '2020-06-30')).toBe('IN_FORCE 1')
    expect(answer(all, '2020-07-01')).toBe('IN_FORCE 2')
    expect(validityOf(old, all, '2020-07-01')).toBe('SUPERSEDED')
    expect(validityOf(old, all, '2023-01-01')).toBe('SUPERSEDED')
  })

  test('after its end does not make it superseded: it has expired', () => {
    const all = [old, edition(2, '2022-03-01', null, [old.id])]
    expect(validityOf(old, all, '2022-02-01')).toBe('EXPIRED')
    expect(validityOf(old, all, '2022-06-01')).toBe('EXPIRED')
    expect(answer(all, '2022-02-01')).toBe('GAP')
  })

  test('does not bring it back when its own time is over', () => {
    const all = [old, edition(2, '2019-01-01', '2020-01-01', [old.id])]
    expect(answer(all, '2020-01-01')).toBe('AFTER_LAST')
  })

  test('before its first day keeps it from ever being in force, and it is nobody’s next or previous', () => {
    const early = edition(2, '2017-01-01', '2017-07-01', [old.id])
    expect(answer([old, early], '2018-06-01')).toBe('AFTER_LAST')
    expect(resolveOn([old, early], '2017-08-01')).toMatchObject({
      state: 'AFTER_LAST',
      next: null,
      previous: { id: early.id },
    })
    expect(resolveOn([old, early], '2019-01-01').previous?.id).toBe(early.id)
    expect(validityOf(old, [old, early], '2019-01-01')).toBe('SUPERSEDED')
  })

  test('from an unknown day of a year leaves it certainly in force until that year', () => {
    const all = [old, edition(2, '2020', null, [old.id])]
    expect(answer(all, '2019-06-01')).toBe('IN_FORCE 1')
    expect(answer(all, '2020-06-01')).toBe('IN_FORCE 1 2 POSSIBLE')
    expect(answer(all, '2020-12-31')).toBe('IN_FORCE 2')
    expect(answer(all, '2021-01-01')).toBe('IN_FORCE 2')
  })
})

describe('dates of which only the year or the month is known', () => {
  const years = edition(1, '2014', '2017')

  test.each([
    ['2013-12-31', 'BEFORE_FIRST'],
    ['2014-01-01', 'IN_FORCE 1 POSSIBLE'],
    ['2014-12-31', 'IN_FORCE 1'],
    ['2016-01-01', 'IN_FORCE 1'],
    ['2016-01-02', 'IN_FORCE 1 POSSIBLE'],
    ['2016-12-31', 'IN_FORCE 1 POSSIBLE'],
    ['2017-01-01', 'AFTER_LAST'],
  ])('on %s the answer is %s', (day, expected) => {
    expect(answer([years], day)).toBe(expected)
  })

  test('give way to an edition that is certainly in force', () => {
    expect(answer([years, edition(2, '2016-07-01', null)], '2016-08-01')).toBe('IN_FORCE 2')
  })
})

describe('the plain sentence', () => {
  const all = [edition(1, '2014-01-01', '2017-01-01'), edition(2, '2018', '2022')]
  const sentence = (day: string, known = all): string => resolveOn(known, day).explanation.sv

  test('says what holds, and in a gap what was and what comes, with last days as Swedes write them', () => {
    expect(sentence('2015-06-01')).toBe('Den 1 juni 2015 gäller utgåvan utgåva 1.')
    expect(sentence('2017-06-01')).toBe(
      'Den 1 juni 2017 gäller ingen utgåva: utgåvan utgåva 1 gällde till och med 31 december 2016 och utgåvan utgåva 2 gäller från och med 2018.',
    )
    expect(sentence('2013-06-01')).toBe(
      'Den 1 juni 2013 gäller ännu ingen utgåva: utgåvan utgåva 1 gäller från och med 1 januari 2014.',
    )
    expect(sentence('2023-06-01')).toBe(
      'Den 1 juni 2023 gäller ingen utgåva: utgåvan utgåva 2 gällde till och med 2021, och ingen senare är känd.',
    )
    expect(sentence('2018-06-01')).toBe(
      'Den 1 juni 2018 kan utgåvan utgåva 2 ha gällt; dagen då den började eller slutade gälla är inte känd.',
    )
    expect(sentence('2018-06-01', [])).toMatch(/^Vid den tidpunkten fanns ingen utgåva i det här arkivet\./)
  })

  test('speaks in the past of a day that had passed when it was asked', () => {
    const asked = (day: string): unknown => resolveOn(all, day, '2019-07-01').explanation
    expect(asked('2017-06-01')).toEqual({
      sv: 'Den 1 juni 2017 gällde ingen utgåva: utgåvan utgåva 1 gällde till och med 31 december 2016 och utgåvan utgåva 2 gällde från och med 2018.',
      en: 'On 1 June 2017 no edition was in force: the edition utgåva 1 applied through 31 December 2016 and the edition utgåva 2 applied from 2018.',
    })
    expect(asked('2015-06-01')).toEqual({
      sv: 'Den 1 juni 2015 gällde utgåvan utgåva 1.',
      en: 'On 1 June 2015 the edition utgåva 1 was in force.',
    })
    expect(asked('2013-06-01')).toMatchObject({ sv: expect.stringContaining('gällde ännu ingen utgåva') })
    expect(asked('2019-07-01')).toMatchObject({ sv: 'Den 1 juli 2019 gäller utgåvan utgåva 2.' })
  })

  test('says the same in English', () => {
    const english = (day: string): string => resolveOn(all, day).explanation.en
    expect(english('2017-06-01')).toBe(
      'On 1 June 2017 no edition is in force: the edition utgåva 1 applied through 31 December 2016 and the edition utgåva 2 applies from 2018.',
    )
    expect(english('2018-06-01')).toBe(
      'On 1 June 2018 the edition utgåva 2 may have been in force; the exact day of its beginning or end is not known.',
    )
  })
})

const dayNumber = fc.integer({ min: 0, max: 4_000 })
const dayOf = (number: number): string => new Date(Date.UTC(2012, 0, 1 + number)).toISOString().slice(0, 10)
const imprecise = (day: string): fc.Arbitrary<string> => fc.constantFrom(day, day.slice(0, 7), day.slice(0, 4))

/** Editions one after another with gaps, each of which may be cut short by the one that follows. */
const exactEditions = fc
  .array(fc.record({ length: fc.integer({ min: 1, max: 900 }), step: fc.integer({ min: 1, max: 900 }) }), {
    maxLength: 6,
  })
  .map((lengths) => {
    let begins = 0
    return lengths.map(({ length, step }, position) => {
      const one = edition(
        position,
        dayOf(begins),
        dayOf(begins + length),
        position === 0 ? [] : [`edition-${position - 1}`],
      )
      begins += step
      return one
    })
  })
const uncertainEditions = exactEditions.chain((editions) =>
  fc.tuple(...editions.map((one) => imprecise(one.validFrom).map((validFrom) => ({ ...one, validFrom })))),
)

test('with exact dates at most one edition is in force, and it is from its first day to the day before its end', () =>
  fc.assert(
    fc.property(exactEditions, dayNumber, (all, number) => {
      const day = dayOf(number)
      const { editions, state, certainty } = resolveOn(all, day)
      expect(editions.length).toBe(state === 'IN_FORCE' ? 1 : 0)
      expect(certainty).toBe('CERTAIN')
      const inForce = all.filter((one, position) => {
        const end = [one.validUntil!, all[position + 1]?.validFrom ?? '9999'].sort()[0]!
        return one.validFrom <= day && day < end
      })
      expect(editions).toEqual(inForce)
    }),
  ))

test('the order in which editions are handed over does not matter', () =>
  fc.assert(
    fc.property(
      uncertainEditions.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
      ),
      dayNumber,
      ([all, shuffled], number) => {
        expect(resolveOn(shuffled, dayOf(number))).toEqual(resolveOn(all, dayOf(number)))
      },
    ),
  ))

test('an uncertain beginning never turns a certain answer into another one: on each of its days the certain answer holds', () =>
  fc.assert(
    fc.property(dayNumber, fc.integer({ min: 1, max: 12 }), dayNumber, (start, month, number) => {
      const day = dayOf(number)
      const uncertain = edition(2, dayOf(start).slice(0, 4), null, ['edition-1'])
      const before = edition(1, '2010-01-01', null)
      const known = resolveOn([before, uncertain], day)
      const meant = edition(2, `${uncertain.validFrom}-${String(month).padStart(2, '0')}-01`, null, ['edition-1'])
      const really = resolveOn([before, meant], day).editions.map(({ id }) => id)
      const named = known.editions.map(({ id }) => id)
      if (known.certainty === 'CERTAIN') expect(named).toEqual(really)
      else expect(named).toEqual(expect.arrayContaining(really))
    }),
  ))

test('each state keeps its promise about what came before and what comes', () =>
  fc.assert(
    fc.property(uncertainEditions, dayNumber, (all, number) => {
      const { state, previous, next, editions } = resolveOn(all, dayOf(number))
      const promise = {
        IN_FORCE: editions.length > 0,
        GAP: previous !== null && next !== null,
        AFTER_LAST: previous !== null && next === null,
        BEFORE_FIRST: previous === null && next !== null,
        NOT_KNOWN_YET: all.length === 0,
      }
      expect(promise[state]).toBe(true)
      if (state !== 'IN_FORCE') expect(editions).toEqual([])
    }),
  ))

test('of a sealed edition the sentence tells that it is sealed, each in its own language', () => {
  const sealed = { ...edition(1, '2018-01-01', '2022-01-01'), label: null }
  expect(resolveOn([sealed], '2019-05-01').explanation).toEqual({
    sv: 'Den 1 maj 2019 gäller utgåvan som är spärrad.',
    en: 'On 1 May 2019 the edition that is sealed is in force.',
  })
  expect(resolveOn([sealed], '2023-05-01').explanation.sv).toContain('utgåvan som är spärrad gällde till och med')
})

describe('a repeal', () => {
  const repealed = { ...edition(1, '2018-01-01', '2022-01-01'), repealedFrom: '2020-07-01' }

  test.each([
    ['2017-12-31', 'NOT_YET_IN_FORCE'],
    ['2020-06-30', 'IN_FORCE'],
    ['2020-07-01', 'REPEALED'],
    ['2023-01-01', 'REPEALED'],
  ])('of an edition in force: on %s it is %s', (day, state) => {
    expect(validityOf(repealed, [repealed], day)).toBe(state)
  })

  test('leaves a gap or an end behind, and the sentence says what happened', () => {
    expect(resolveOn([repealed], '2021-01-01')).toMatchObject({
      state: 'AFTER_LAST',
      previous: repealed,
      explanation: {
        sv: 'Den 1 januari 2021 gäller ingen utgåva: utgåvan utgåva 1 upphävdes från och med 1 juli 2020, och ingen senare är känd.',
      },
    })
    expect(resolveOn([repealed, edition(2, '2023', null)], '2021-01-01').state).toBe('GAP')
  })

  test('after its own end, or after another has superseded it, has ended nothing', () => {
    const late = { ...edition(1, '2018-01-01', '2020-01-01'), repealedFrom: '2021-01-01' }
    expect(validityOf(late, [late], '2022-01-01')).toBe('EXPIRED')
    const replaced = { ...edition(1, '2018-01-01', null), repealedFrom: '2021-01-01' }
    const all = [replaced, edition(2, '2020-01-01', null, ['edition-1'])]
    expect(validityOf(replaced, all, '2022-01-01')).toBe('SUPERSEDED')
  })

  test('before the first day: it never comes into force', () => {
    const never = { ...edition(1, '2018-01-01', '2022-01-01'), repealedFrom: '2017-06-01' }
    expect(validityOf(never, [never], '2018-05-01')).toBe('REPEALED')
    expect(resolveOn([never], '2017-01-01').next).toBeNull()
  })

  test('whose month alone is known may or may not have ended it', () => {
    const roughly = { ...edition(1, '2018-01-01', '2022-01-01'), repealedFrom: '2020-07' }
    expect(answer([roughly], '2020-06-30')).toBe('IN_FORCE 1')
    expect(answer([roughly], '2020-07-15')).toBe('IN_FORCE 1 POSSIBLE')
    expect(answer([roughly], '2020-08-01')).toBe('AFTER_LAST')
  })
})
