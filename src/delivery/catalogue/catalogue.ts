import type { Instant, Snapshot } from '../../archive/pure/model.js'
import type { ArchiveReader } from '../../archive/read/reader.js'
import type { Shelf } from '../../archive/read/shelf.js'
import { createViews, type Found, type View } from '../../archive/read/view.js'
import { itemOf, type Item } from './item.js'
import { oneByOne } from './oneByOne.js'

/** Every document that was ever public, as of now: for finding, not for reading. */
export interface Catalogue {
  /** The newest change first. Only what has changed since is looked at again. */
  items(): Promise<readonly Item[]>
}

/** Entries that are caught up with at a time. */
const PAGE = 1_000

/** The catalogue beside the shelf: it follows the shelf by the log's numbers, and needs nobody to tell it. */
export function createCatalogue(shelf: Shelf, reader: ArchiveReader): Catalogue {
  let inOrder: readonly Item[] = []
  let head = -1
  let plans: { at: Instant; document: string }[] = []
  let running: Promise<readonly Item[]> | undefined

  const changedSince = (now: Instant): { documents: Set<string>; head: number } => {
    const documents = new Set(plans.filter(({ at }) => at <= now).map(({ document }) => document))
    let last = head
    for (;;) {
      const entries = shelf.entriesFrom(last + 1, PAGE)
      if (entries.length === 0) return { documents, head: last }
      for (const { seq, placedAt, publicFrom, record } of entries) {
        last = seq
        if (record.document.kind === 'log') continue
        documents.add(record.document.id)
        if (publicFrom > placedAt) plans.push({ at: publicFrom, document: record.document.id })
      }
    }
  }
  const catchUp = async (): Promise<readonly Item[]> => {
    const view = createViews(shelf, reader)(null)
    const changed = changedSince(view.knownAt)
    const items = new Map<string, Item | undefined>()
    const unread: string[] = []
    // The first search after a start looks at everything.
    await oneByOne(changed.documents, async (id) => {
      items.set(id, await itemIn(view, shelf, id, () => unread.push(id)))
    })
    if (items.size > 0) inOrder = merged(inOrder, items)
    head = changed.head
    // What could not be read now is looked at again the next time.
    plans = [
      ...plans.filter(({ at }) => at > view.knownAt),
      ...unread.map((document) => ({ at: view.knownAt, document })),
    ]
    // What came while others had their turn may hide what was looked at before it.
    return shelf.head() > head ? catchUp() : inOrder
  }
  return {
    items: () => {
      running ??= catchUp().finally(() => (running = undefined))
      return running
    },
  }
}

/** What changed in its new place among what did not: few among many need no sorting of all. */
function merged(before: readonly Item[], changed: ReadonlyMap<string, Item | undefined>): Item[] {
  const fresh = [...changed.values()].filter((item) => item !== undefined).sort(newestFirst)
  const result: Item[] = []
  let place = 0
  for (const item of before) {
    if (changed.has(item.id)) continue
    while (place < fresh.length && newestFirst(fresh[place]!, item) < 0) result.push(fresh[place++]!)
    result.push(item)
  }
  return result.concat(fresh.slice(place))
}

const newestFirst = (one: Item, other: Item): number =>
  one.changed === other.changed ? (one.id < other.id ? -1 : 1) : one.changed < other.changed ? 1 : -1

async function itemIn(view: View, shelf: Shelf, id: string, isUnread: () => void): Promise<Item | undefined> {
  const found = view.document(id)
  if (!found) return undefined
  const snapshot = found.content ? shelf.current(found.content.record.id) : undefined
  if (found.kind !== 'edition' || snapshot) return itemOf(found, snapshot, snapshot)
  const noDates = (): undefined => {
    isUnread()
    return undefined
  }
  return itemOf(found, undefined, await datesOf(view, found).catch(noDates))
}

/** An edition whose text may not be read still has its place in time, and still supersedes; one that is disposed of does not. */
const datesOf = async (view: View, found: Found): Promise<Snapshot | undefined> =>
  found.seal?.record.action === 'DISPOSE' ? undefined : view.snapshot<'edition'>(found.published)
