import type { Addressed, Addresses } from './scope.js'

/** Where a county's site shows each kind of document. */
export interface Site {
  /** Without a slash at its end. */
  origin: string
  /** Paths with `{slug}`, `{id}`, `{strategy}` and `{number}` in them. */
  paths: Partial<Record<Addressed['kind'], string>>
}

/** @param siteOf what is known of a county's site at this moment */
export const createAddresses = (publicUrl: string, siteOf: (county: string) => Site | undefined): Addresses => ({
  document: (document) => onSite(document, siteOf(document.county)) ?? `${publicUrl}/id/${document.id}`,
  file: ({ sha256, name }) => `${publicUrl}/files/${sha256}/${encodeURIComponent(name)}`,
})

/** @returns undefined where the site has no page for it, or the path needs what the document lacks */
function onSite(document: Addressed, site: Site | undefined): string | undefined {
  const path = site?.paths[document.kind]
  if (!site || !path) return undefined
  const values: Record<string, string | number | null | undefined> = {
    slug: document.slug,
    id: document.id,
    strategy: document.strategy,
    number: document.number,
  }
  let isWhole = true
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value == null) isWhole = false
    return encodeURIComponent(String(value))
  })
  return isWhole ? `${site.origin}${filled}` : undefined
}
