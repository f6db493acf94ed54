import type { Addressed, Scope } from './scope.js'
import type { Found } from '../archive/read/view.js'
import type { Served } from './served.js'

/** What an address is made from. An edition is addressed through its strategy. */
export function addressedOf({ id, kind, found, scope, askedSlug }: Served): Addressed {
  return found && !found.seal ? addressOf(found, scope) : { id, kind, county: scope.county, slug: askedSlug }
}

export function addressOf(found: Found, scope: Pick<Scope, 'view' | 'county'>): Addressed {
  const { id, kind, published } = found
  const index = published.record.index
  const plain = { id, kind, county: scope.county, slug: index?.slug ?? null }
  if (kind !== 'edition' || !index?.strategy) return plain
  const strategy = scope.view.document(index.strategy)?.published.record.index?.slug ?? null
  return { ...plain, strategy, number: index.number }
}
