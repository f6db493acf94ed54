import fc from 'fast-check'

/** What somebody does to the service. Documents and pictures are named by small numbers, counted round. */
export type Act = { after: number } & (
  | { act: 'create'; kind: 'news' | 'edition' | 'strategy'; how: How; picture: number | null; span: Span }
  | { act: 'write'; on: number; how: How; picture: number | null; span: Span | null; moves: boolean }
  | { act: 'withdraw'; on: number; shownAs: 'explained' | 'redirect' | 'gone'; redirectTo: number }
  | { act: 'cancel plan' | 'seal' | 'next edition' | 'dispose' | 'remove'; on: number }
  | { act: 'prolong' | 'repeal'; on: number; year: number }
  | { act: 'hold'; on: number; places: boolean }
  | { act: 'upload'; picture: number }
  | { act: 'wait' }
)

/** How a text is saved: as a draft, or made public now or after some time. */
export interface How {
  publishes: boolean
  ahead: number | null
  plan: 'keep' | 'replace' | 'cancel' | null
  language: 'sv' | 'en'
}

/** The years for which an edition says that it is in force. */
export interface Span {
  from: number
  years: number | null
  supersedes: number | null
}

const HOUR = 3_600_000
const shape = <T>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(parts, { noNullPrototype: true }) as fc.Arbitrary<T>
const on = fc.nat({ max: 7 })
const year = fc.integer({ min: 2014, max: 2026 })
const picture = fc.option(fc.nat({ max: 2 }), { freq: 3 })
const span: fc.Arbitrary<Span> = shape({
  from: year,
  years: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 5 }),
  supersedes: fc.option(on, { freq: 2 }),
})
const how: fc.Arbitrary<How> = shape({
  publishes: oftenTrue(5),
  ahead: fc.option(fc.constantFrom(2, HOUR, 30 * HOUR, 300 * HOUR), { freq: 2 }),
  plan: fc.option(fc.constantFrom('keep' as const, 'replace' as const, 'cancel' as const), { freq: 2 }),
  language: fc.constantFrom('sv' as const, 'sv' as const, 'en' as const),
})
/** Milliseconds that pass first. */
const after = fc.constantFrom(1, 2, 1_000, HOUR, 20 * HOUR, 200 * HOUR)

function oftenTrue(times: number): fc.Arbitrary<boolean> {
  return fc.nat({ max: times }).map((number) => number > 0)
}

const create = shape({
  act: fc.constant('create' as const),
  kind: fc.constantFrom('news' as const, 'edition' as const, 'edition' as const, 'strategy' as const),
  ...{ after, how, picture, span },
})
const write = shape({
  act: fc.constant('write' as const),
  ...{ after, on, how, picture, span: fc.option(span, { freq: 2 }), moves: fc.boolean() },
})
const withdraw = shape({
  act: fc.constant('withdraw' as const),
  shownAs: fc.constantFrom('explained' as const, 'redirect' as const, 'gone' as const),
  ...{ after, on, redirectTo: on },
})
const onOne = shape({
  act: fc.constantFrom('cancel plan' as const, 'next edition' as const, 'remove' as const),
  ...{ after, on },
})
const seal = shape({ act: fc.constant('seal' as const), after, on })
const dispose = shape({ act: fc.constant('dispose' as const), after, on })
const later = shape({ act: fc.constantFrom('prolong' as const, 'repeal' as const), after, on, year })
const hold = shape({ act: fc.constant('hold' as const), after, on, places: fc.boolean() })
const upload = shape({ act: fc.constant('upload' as const), after, picture: fc.nat({ max: 2 }) })
const wait = shape({ act: fc.constant('wait' as const), after })

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: create },
  { weight: 10, arbitrary: write },
  { weight: 3, arbitrary: withdraw },
  { weight: 2, arbitrary: seal },
  { weight: 3, arbitrary: onOne },
  { weight: 3, arbitrary: later },
  { weight: 2, arbitrary: dispose },
  { weight: 1, arbitrary: hold },
  { weight: 3, arbitrary: upload },
  { weight: 2, arbitrary: wait },
)

/** Begins with a strategy that everybody can read. */
const beginning: Act = {
  ...{ act: 'create', kind: 'strategy', after: 1, picture: null, span: { from: 2018, years: null, supersedes: null } },
  how: { publishes: true, ahead: null, plan: null, language: 'sv' },
}

export const acts = (most: number): fc.Arbitrary<Act[]> =>
  fc.array(act, { minLength: 1, maxLength: most, size: 'max' }).map((further) => [beginning, ...further])
