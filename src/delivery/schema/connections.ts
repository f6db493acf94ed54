import type { OutputRef } from '@pothos/core'
import { cursorOf, DEFAULT_PAGE, MAX_PAGE, type Edge, type Listed, type PageInfo } from '../page.js'
import { builder } from './builder.js'
import { whileWriting } from '../writing/write.js'
import { NewsItemType, RecordType, StrategyType } from './types.js'

const PageInfoType = builder.objectRef<PageInfo>('PageInfo').implement({
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage'),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage'),
    startCursor: t.string({ nullable: true, resolve: ({ first }) => first && cursorOf(first) }),
    endCursor: t.string({ nullable: true, resolve: ({ last }) => last && cursorOf(last) }),
  }),
})

/** A Relay connection, with the items themselves in `nodes` for who needs no cursors. */
function connectionOf<T>(name: string, node: OutputRef<T>) {
  const EdgeType = builder.objectRef<Edge<T>>(`${name}Edge`).implement({
    fields: (t) => ({
      node: t.field({ type: node, resolve: (edge) => edge.node as never }),
      cursor: t.string({ resolve: ({ place }) => cursorOf(place) }),
    }),
  })
  return builder.objectRef<Listed<T>>(`${name}Connection`).implement({
    fields: (t) => ({
      edges: t.field({ type: [EdgeType], complexity: counted, resolve: (page) => page.edges }),
      nodes: t.field({
        type: [node],
        complexity: counted,
        resolve: (page) => page.nodes as never,
        extensions: whileWriting((page: Listed<T>) => page.unserved ?? page.nodes),
      }),
      totalCount: t.exposeInt('totalCount'),
      pageInfo: t.field({ type: PageInfoType, resolve: (page) => page.pageInfo }),
    }),
  })
}

/** The page's size is counted once, by the field that asks for the page. */
const counted = { field: 1, multiplier: 1 }

export const StrategyConnection = connectionOf('Strategy', StrategyType)
export const NewsItemConnection = connectionOf('NewsItem', NewsItemType)
export const RecordConnection = connectionOf('Record', RecordType)

/** The arguments of every list that can grow. */
export const pagingArgs = builder.args((t) => ({
  first: t.int({ description: `At most ${MAX_PAGE}; ${DEFAULT_PAGE} when left out.` }),
  after: t.string({ description: 'The cursor after which the page begins.' }),
}))

export const pageCost = ({ first }: { first?: unknown }): { field: number; multiplier: number } => ({
  field: 1,
  multiplier: Math.min(Math.max(typeof first === 'number' ? first : DEFAULT_PAGE, 1), MAX_PAGE),
})
