import type { Block, ImageRef, Inline, ListItem, Rendition } from '../../archive/pure/model.js'
import { DEFAULT_LANGUAGE, type DocumentKind, type LanguageCode } from '../../vocabulary.js'
import { altOf, destinationOf, type ImageUrl, type ResolveDocument } from './links.js'

/** The archive's blocks with what a site needs to draw them: addresses of links and pictures. */
export type JsonInline =
  | Exclude<Inline, { type: 'link' }>
  /** `href` is null where there is nowhere to lead at that moment: show the words alone. */
  | { type: 'link'; href: string | null; document?: { kind: DocumentKind; id: string }; children: JsonInline[] }

export interface JsonListItem {
  children: JsonInline[]
  sublist?: JsonList
}

export interface JsonList {
  type: 'list'
  ordered: boolean
  start?: number
  items: JsonListItem[]
}

export interface JsonImage extends Omit<ImageRef, 'alt' | 'renditions'> {
  url: string
  /** Empty for decoration. */
  alt: string
  altLanguage: LanguageCode
  renditions: (Rendition & { url: string })[]
}

export type JsonBlock =
  | { type: 'paragraph' | 'quote'; children: JsonInline[] }
  | { type: 'heading'; level: 2 | 3 | 4; children: JsonInline[] }
  | JsonList
  | { type: 'table'; rows: { cells: { header: boolean; colSpan?: number; rowSpan?: number; blocks: JsonBlock[] }[] }[] }
  | { type: 'image'; image: JsonImage }
  | { type: 'rule' }

export function toJson(
  blocks: readonly Block[],
  resolve: ResolveDocument,
  imageUrl: ImageUrl,
  language: LanguageCode = DEFAULT_LANGUAGE,
): JsonBlock[] {
  const inlines = (children: readonly Inline[]): JsonInline[] => children.map((child) => inlineJson(child, resolve))
  const list = ({ items, ...rest }: Extract<Block, { type: 'list' }>): JsonList => ({ ...rest, items: items.map(item) })
  const item = ({ children, sublist }: ListItem): JsonListItem => ({
    children: inlines(children),
    ...(sublist ? { sublist: list(sublist) } : {}),
  })
  const one = (block: Block): JsonBlock => {
    switch (block.type) {
      case 'paragraph':
      case 'quote':
      case 'heading':
        return { ...block, children: inlines(block.children) }
      case 'list':
        return list(block)
      case 'table':
        return {
          type: 'table',
          rows: block.rows.map(({ cells }) => ({
            cells: cells.map((cell) => ({ ...cell, blocks: toJson(cell.blocks, resolve, imageUrl, language) })),
          })),
        }
      case 'image':
        return { type: 'image', image: imageJson(block.image, imageUrl, language) }
      case 'rule':
        return block
    }
  }
  return blocks.map(one)
}

function inlineJson(inline: Inline, resolve: ResolveDocument): JsonInline {
  if (inline.type !== 'link') return inline
  return {
    type: 'link',
    href: destinationOf(inline, resolve)?.href ?? null,
    ...('document' in inline ? { document: inline.document } : {}),
    children: inline.children.map((child) => inlineJson(child, resolve)),
  }
}

function imageJson(image: ImageRef, imageUrl: ImageUrl, language: LanguageCode): JsonImage {
  const alt = altOf(image, language)
  return {
    ...image,
    url: imageUrl(image),
    alt: alt.text,
    altLanguage: alt.language,
    renditions: image.renditions.map((rendition) => ({ ...rendition, url: imageUrl(rendition) })),
  }
}
