import type { Found } from '../archive/read/view.js'
import type { DocumentKind } from '../vocabulary.js'
import { allMaybe, mapMaybe, type MaybePromise } from './maybe.js'
import type { Edge, Listed, Page, PageInfo } from './page.js'
import type { Scope } from './scope.js'
import { serve, Unserved, type Served } from './served.js'

/** A page of documents: their texts are read where they are asked for. */
export class DocumentsPage<K extends DocumentKind> implements Listed<Served<K>> {
  declare readonly totalCount: number
  declare readonly pageInfo: PageInfo
  declare private readonly scope: Scope
  declare private readonly page: Page<Found>

  constructor(scope: Scope, page: Page<Found>) {
    this.totalCount = page.totalCount
    this.pageInfo = page.pageInfo
    this.scope = scope
    this.page = page
  }

  get nodes(): MaybePromise<Served<K>[]> {
    return allMaybe(this.page.items.map(({ node }) => serve<K>(node, this.scope)))
  }
  get edges(): MaybePromise<Edge<Served<K>>[]> {
    const { items } = this.page
    return mapMaybe(this.nodes, (nodes) => items.map((place, position) => ({ place, node: nodes[position]! })))
  }
  get unserved(): Unserved[] {
    return this.page.items.map(({ node }) => new Unserved(node, this.scope))
  }
}
