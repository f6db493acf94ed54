import { isSame, takenIn, type Entry } from './entries.js'
import type { DocumentTold, RecordTold, Told } from './observe.js'

/** What is told of a past moment is what was told then; but a tombstone may stand where content was taken away since. */
export function toldOtherwise(first: Told, again: Told, entries: readonly Entry[]): string[] {
  const taken = takenIn(entries)
  const disposed = takenIn(entries, 'DISPOSE')
  const strategies = new Set(
    entries.filter(({ record }) => disposed.has(record.document.id)).map(({ record }) => record.index?.strategy),
  )
  const remain = (ids: readonly string[]): string[] => ids.filter((id) => !taken.has(id))
  return [
    ...Object.entries(first.documents)
      .filter(([id, one]) => !isSameDocument(one, again.documents[id] ?? null, taken))
      .map(([id]) => `document ${id}`),
    ...Object.entries(first.records)
      .filter(([id, one]) => !isSameRecord(one, again.records[id] ?? null))
      .map(([id]) => `record ${id}`),
    ...Object.entries(first.addresses)
      .filter(([slug, id]) => again.addresses[slug] !== id)
      .map(([slug]) => `address ${slug}`),
    // Whose dates are gone with its content has no place in time any more.
    ...Object.entries(first.resolutions)
      .filter(
        ([key, one]) => !strategies.has(key.split(' ')[0]) && !isSame(placesIn(one), placesIn(again.resolutions[key])),
      )
      .map(([key]) => `resolution ${key}`),
    ...(['news', 'strategies'] as const).filter((list) => !isSame(remain(first[list]), remain(again[list]))),
  ]
}

const placesIn = (one: Told['resolutions'][string] | undefined): unknown[] => [
  one?.state,
  one?.certainty,
  one?.editions.map(({ id }) => id),
  one?.previous?.id,
  one?.next?.id,
]

/** But for the moment that an answer names: one that was kept names that of its making, and nothing has changed since. */
function isSameDocument(before: DocumentTold | null, after: DocumentTold | null, taken: ReadonlySet<string>): boolean {
  if (before === null || after === null) return before === after
  const [first, again] = [timeless(before), timeless(after)]
  if (again.publication !== 'SEALED') return isSame(without(first, taken), without(again, taken))
  const isTombstone = first.publication === 'SEALED' || taken.has(first.id)
  return isTombstone && isEmpty(again) && isSame(first.history, again.history)
}

const timeless = ({ knownAt: _moment, ...told }: DocumentTold): DocumentTold => told as DocumentTold

/** Content that is not there is null, or a list of nothing. */
const isEmpty = (told: DocumentTold): boolean =>
  [
    'slug',
    'language',
    'title',
    'lead',
    'summary',
    'body',
    'image',
    'number',
    'label',
    'validFrom',
    'documents',
    'priorPublication',
    'repeal',
    'supersedes',
    'releasedLanguages',
  ].every((field) => told[field] === undefined || told[field] === null || isSame(told[field], []))

/** What leads to other documents, without those that were taken away since. */
const without = (told: DocumentTold, taken: ReadonlySet<string>): string =>
  JSON.stringify(told, (key, value: unknown) => {
    const isTaken = (one: unknown): boolean => taken.has((one as { id?: string } | null)?.id ?? '')
    if (Array.isArray(value)) return value.filter((one) => !isTaken(one))
    return key !== '' && isTaken(value) ? null : value
  })

function isSameRecord(first: RecordTold | null, again: RecordTold | null): boolean {
  if (first === null || again === null || first.sealed === again.sealed) return isSame(first, again)
  const tombstone = {
    snapshot: null,
    sealed: true,
    ...(first.action === 'PUBLISH' && { body: null, changeNote: null }),
  }
  return isSame({ ...first, ...tombstone }, again)
}
