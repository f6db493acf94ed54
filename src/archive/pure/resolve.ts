import type { Entry, Instant } from './model.js'

export type Publication = 'PUBLIC' | 'WITHDRAWN' | 'SEALED'

/** How one document stands at one instant. */
export interface Standing {
  publication: Publication
  /** The entry that counts at the instant. */
  entry: Entry
  /** The PUBLISH entry whose snapshot can be read; null where there is only a tombstone. */
  content: Entry | null
  /** The newest PUBLISH at the instant, for its address and audience, readable or not. */
  published: Entry
  /** The seal that covers the entry, placed before or after the instant that was asked about. */
  seal: Entry | null
  /** When the public could first read the document here, and when what counts became public. */
  firstPublicFrom: Instant
  publicFrom: Instant
}

/**
 * What the public could read of a document at an instant.
 *
 * Of the entries that are public by then, leaving out plans cancelled before their instant, the one with the greatest
 * (publicFrom, seq) counts. A seal covers every entry before it, for every instant.
 *
 * @param entries one document's entries in log order
 * @returns undefined where nothing was public yet
 */
export function standingAt(entries: readonly Entry[], instant: Instant): Standing | undefined {
  const visible = visibleAt(entries, instant)
  const entry = visible.at(-1)
  const published = visible.findLast(isPublish)
  if (!entry || !published) return undefined
  const seal = sealOver(entries, entry)
  const publication = seal ? 'SEALED' : entry.record.action === 'WITHDRAW' ? 'WITHDRAWN' : 'PUBLIC'
  const isGone = entry.record.withdrawal?.shownAs === 'gone'
  return {
    publication,
    entry,
    content: seal || isGone || sealOver(entries, published) ? null : published,
    published,
    seal: seal ?? null,
    firstPublicFrom: visible.find(isPublish)?.publicFrom ?? published.publicFrom,
    publicFrom: entry.publicFrom,
  }
}

/** The entries that are public by the instant, in the order in which they took effect. */
export function visibleAt(entries: readonly Entry[], instant: Instant): Entry[] {
  const cancelled = cancelledPlans(entries)
  return entries
    .filter(
      ({ publicFrom, record }) => publicFrom <= instant && record.action !== 'CANCEL' && !cancelled.has(record.id),
    )
    .sort((one, other) =>
      one.publicFrom < other.publicFrom ? -1 : one.publicFrom > other.publicFrom ? 1 : one.seq - other.seq,
    )
}

/** The publications that lie ahead of the instant, the next one first. */
export function plansAfter(entries: readonly Entry[], instant: Instant): Entry[] {
  const cancelled = cancelledPlans(entries)
  return entries
    .filter((entry) => isPublish(entry) && entry.publicFrom > instant && !cancelled.has(entry.record.id))
    .filter((entry) => sealOver(entries, entry) === undefined)
    .sort((one, other) => (one.publicFrom < other.publicFrom ? -1 : 1))
}

/** A plan is cancelled by a CANCEL that was placed before the plan's instant. */
function cancelledPlans(entries: readonly Entry[]): Set<string> {
  const plans = new Map(entries.map((entry) => [entry.record.id, entry]))
  return new Set(
    entries.flatMap(({ placedAt, record }) => {
      const plan = record.cancels === null ? undefined : plans.get(record.cancels)
      return record.action === 'CANCEL' && plan && placedAt < plan.publicFrom ? [plan.record.id] : []
    }),
  )
}

/** The newest seal that covers the entry: a seal itself, or one with a greater number. */
export const sealOver = (entries: readonly Entry[], { seq }: Entry): Entry | undefined =>
  entries.findLast((other) => isTombstone(other) && other.seq >= seq)

const isTombstone = ({ record }: Entry): boolean => record.action === 'SEAL' || record.action === 'DISPOSE'
const isPublish = ({ record }: Entry): boolean => record.action === 'PUBLISH'
