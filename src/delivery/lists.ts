import { earliest } from '../archive/pure/edtf.js'
import type { Instant, RecordIndex } from '../archive/pure/model.js'
import { startOfStockholmDay } from '../archive/pure/stockholm.js'
import type { Found } from '../archive/read/view.js'
import type { DocumentKind, LanguageCode } from '../vocabulary.js'
import { DocumentsPage } from './documentsPage.js'
import { alphabetical, inOrder, newestFirst, pageOf, type Sorted } from './page.js'
import { untraced } from './cache/trace.js'
import { changesAt, type Scope } from './scope.js'
import { allMaybe, mapMaybe, type MaybePromise } from './maybe.js'
import { serve, titleOf, type Served } from './served.js'

export interface Paging {
  first?: number | null | undefined
  after?: string | null | undefined
}

type Items = readonly Sorted<Found>[]

/** Lists stay the same until something changes: each is put in order once. By the language in which titles were read. */
const ordered = new WeakMap<readonly Found[], Map<LanguageCode | 'any', MaybePromise<Items>>>()

function orderOnce<T extends MaybePromise<Items>>(
  list: readonly Found[],
  language: LanguageCode | 'any',
  order: () => T,
): T {
  const known = ordered.get(list) ?? new Map<LanguageCode | 'any', MaybePromise<Items>>()
  ordered.set(list, known)
  const items = (known.get(language) as T | undefined) ?? order()
  // A text that could not be read now is asked for again.
  if (!(items instanceof Promise)) known.set(language, items)
  return items
}

/** What the scope's county shows of a kind, or of one of its topics. */
const shown = (scope: Scope, kind: DocumentKind, topic: string | null): readonly Found[] =>
  topic === null ? scope.view.ofCounty(kind, scope.county) : scope.view.ofTopic(kind, topic, scope.county)

/** News in the order in which it was news, newest first; what has been shown long enough is left out. */
export function newsPage(
  scope: Scope,
  { topic, importance, ...paging }: Paging & { topic: string | null; importance: RecordIndex['importance'] },
): MaybePromise<DocumentsPage<'news'>> {
  const list = shown(scope, 'news', topic)
  const items = orderOnce(list, 'any', () =>
    inOrder(
      list.map((found) => ({ node: found, id: found.id, key: newsDay(found) })),
      newestFirst,
    ),
  )
  const { shown: stillShown, until } = showing(items, importance, scope.view.knownAt)
  if (until !== null) changesAt(scope, until)
  return new DocumentsPage<'news'>(scope, pageOf(stillShown, newestFirst, paging))
}

interface Showing {
  shown: Items
  /** The moment for which it was worked out, and the first one at which another showing ends. */
  from: Instant
  until: Instant | null
}

const showings = new WeakMap<Items, Map<RecordIndex['importance'], Showing>>()

/** The news whose showing has not ended: worked out again when the next one ends. */
function showing(items: Items, importance: RecordIndex['importance'], knownAt: Instant): Showing {
  const known = showings.get(items) ?? new Map<RecordIndex['importance'], Showing>()
  showings.set(items, known)
  const before = known.get(importance)
  if (before && before.from <= knownAt && (before.until === null || knownAt < before.until)) return before
  const isWanted = (index: RecordIndex | null): boolean => importance === null || index?.importance === importance
  const endOf = ({ node }: Sorted<Found>): Instant | null => node.published.record.index?.shownUntil ?? null
  const shown = items.filter((item) => {
    const end = endOf(item)
    return (end === null || knownAt < end) && isWanted(item.node.published.record.index)
  })
  const ends = shown.map(endOf).filter((end) => end !== null)
  const made = { shown, from: knownAt, until: ends.length === 0 ? null : ends.reduce((a, b) => (b < a ? b : a)) }
  known.set(importance, made)
  return made
}

/** News that was brought in from elsewhere keeps its own place in time. */
function newsDay({ firstPublicFrom, published }: Found): string {
  const original = published.record.index?.originallyPublished
  return original == null ? firstPublicFrom : startOfStockholmDay(earliest(original))
}

/** Documents by their title or name, as Swedes sort them. */
function titled(scope: Scope, kind: DocumentKind, topic: string | null): MaybePromise<Items> {
  const list = shown(scope, kind, topic)
  // The list itself is noted: the order holds for all who ask.
  const quiet = { ...scope, view: untraced(scope.view) }
  return orderOnce(list, scope.language, () =>
    mapMaybe(allMaybe(list.map((found) => serve(found, quiet))), (served) => {
      const items = served.map((one, position) => ({ node: list[position]!, id: one.id, key: titleOf(one) }))
      return inOrder(items, alphabetical)
    }),
  )
}

/** All that the county shows of a kind, by title. */
export const serveTitled = <K extends 'topic' | 'contact'>(scope: Scope, kind: K): MaybePromise<Served<K>[]> =>
  mapMaybe(titled(scope, kind, null), (items) =>
    allMaybe(items.map(({ node }) => serve<K>(node, scope))),
  ) as MaybePromise<Served<K>[]>

export const strategiesPage = (
  scope: Scope,
  topic: string | null,
  paging: Paging,
): MaybePromise<DocumentsPage<'strategy'>> =>
  mapMaybe(
    titled(scope, 'strategy', topic),
    (items) => new DocumentsPage<'strategy'>(scope, pageOf(items, alphabetical, paging)),
  )
