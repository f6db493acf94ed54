/** A page that search engines may show. */
export interface SitemapPage {
  /** The same page by the language in which it is written; the first is the one that is listed. */
  addresses: readonly (readonly [language: string, address: string])[]
  /** When it last came to read as it does: an RFC 3339 instant. */
  changedAt: string
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

/** The list of the files, where one is not enough. */
export const sitemapIndex = (addresses: readonly string[]): string =>
  `${HEAD}<sitemapindex ${NAMES}>\n${addresses.map((one) => `<sitemap><loc>${xml(one)}</loc></sitemap>`).join('\n')}\n</sitemapindex>\n`

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const xml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!)
