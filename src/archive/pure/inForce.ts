import { compareDates, coverage, earliest, latestEnd, type Chance, type Interval } from './edtf.js'
import { explain } from './explain.js'
import type { EdtfDate } from './model.js'
import type { Message } from '../../errors.js'

export type ValidityState = 'NOT_YET_IN_FORCE' | 'IN_FORCE' | 'EXPIRED' | 'SUPERSEDED' | 'REPEALED'
export type ResolutionState = 'IN_FORCE' | 'BEFORE_FIRST' | 'GAP' | 'AFTER_LAST' | 'NOT_KNOWN_YET'
export type Certainty = 'CERTAIN' | 'POSSIBLE'

/** What is needed of an edition to tell when it is in force. Withdrawn ones count: they still supersede. */
export interface EditionValidity {
  id: string
  number: number
  label: string
  validFrom: EdtfDate
  /** Exclusive. */
  validUntil: EdtfDate | null
  supersedes: readonly string[]
}

export interface Resolution<Edition extends EditionValidity> {
  state: ResolutionState
  certainty: Certainty
  editions: Edition[]
  previous: Edition | null
  next: Edition | null
  explanation: Message
}

/** Its own validity, cut short by an edition that supersedes it. Derived, never written back. */
export function effectiveValidity(edition: EditionValidity, all: readonly EditionValidity[]): Interval {
  const ends = all.filter((other) => other.supersedes.includes(edition.id)).map((other) => other.validFrom)
  const until = [edition.validUntil, ...ends].reduce(earlierEnd, null)
  return { from: edition.validFrom, until }
}

const earlierEnd = (one: EdtfDate | null, other: EdtfDate | null): EdtfDate | null => {
  if (one === null || other === null) return one ?? other
  return compareDates(one, other) <= 0 ? one : other
}

/** @param day `YYYY-MM-DD`, in Sweden */
export function validityOf(edition: EditionValidity, all: readonly EditionValidity[], day: string): ValidityState {
  if (effectiveChance(edition, all, day) !== 'NONE') return 'IN_FORCE'
  if (day < earliest(edition.validFrom)) return 'NOT_YET_IN_FORCE'
  const { until } = effectiveValidity(edition, all)
  return until === edition.validUntil ? 'EXPIRED' : 'SUPERSEDED'
}

const effectiveChance = (edition: EditionValidity, all: readonly EditionValidity[], day: string): Chance =>
  coverage(effectiveValidity(edition, all), day)

/**
 * Which edition of a strategy is in force on a day. A gap never quietly returns the edition that has expired.
 *
 * @param all the editions that were known at the instant asked about
 */
export function resolveOn<Edition extends EditionValidity>(all: readonly Edition[], day: string): Resolution<Edition> {
  const ordered = [...all].sort((one, other) => compareDates(one.validFrom, other.validFrom) || one.number - other.number)
  const chances = ordered.map((edition) => effectiveChance(edition, ordered, day))
  const editions = ordered.filter((_, position) => chances[position] !== 'NONE')
  const previous = ordered.findLast((edition) => latestEnd(effectiveValidity(edition, ordered).until) <= day) ?? null
  const next = ordered.find((edition) => day < earliest(edition.validFrom)) ?? null
  const state = stateOf(ordered.length, editions.length, previous !== null, next !== null)
  const certainty = state === 'IN_FORCE' && !chances.includes('CERTAIN') ? 'POSSIBLE' : 'CERTAIN'
  const explanation = explain({ state, certainty, day, editions, previous, next })
  return { state, certainty, editions, previous, next, explanation }
}

function stateOf(known: number, inForce: number, hasPrevious: boolean, hasNext: boolean): ResolutionState {
  if (known === 0) return 'NOT_KNOWN_YET'
  if (inForce > 0) return 'IN_FORCE'
  if (hasPrevious) return hasNext ? 'GAP' : 'AFTER_LAST'
  return 'BEFORE_FIRST'
}
