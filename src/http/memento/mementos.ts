import type { Entry, Instant } from '../../archive/pure/model.js'

/** A version of a document that was public from an instant on. */
export interface Memento {
  record: string
  publicFrom: Instant
  /** Milliseconds since 1970, on a whole second: HTTP knows no finer dates. */
  at: number
}

/** Every version that the public could read, oldest first. */
export const mementosOf = (history: readonly Entry[]): Memento[] =>
  history
    .filter(({ record }) => record.action === 'PUBLISH')
    .toSorted((one, other) => compare(one.publicFrom, other.publicFrom) || one.seq - other.seq)
    .map(({ record, publicFrom }) => ({ record: record.id, publicFrom, at: wholeSecond(publicFrom) }))

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const wholeSecond = (instant: Instant): number => Math.floor(Date.parse(instant) / 1_000) * 1_000

/**
 * The version that was read at the moment: the newest that is no later; the first where all are later. Whole seconds are
 * compared, or the `Memento-Datetime` of a version would choose the one before it.
 *
 * @param mementos  oldest first, at least one
 * @param at  milliseconds since 1970; null for the newest
 */
export function mementoAt(mementos: readonly Memento[], at: number | null): Memento {
  if (at === null) return mementos.at(-1)!
  return mementos.findLast((one) => one.at <= at) ?? mementos[0]!
}

/** An HTTP date: `Sun, 06 Nov 1994 08:49:37 GMT`. @see RFC 9110, section 5.6.7 */
export const httpDate = (at: number): string => new Date(at).toUTCString()

/** @returns milliseconds since 1970; undefined for what is no HTTP date in the form that may be sent */
export function parseHttpDate(text: string): number | undefined {
  const at = Date.parse(text)
  return Number.isFinite(at) && httpDate(at) === text.trim() ? at : undefined
}
