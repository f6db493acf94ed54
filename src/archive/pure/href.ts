const allowed: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * An address as a text may keep it, or undefined for one that must not become a link: no scheme (it would lead
 * somewhere else on every site), or a scheme that runs something (`javascript:`, `data:`). It is read by the parser
 * that browsers use, so that what they would see through (blanks, tabs and line breaks in the scheme) is seen here.
 *
 * @see WHATWG URL Standard, section 4.4
 */
export function safeHref(address: string): string | undefined {
  const trimmed = address.trim()
  if (!URL.canParse(trimmed)) return undefined
  const url = new URL(trimmed)
  if (!allowed.has(url.protocol)) return undefined
  // The spelling of the editor, save where it holds what no address may hold.
  return /[\s\p{Cc}]/u.test(trimmed) ? url.href : trimmed
}
