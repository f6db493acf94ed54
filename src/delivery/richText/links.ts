import { safeHref } from '../../archive/pure/href.js'
import type { FileRef, ImageRef, Inline } from '../../archive/pure/model.js'
import type { DocumentKind, LanguageCode } from '../../vocabulary.js'

/** Where a document is found at the moment of the answer. */
export interface LinkTarget {
  href: string
  kind: DocumentKind
  id: string
  title: string
}

/** Undefined for what the reader cannot open at that moment: the link's words then stand without a link. */
export type ResolveDocument = (document: { kind: DocumentKind; id: string }) => LinkTarget | undefined

/** The address at which the public gets a file. */
export type ImageUrl = (file: FileRef) => string

export type Link = Extract<Inline, { type: 'link' }>

/** @returns undefined when there is nowhere to lead; `document` is the id of a document of ours */
export function destinationOf(link: Link, resolve: ResolveDocument): { href: string; document?: string } | undefined {
  if ('document' in link) {
    const target = resolve(link.document)
    return target && { href: target.href, document: target.id }
  }
  // Unsafe addresses are refused before they are archived; this holds for what came in by another way, too.
  const href = safeHref(link.href)
  return href === undefined ? undefined : { href }
}

/** Text instead of the picture, with its language where that is not the one asked for; empty for decoration. */
export function altOf(image: ImageRef, language: LanguageCode): { text: string; language: LanguageCode } {
  const own = image.alt?.[language]
  if (own !== undefined) return { text: own, language }
  const [other] = Object.entries(image.alt ?? {}) as [LanguageCode, string][]
  const [code, text] = image.alt?.sv === undefined ? (other ?? [language, '']) : (['sv', image.alt.sv] as const)
  return { text, language: code }
}
