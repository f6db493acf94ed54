import type { Visitor } from './visitors.js'

/** Points that each may spend in a minute; 0 for as many as they like. */
export type Quota = Record<Visitor['kind'], number>

/** How a visitor stands once what was asked for has been counted. */
export interface Standing {
  isOver: boolean
  /** Seconds until all points are there again. */
  seconds: number
  /** Names and values in turn, for the answer. */
  headers: readonly string[]
}

export type RateLimits = (visitor: Visitor, points: number) => Standing

/** What answers cost, in points: about 0.1 ms of the thread each. */
export const points = {
  /** One that was ready. */
  ready: 1,
  /** One that was worked out. @param cost as told in its extensions */
  made: (cost: number): number => 5 + Math.round(cost / 20),
  /** A query that is read and not executed: one that is refused, or registered. */
  read: 20,
  /** A page, or the head of a file. */
  page: 5,
  /** Beside that, where the page is worked out. */
  madePage: 15,
  file: (bytes: number): number => Math.round(bytes / 100_000),
}

/** Seconds. */
const WINDOW = 60
/** Visitors who are counted each for themselves; who comes when there are more shares what is left with the others. */
const MOST = 20_000
const OTHERS = 'others'

interface Spent {
  points: number
  endsAt: number
}

/**
 * Counts what each visitor has spent, in windows that begin with the first question.
 *
 * @param now milliseconds, of any clock that only goes on
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export function createRateLimits(quota: Quota, now: () => number = () => performance.now()): RateLimits {
  // In the order in which windows end, since all are of the same length.
  const spentBy = { website: new Map<string, Spent>(), address: new Map<string, Spent>() }
  const policies = { website: policyOf('website', quota), address: policyOf('address', quota) }

  const begin = (spent: Map<string, Spent>, name: string, at: number): Spent => {
    spent.delete(name)
    for (const [other, { endsAt }] of spent) {
      if (endsAt > at) break
      spent.delete(other)
    }
    const place = spent.size < MOST ? name : OTHERS
    const shared = spent.get(place)
    if (shared) return shared
    const mine = { points: 0, endsAt: at + WINDOW * 1_000 }
    spent.set(place, mine)
    return mine
  }
  return ({ kind, name }, added) => {
    const most = quota[kind]
    if (most === 0) return unlimited
    const at = now()
    const before = spentBy[kind].get(name)
    const mine = before && before.endsAt > at ? before : begin(spentBy[kind], name, at)
    mine.points += added
    const seconds = Math.ceil((mine.endsAt - at) / 1_000)
    const left = Math.max(0, most - mine.points)
    return {
      isOver: mine.points > most,
      seconds,
      headers: ['RateLimit-Policy', policies[kind], 'RateLimit', `"${kind}";r=${left};t=${seconds}`],
    }
  }
}

const policyOf = (kind: Visitor['kind'], quota: Quota): string => `"${kind}";q=${quota[kind]};w=${WINDOW}`
const unlimited: Standing = { isOver: false, seconds: 0, headers: [] }
