import type { Entry } from '../../archive/pure/model.js'
import type { Standing } from '../../archive/pure/resolve.js'
import { counties, NATIONAL, type DocumentKind } from '../../vocabulary.js'
import { tagOf } from './trace.js'

const everywhere = [...counties.map(({ slug }) => slug), NATIONAL]

/**
 * What the change of one document touches: itself, its addresses, its strategy's editions, and the lists that it enters,
 * leaves, or stands in at another place.
 *
 * @param timeline all that was done with it: who held an address last before is found there
 * @param before how it stood, @param after how it stands; undefined where it was not public yet
 */
export function touchedBy(
  document: string,
  timeline: readonly Entry[],
  before: Standing | undefined,
  after: Standing | undefined,
): Set<string> {
  const tags = new Set([tagOf.document(document)])
  for (const { record } of timeline)
    if (record.index?.slug != null) tags.add(tagOf.slug(record.document.kind as DocumentKind, record.index.slug))
  const sides = [before, after].filter((one) => one !== undefined)
  for (const { published } of sides) {
    const { index } = published.record
    if (index?.strategy != null) tags.add(tagOf.editions(index.strategy))
  }
  const [was, is] = [before && placeIn(before), after && placeIn(after)]
  const isPersonal = sides.some(({ published }) => published.record.index?.personal)
  for (const side of sides)
    for (const list of listsOf(side))
      if (isPersonal || was === undefined || was !== is || !before || !after || !inBoth(list, before, after))
        tags.add(list)
  return tags
}

const inBoth = (list: string, before: Standing, after: Standing): boolean =>
  listsOf(before).has(list) && listsOf(after).has(list)

/** What decides its place in a list; undefined where that is its title, which no index holds. */
function placeIn({ publication, firstPublicFrom, published }: Standing): string | undefined {
  const { index, document } = published.record
  if (document.kind !== 'news' || publication !== 'PUBLIC') return undefined
  return [index?.originallyPublished ?? firstPublicFrom, index?.importance, index?.shownUntil].join(' ')
}

function listsOf({ published }: Standing): Set<string> {
  const { index, document } = published.record
  const kind = document.kind as DocumentKind
  const shownIn = document.audience === 'all' ? everywhere : [document.owner, ...document.audience]
  return new Set(
    shownIn.flatMap((county) => [
      tagOf.county(kind, county),
      ...(index?.topics ?? []).map((topic) => tagOf.topic(kind, topic, county)),
    ]),
  )
}

/** Whether it hides content: then nothing that was made before may be served. */
export const hidesContent = ({ record }: Entry): boolean => record.action === 'SEAL' || record.action === 'DISPOSE'
