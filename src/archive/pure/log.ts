import { sha256 } from './digest.js'
import { leafHashOf } from './merkle.js'
import type { Instant, Sha256 } from './model.js'

/** The id under which records on the log itself are kept, as those that give it another key. */
export const LOG_DOCUMENT = '6c6f6700-0000-4000-8000-000000000000'

/** What a leaf binds together: the place, its instant, and the record without a word of what it says. */
export interface Leaf {
  seq: number
  placedAt: Instant
  commitment: Sha256
}

export interface Place {
  /** 0, 1, 2 … without a gap. */
  seq: number
  /** When it was placed; strictly rising with `seq`. */
  placedAt: Instant
  /** When the public can read it; later than `placedAt` for a planned record. */
  publicFrom: Instant
}

/**
 * What the log shows of a record: nobody can guess the record from it, because the record carries a salt; whoever has
 * the record can compute it.
 *
 * @param recordBody  the record's exact RFC 8785 string, as stored; never parsed and written anew
 */
export const commitmentOf = (recordBody: string): Sha256 => sha256(recordBody)

/**
 * The exact bytes of a leaf. Their form is part of every receipt: it can never change, only get a new `format`.
 *
 * This is RFC 8785, since the names stand in order and the values are plain.
 */
export const leafBytes = ({ seq, placedAt, commitment }: Leaf): string =>
  JSON.stringify({ commitment, format: 1, placedAt, seq })

/** @returns the RFC 6962 leaf hash as lower-case hex */
export const leafHash = (leaf: Leaf): Sha256 => leafHashOf(Buffer.from(leafBytes(leaf))).toString('hex')

/**
 * The next place in the log. Time in the log never stands still or goes back, even where the machine's clock does:
 * otherwise a past moment's answer could change.
 *
 * @param last  the log's newest entry, null for an empty log
 * @param plannedFor  the instant that the editor chose; one in the past counts as now, since nothing is backdated
 * @throws RangeError for an instant that cannot be read
 */
export function nextPlace({
  now,
  last,
  plannedFor,
}: {
  now: Instant
  last: Pick<Place, 'seq' | 'placedAt'> | null
  plannedFor: Instant | null
}): Place {
  const placedAt = last ? Math.max(Date.parse(now), Date.parse(last.placedAt) + 1) : Date.parse(now)
  const publicFrom = plannedFor === null ? placedAt : Math.max(placedAt, Date.parse(plannedFor))
  return { seq: last ? last.seq + 1 : 0, placedAt: instantOf(placedAt), publicFrom: instantOf(publicFrom) }
}

const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString()
