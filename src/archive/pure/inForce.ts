import { compareDates, coverage, earliest, latest, latestEnd, type Chance, type Interval } from './edtf.js'
import { explain } from './explain.js'
import type { EdtfDate } from './model.js'
import type { Certainty, EditionValidity, Resolution, ResolutionState, ValidityState } from './validity.js'

/** Its own validity, cut short by a repeal or by an edition that supersedes it, as it is shown. Derived, never written back. */
export function effectiveValidity(edition: EditionValidity, all: readonly EditionValidity[]): Interval {
  const ends = replacersOf(edition, all).map(({ validFrom }) => validFrom)
  const { validFrom, validUntil, repealedFrom } = edition
  return { from: validFrom, until: [validUntil, repealedFrom, ...ends].reduce(earlierEnd, null) }
}

const replacersOf = <Edition extends EditionValidity>({ id }: EditionValidity, all: readonly Edition[]): Edition[] =>
  all.filter((other) => other.id !== id && other.supersedes.includes(id))

const earlierEnd = (one: EdtfDate | null, other: EdtfDate | null): EdtfDate | null => {
  if (one === null || other === null) return one ?? other
  return compareDates(one, other) <= 0 ? one : other
}

/** @param day `YYYY-MM-DD`, in Sweden */
export function validityOf(edition: EditionValidity, all: readonly EditionValidity[], day: string): ValidityState {
  if (chanceOn(edition, all, day) !== 'NONE') return 'IN_FORCE'
  if (!hasEnded(edition, all, day)) return 'NOT_YET_IN_FORCE'
  const end = latestEnd(edition.validUntil)
  const replaced = replacersOf(edition, all).map(({ validFrom }) => earliest(validFrom))
  const repealed = edition.repealedFrom === null ? [] : [earliest(edition.repealedFrom)]
  // What came first has ended it.
  if (repealed.some((one) => one < end && replaced.every((other) => one < other))) return 'REPEALED'
  return replaced.some((one) => one < end) ? 'SUPERSEDED' : 'EXPIRED'
}

/** Whether its state on the day hangs on a date of which only the year or the month is known. */
export const certaintyOf = (edition: EditionValidity, all: readonly EditionValidity[], day: string): Certainty =>
  chanceOn(edition, all, day) === 'POSSIBLE' ? 'POSSIBLE' : 'CERTAIN'

/**
 * Whether it is in force on the day. What supersedes it ends it on a day of that one's first year or month, while an
 * end of its own lies before the year or month that is written: so the two are asked apart.
 */
function chanceOn(edition: EditionValidity, all: readonly EditionValidity[], day: string): Chance {
  const own = coverage({ from: edition.validFrom, until: edition.validUntil }, day)
  const ended = endersOf(edition, all, day)
  if (own === 'NONE' || ended.includes('CERTAIN')) return 'NONE'
  return own === 'POSSIBLE' || ended.includes('POSSIBLE') ? 'POSSIBLE' : 'CERTAIN'
}

/** Whether what ends it from outside, a repeal or another edition, has begun. */
const endersOf = (edition: EditionValidity, all: readonly EditionValidity[], day: string): Chance[] =>
  [...replacersOf(edition, all).map(({ validFrom }) => validFrom), edition.repealedFrom]
    .filter((from) => from !== null)
    .map((from) => coverage({ from, until: null }, day))

const hasEnded = (edition: EditionValidity, all: readonly EditionValidity[], day: string): boolean =>
  latestEnd(edition.validUntil) <= day || endersOf(edition, all, day).includes('CERTAIN')

/** Superseded or repealed before its first day: it neither came into force nor will. */
const neverBegins = (edition: EditionValidity, all: readonly EditionValidity[]): boolean =>
  [...replacersOf(edition, all).map(({ validFrom }) => validFrom), edition.repealedFrom].some(
    (from) => from !== null && latest(from) <= earliest(edition.validFrom),
  )

/**
 * Which edition of a strategy is in force on a day. A gap never quietly returns the edition that has expired. Only where
 * none is certainly in force are those named that may be: where one certainly is, no other is meant to be.
 *
 * @param all the editions that were known at the instant asked about
 * @param today the day of that instant in Sweden: of what lies before it the sentence speaks in the past
 */
export function resolveOn<Edition extends EditionValidity>(
  all: readonly Edition[],
  day: string,
  today: string = day,
): Resolution<Edition> {
  const ordered = [...all].sort(inOrder)
  const withChance = (chance: Chance): Edition[] => ordered.filter((edition) => chanceOn(edition, all, day) === chance)
  const certain = withChance('CERTAIN')
  const editions = certain.length > 0 ? certain : withChance('POSSIBLE')
  const beginning = ordered.filter((edition) => !neverBegins(edition, all))
  const previous = beginning.findLast((edition) => hasEnded(edition, all, day)) ?? null
  const next = beginning.find((edition) => day < earliest(edition.validFrom)) ?? null
  const state = stateOf(ordered.length, editions.length, previous !== null, next !== null)
  const certainty = state === 'IN_FORCE' && certain.length === 0 ? 'POSSIBLE' : 'CERTAIN'
  return {
    state,
    certainty,
    editions,
    previous,
    next,
    // Most who ask which edition it is do not ask for the sentence.
    get explanation() {
      return explain({ state, certainty, day, today, editions, previous, next })
    },
  }
}

const inOrder = (one: EditionValidity, other: EditionValidity): number =>
  compareDates(one.validFrom, other.validFrom) || one.number - other.number || (one.id < other.id ? -1 : 1)

function stateOf(known: number, inForce: number, hasPrevious: boolean, hasNext: boolean): ResolutionState {
  if (known === 0) return 'NOT_KNOWN_YET'
  if (inForce > 0) return 'IN_FORCE'
  if (hasPrevious) return hasNext ? 'GAP' : 'AFTER_LAST'
  return 'BEFORE_FIRST'
}
