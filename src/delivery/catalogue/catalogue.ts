import type { Entry, Instant, Snapshot } from '../../archive/pure/model.js'
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

/** The catalogue beside the shelf: it follows the shelf's log, and needs nobody to tell it. */
export function createCatalogue(shelf: Shelf, reader: ArchiveReader): Catalogue {
  let inOrder: readonly Item[] = []
  /** The entry that was caught up with last. */
  let last: Entry | undefined
  let plans: { at: Instant; document: string }[] = []
  let running: Promise<readonly Item[]> | undefined

  /** Whether the shelf has another log by now, as after a backup was restored. */
  const isReplaced = (): boolean => last !== undefined && shelf.entriesFrom(last.seq, 1)[0]?.leaf !== last.leaf
  const changedSince = (now: Instant): { documents: Set<string>; newest: Entry | undefined } => {
    const documents = new Set(plans.filter(({ at }) => at <= now).map(({ document }) => document))
    let newest = last
    for (;;) {
      const entries = shelf.entriesFrom((newest?.seq ?? -1) + 1, PAGE)
      if (entries.length === 0) return { documents, newest }
      newest = entries.at(-1)
      for (const { placedAt, publicFrom, record } of entries) {
        if (record.document.kind === 'log') continue
        documents.add(record.document.id)
        if (publicFrom > placedAt) plans.push({ at: publicFrom, document: record.document.id })
      }
    }
  }
  const catchUp = async (): Promise<readonly Item[]> => {
    if (isReplaced()) [inOrder, last, plans] = [[], undefined, []]
    const view = createViews(shelf, reader)(null)
    const changed = changedSince(view.knownAt)
    const items = new Map<string, Item | undefined>()
    const unread: string[] = []
    // The first search after a start looks at everything.
    await oneByOne(changed.documents, async (id) => {
      items.set(id, await itemIn(view, shelf, id, () => unread.push(id)))
    })
    if (items.size > 0) inOrder = merged(inOrder, items)
    last = changed.newest
    // What could not be read now is looked at again the next time.
    plans = [
      ...plans.filter(({ at }) => at > view.knownAt),
      ...unread.map((document) => ({ at: view.knownAt, document })),
    ]
    // What came while others had their turn may hide what was looked at before it.
    return shelf.head() > (last?.seq ?? -1) || isReplaced() ? catchUp() : inOrder
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
