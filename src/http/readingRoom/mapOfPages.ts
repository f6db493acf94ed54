import { tagOf } from '../../delivery/cache/trace.js'
import { relationsOf } from '../../delivery/catalogue/relations.js'
import type { Item } from '../../delivery/catalogue/item.js'
import { ServiceError } from '../../errors.js'
import { sitemap, sitemapIndex, type SitemapPage } from '../linkedData/sitemap.js'
import { at } from './addresses.js'
import { sensitiveIn } from './sensitive.js'
import type { Bytes, Visit } from './visit.js'

/** Pages in one file: far fewer than the protocol allows, so that writing one holds up nobody. @see https://www.sitemaps.org/protocol.html */
const MOST = 5_000

/** `/arkiv/sitemap.xml`: what search engines may show, and its parts where it is too long for one file. */
export async function mapOfPages({ catalogue, reading, publicUrl }: Visit, part: number | null): Promise<Bytes> {
  const items = await catalogue.items()
  const relations = relationsOf(items)
  // Whatever is entered in the log may belong into it.
  reading.context.trace.tags.add(tagOf.log)
  const shown = items.filter((item) => item.publication === 'PUBLIC' && sensitiveIn(item, relations, 'sv') === null)
  const parts = Math.max(1, Math.ceil(shown.length / MOST))
  if (part !== null && part > parts) throw noPart()
  const text =
    part === null && parts > 1
      ? sitemapIndex(Array.from({ length: parts }, (_, place) => publicUrl + at.map(place + 1)))
      : sitemap(inPart(shown, part ?? 1).map((item) => pageOf(item, publicUrl)))
  return { mediaType: 'application/xml; charset=utf-8', bytes: text }
}

/** The oldest first, so that a new page is added to the last part and moves none. */
const inPart = (items: readonly Item[], part: number): Item[] =>
  items.toReversed().slice((part - 1) * MOST, part * MOST)

const pageOf = ({ id, changed }: Item, publicUrl: string): SitemapPage => ({
  addresses: (['sv', 'en'] as const).map((speech) => [speech, publicUrl + at.document(speech, id)]),
  changedAt: changed,
})

const noPart = (): ServiceError =>
  new ServiceError('NOT_FOUND', { sv: 'Den delen av kartan finns inte.', en: 'There is no such part of the map.' })
