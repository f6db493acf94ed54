import { earliest, earliestEnd, latest, latestEnd } from '../../../archive/pure/edtf.js'
import { effectiveValidity } from '../../../archive/pure/inForce.js'
import type { Entry, Instant } from '../../../archive/pure/model.js'
import { stockholmDate } from '../../../archive/pure/stockholm.js'
import type { EditionValidity } from '../../../archive/pure/validity.js'

/** Days, `YYYY-MM-DD`; `until` is the first that no longer belongs. */
export interface Span {
  from: string
  until: string
}

export type ActKind = 'published' | 'changed' | 'withdrawn' | 'sealed' | 'disposed'

export interface Lane {
  id: string
  /** When it is in force; null for what has no validity, and for an edition that never came into force. */
  validity: { certain: Span | null; possible: readonly Span[] } | null
  /** When it could be read, and when only with the words that it was withdrawn. */
  readable: readonly (Span & { isWithdrawn: boolean })[]
  acts: readonly { day: string; kind: ActKind }[]
  isSealed: boolean
}

export interface Timeline {
  lanes: readonly Lane[]
  /** Between two known editions, when none was in force. */
  gaps: readonly Span[]
  /** The first and the last day that is drawn. */
  from: string
  until: string
}

interface Documented {
  id: string
  /** Of an edition whose dates may be read. */
  validity: EditionValidity | null
  /** What was done with it, oldest first, as far as the public could see. */
  history: readonly Entry[]
  isSealed: boolean
}

/** Years ahead of today: enough for what applies until further notice, and the most that is drawn of what is decided. */
const AHEAD = { least: 1, most: 30 }

/** @param today the day of the moment in Sweden */
export function timelineOf(documents: readonly Documented[], today: string): Timeline {
  const editions = documents.flatMap(({ validity }) => (validity ? [validity] : []))
  const horizon = horizonOf(editions, today)
  const lanes = documents.map((one): Lane => ({
    id: one.id,
    validity: one.validity && validityOf(one.validity, editions, horizon),
    readable: readableIn(one.history, today),
    acts: one.history.map((entry, place) => ({
      day: stockholmDate(entry.publicFrom),
      kind: actKind(entry, one.history.slice(0, place)),
    })),
    isSealed: one.isSealed,
  }))
  const days = [today, ...lanes.flatMap(daysIn)]
  const smallest = days.reduce((one, other) => (other < one ? other : one))
  const greatest = days.reduce((one, other) => (other > one ? other : one))
  return {
    lanes,
    gaps: gapsBetween(editions),
    from: `${smallest.slice(0, 4)}-01-01`,
    until: `${greatest.slice(0, 4)}-12-31`,
  }
}

/** The last day that is drawn: what is decided for the time to come is seen too. */
function horizonOf(editions: readonly EditionValidity[], today: string): string {
  const yearOf = (day: string): number => Number(day.slice(0, 4))
  const decided = editions
    .map((edition) => effectiveValidity(edition, editions))
    .map(({ from, until }) => (until === null ? yearOf(latest(from)) + AHEAD.least : yearOf(latestEnd(until))))
  const now = yearOf(today)
  return `${Math.min(now + AHEAD.most, Math.max(now + AHEAD.least, ...decided))}-12-31`
}

function validityOf(edition: EditionValidity, all: readonly EditionValidity[], horizon: string): Lane['validity'] {
  const { from, until } = effectiveValidity(edition, all)
  const cut = (day: string): string => (day > horizon ? horizon : day)
  const outer = { from: earliest(from), until: cut(latestEnd(until)) }
  if (outer.until <= outer.from) return null
  const inner = { from: latest(from), until: cut(earliestEnd(until)) }
  if (inner.until <= inner.from) return { certain: null, possible: [outer] }
  const possible = [
    { from: outer.from, until: inner.from },
    { from: inner.until, until: outer.until },
  ].filter((span) => span.from < span.until)
  return { certain: inner, possible }
}

/** When none of the known editions was in force, though one had been and another would be. */
function gapsBetween(editions: readonly EditionValidity[]): Span[] {
  const spans = editions
    .map((edition) => effectiveValidity(edition, editions))
    .map(({ from, until }) => ({ from: earliest(from), until: latestEnd(until) }))
    .filter(({ from, until }) => from < until)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
  const gaps: Span[] = []
  let covered: string | undefined
  for (const { from, until } of spans) {
    if (covered !== undefined && covered < from) gaps.push({ from: covered, until: from })
    if (covered === undefined || covered < until) covered = until
  }
  return gaps
}

function readableIn(history: readonly Entry[], today: string): Lane['readable'] {
  return history.flatMap((entry, place) => {
    const { action } = entry.record
    if (action !== 'PUBLISH' && action !== 'WITHDRAW') return []
    const next: Instant | undefined = history[place + 1]?.publicFrom
    const span = {
      from: stockholmDate(entry.publicFrom),
      until: next === undefined ? today : stockholmDate(next),
      isWithdrawn: action === 'WITHDRAW',
    }
    return span.from < span.until ? [span] : []
  })
}

export function actKind({ record: { action } }: Entry, before: readonly Entry[]): ActKind {
  if (action === 'WITHDRAW') return 'withdrawn'
  if (action === 'SEAL') return 'sealed'
  if (action === 'DISPOSE') return 'disposed'
  return before.some(({ record }) => record.action === 'PUBLISH') ? 'changed' : 'published'
}

const daysIn = ({ validity, readable, acts }: Lane): string[] => [
  ...acts.map(({ day }) => day),
  ...[validity?.certain ?? [], validity?.possible ?? [], readable].flat().flatMap(({ from, until }) => [from, until]),
]
