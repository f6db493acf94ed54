/** A page that search engines may show. */
export interface SitemapPage {
  /** The same page by the language in which it is written; the first is the one that is listed. */
  addresses: readonly (readonly [language: string, address: string])[]
  /** When it last came to read as it does: an RFC 3339 instant. */
  changedAt: string
}

interface Parts<T> {
  /** The oldest first, so that a new page is added to the last part and moves none. */
  items: readonly T[]
  /** From 1; null for the map itself. */
  part: number | null
  pageOf: (item: T) => SitemapPage
  addressOf: (part: number) => string
  /** Pages in one file: far fewer than the protocol allows, so that writing one holds up nobody. */
  most?: number
}

/**
 * The map, or the list of its parts where it is too long for one file.
 *
 * @returns undefined for a part that there is not
 * @see https://www.sitemaps.org/protocol.html
 */
export function sitemapInParts<T>({ items, part, pageOf, addressOf, most = 5_000 }: Parts<T>): string | undefined {
  const parts = Math.max(1, Math.ceil(items.length / most))
  if (part !== null && (part < 1 || part > parts)) return undefined
  if (part === null && parts > 1) return sitemapIndex(Array.from({ length: parts }, (_, place) => addressOf(place + 1)))
  const first = ((part ?? 1) - 1) * most
  return sitemap(items.slice(first, first + most).map(pageOf))
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'

/** One file of the map, each page with its other languages. */
export function sitemap(pages: readonly SitemapPage[]): string {
  const urls = pages.map(({ addresses, changedAt }) => {
    const others = addresses.map(
      ([language, address]) => `<xhtml:link rel="alternate" hreflang="${xml(language)}" href="${xml(address)}"/>`,
    )
    return `<url><loc>${xml(addresses[0]![1])}</loc><lastmod>${xml(changedAt)}</lastmod>${others.join('')}</url>`
  })
  return `${HEAD}<urlset ${NAMES}>\n${urls.join('\n')}\n</urlset>\n`
}

const sitemapIndex = (addresses: readonly string[]): string =>
  `${HEAD}<sitemapindex ${NAMES}>\n${addresses.map((one) => `<sitemap><loc>${xml(one)}</loc></sitemap>`).join('\n')}\n</sitemapindex>\n`

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const xml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!)
