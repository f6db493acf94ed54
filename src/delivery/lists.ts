import { earliest } from '../archive/pure/edtf.js'
import type { RecordIndex } from '../archive/pure/model.js'
import type { Found } from '../archive/read/view.js'
import { startOfStockholmDay } from '../archive/pure/stockholm.js'
import type { DocumentKind } from '../vocabulary.js'
import { alphabetical, newestFirst, pageOf, type Page } from './page.js'
import type { Scope } from './scope.js'
import { allMaybe, mapMaybe, serve, titleOf, type Served } from './served.js'

export interface Paging {
  first?: number | null | undefined
  after?: string | null | undefined
}

type MaybePromise<T> = T | Promise<T>

/** What the scope's county shows of a kind, or of one of its topics. */
export const shown = (scope: Scope, kind: DocumentKind, topic: string | null): Found[] =>
  topic === null ? scope.view.ofCounty(kind, scope.county) : scope.view.ofTopic(kind, topic, scope.county)

/** News in the order in which it was news, newest first; what has been shown long enough is left out. */
export function newsPage(
  scope: Scope,
  {
    topic,
    importance,
    ...paging
  }: Paging & { topic: string | null; importance?: RecordIndex['importance'] | undefined },
): MaybePromise<Page<Served<'news'>>> {
  const items = shown(scope, 'news', topic)
    .map((found) => ({ found, index: found.published.record.index }))
    .filter(
      ({ index }) =>
        isStillShown(index, scope.view.knownAt) && (importance == null || index?.importance === importance),
    )
    .map(({ found, index }) => ({ node: found, id: found.id, key: newsDay(found, index) }))
  const page = pageOf(items, newestFirst, paging)
  return mapMaybe(allMaybe(page.nodes.map((found) => serve<'news'>(found, scope))), (nodes) => ({
    ...page,
    nodes,
    edges: page.edges.map(({ cursor }, position) => ({ cursor, node: nodes[position]! })),
  }))
}

const isStillShown = (index: RecordIndex | null, knownAt: string): boolean =>
  index?.shownUntil == null || knownAt < index.shownUntil

/** News that was brought in from elsewhere keeps its own place in time. */
const newsDay = (found: Found, index: RecordIndex | null): string =>
  index?.originallyPublished == null ? found.firstPublicFrom : startOfStockholmDay(earliest(index.originallyPublished))

/** Documents by their title or name, as Swedes sort them. */
export function titled<K extends 'topic' | 'strategy' | 'contact'>(
  scope: Scope,
  found: readonly Found[],
): MaybePromise<{ node: Served<K>; id: string; key: string }[]> {
  return mapMaybe(allMaybe(found.map((one) => serve<K>(one, scope))), (served) =>
    served
      .map((node) => ({ node, id: node.id, key: titleOf(node) }))
      .sort((one, other) => alphabetical(one.key, other.key) || (one.id < other.id ? -1 : 1)),
  )
}

export const strategiesPage = (
  scope: Scope,
  topic: string | null,
  paging: Paging,
): MaybePromise<Page<Served<'strategy'>>> =>
  mapMaybe(titled<'strategy'>(scope, shown(scope, 'strategy', topic)), (items) => pageOf(items, alphabetical, paging))
