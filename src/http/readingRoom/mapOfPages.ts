import { tagOf } from '../../delivery/cache/trace.js'
import { relationsOf } from '../../delivery/catalogue/relations.js'
import type { Item } from '../../delivery/catalogue/item.js'
import { ServiceError } from '../../errors.js'
import { sitemapInParts, type SitemapPage } from '../linkedData/sitemap.js'
import { at } from './addresses.js'
import { sensitiveIn } from './sensitive.js'
import type { Bytes, Visit } from './visit.js'

/** `/arkiv/sitemap.xml`: what search engines may show, and its parts where it is too long for one file. */
export async function mapOfPages({ catalogue, reading, publicUrl }: Visit, part: number | null): Promise<Bytes> {
  const items = await catalogue.items()
  const relations = relationsOf(items)
  // Whatever is entered in the log may belong into it.
  reading.context.trace.tags.add(tagOf.log)
  const shown = items.filter((item) => item.publication === 'PUBLIC' && sensitiveIn(item, relations, 'sv') === null)
  const text = sitemapInParts({
    items: shown.toReversed(),
    part,
    pageOf: (item) => pageOf(item, publicUrl),
    addressOf: (one) => publicUrl + at.map(one),
  })
  if (text === undefined) throw noPart()
  return { mediaType: 'application/xml; charset=utf-8', bytes: text }
}

const pageOf = ({ id, changed }: Item, publicUrl: string): SitemapPage => ({
  addresses: (['sv', 'en'] as const).map((speech) => [speech, publicUrl + at.document(speech, id)]),
  changedAt: changed,
})

const noPart = (): ServiceError =>
  new ServiceError('NOT_FOUND', { sv: 'Den delen av kartan finns inte.', en: 'There is no such part of the map.' })
