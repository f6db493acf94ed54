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
 * Of the entries that are public by then, leaving out plans cancelled or sealed before their instant, the one with the greatest
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
  const stopped = stoppedPlans(entries)
  return entries
    .filter(({ publicFrom, record }) => publicFrom <= instant && record.action !== 'CANCEL' && !stopped.has(record.id))
    .sort((one, other) =>
      one.publicFrom < other.publicFrom ? -1 : one.publicFrom > other.publicFrom ? 1 : one.seq - other.seq,
    )
}

/** The publications that lie ahead of the instant, the next one first. */
export function plansAfter(entries: readonly Entry[], instant: Instant): Entry[] {
  const stopped = stoppedPlans(entries)
  return entries
    .filter((entry) => isPublish(entry) && entry.publicFrom > instant && !stopped.has(entry.record.id))
    .sort((one, other) => (one.publicFrom < other.publicFrom ? -1 : 1))
}

/** Plans that were cancelled, or sealed with their document, before their instant: they never take effect. */
function stoppedPlans(entries: readonly Entry[]): Set<string> {
  const plans = entries.filter(({ placedAt, publicFrom }) => publicFrom > placedAt)
  const stopped = plans.filter(({ publicFrom, record, seq }) =>
    entries.some(
      (other) =>
        other.placedAt < publicFrom &&
        ((other.record.action === 'CANCEL' && other.record.cancels === record.id) ||
          (isTombstone(other) && other.seq > seq)),
    ),
  )
  return new Set(stopped.map(({ record }) => record.id))
}

/** The newest seal that covers the entry: a seal itself, or one with a greater number. */
export const sealOver = (entries: readonly Entry[], { seq }: Entry): Entry | undefined =>
  entries.findLast((other) => isTombstone(other) && other.seq >= seq)

const isTombstone = ({ record }: Entry): boolean => record.action === 'SEAL' || record.action === 'DISPOSE'
const isPublish = ({ record }: Entry): boolean => record.action === 'PUBLISH'
