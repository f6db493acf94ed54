import type { Item } from './item.js'

/** How documents belong together: worked out once for each state of the catalogue. */
export interface Relations {
  byId: ReadonlyMap<string, Item>
  editionsOf(strategy: string): readonly Item[]
  topicsOf(item: Item): readonly string[]
}

const known = new WeakMap<readonly Item[], Relations>()

export function relationsOf(items: readonly Item[]): Relations {
  const before = known.get(items)
  if (before) return before
  const byId = new Map(items.map((item) => [item.id, item]))
  const editions = new Map<string, Item[]>()
  const naming = new Map<string, string[]>()
  const put = <T>(map: Map<string, T[]>, key: string, value: T): void => {
    const list = map.get(key)
    if (list) list.push(value)
    else map.set(key, [value])
  }
  for (const item of items) {
    if (item.kind === 'edition' && item.strategy) put(editions, item.strategy, item)
    for (const contact of item.contacts) put(naming, contact, item.id)
  }
  const made: Relations = {
    byId,
    editionsOf: (strategy) => editions.get(strategy) ?? [],
    topicsOf: (item) => {
      if (item.kind === 'contact') return naming.get(item.id) ?? []
      if (item.kind !== 'edition') return item.topics
      return (item.strategy ? byId.get(item.strategy)?.topics : undefined) ?? []
    },
  }
  known.set(items, made)
  return made
}
