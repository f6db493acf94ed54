import type { Block, ImageRef, Inline, ListItem, Mark, TableCell } from '../../archive/pure/model.js'
import { DEFAULT_LANGUAGE, type LanguageCode } from '../../vocabulary.js'
import { altOf, destinationOf, type ImageUrl, type Link, type ResolveDocument } from './links.js'

/** The text column of the county sites; a site with another one sets `sizes` anew. */
const SIZES = '(min-width: 48rem) 48rem, 100vw'
/** Pixels: what a browser without `srcset` gets. */
const PLAIN_WIDTH = 1280

type Write = { inlines: (inlines: readonly Inline[]) => string; blocks: (blocks: readonly Block[]) => string } & Shown
interface Shown {
  imageUrl: ImageUrl
  language: LanguageCode
}

/**
 * HTML that a site can put into its page as it is: every text escaped, nothing that runs, no classes and no styles.
 *
 * @param language  the language that is served; pictures tell in it what they show
 */
export function toHtml(
  blocks: readonly Block[],
  resolve: ResolveDocument,
  imageUrl: ImageUrl,
  language: LanguageCode = DEFAULT_LANGUAGE,
): string {
  const write: Write = {
    imageUrl,
    language,
    inlines: (inlines) => inlines.map((inline) => inlineHtml(inline, write, resolve)).join(''),
    blocks: (inside) => inside.map((block) => blockHtml(block, write)).join('\n'),
  }
  return write.blocks(blocks)
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!)

/** Attributes without a value are left out. */
const attributes = (values: Record<string, string | number | undefined>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeHtml(String(value))}"`))
    .join('')

function blockHtml(block: Block, write: Write): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${write.inlines(block.children)}</p>`
    case 'heading':
      return `<h${block.level}>${write.inlines(block.children)}</h${block.level}>`
    case 'quote':
      return `<blockquote><p>${write.inlines(block.children)}</p></blockquote>`
    case 'list':
      return listHtml(block, write)
    case 'table':
      return tableHtml(block, write)
    case 'image':
      return figureHtml(block.image, write)
    case 'rule':
      return '<hr>'
  }
}

function listHtml(list: Extract<Block, { type: 'list' }>, write: Write): string {
  const items = list.items.map((item) => `<li>${itemHtml(item, write)}</li>`).join('')
  return list.ordered ? `<ol${attributes({ start: list.start })}>${items}</ol>` : `<ul>${items}</ul>`
}

const itemHtml = ({ children, sublist }: ListItem, write: Write): string =>
  write.inlines(children) + (sublist ? listHtml(sublist, write) : '')

/** Header cells head their column where the whole row, or the table's corner, consists of them; else their row. */
function tableHtml({ rows }: Extract<Block, { type: 'table' }>, write: Write): string {
  const headRows = rows.findIndex(({ cells }) => !cells.every((cell) => cell.header))
  const [head, body] = headRows === -1 ? [[], rows] : [rows.slice(0, headRows), rows.slice(headRows)]
  const rowHtml = ({ cells }: { cells: TableCell[] }, index: number): string => {
    const isHead = index < head.length || cells.every((cell) => cell.header)
    return `<tr>${cells.map((cell) => cellHtml(cell, isHead ? 'col' : 'row', write)).join('')}</tr>`
  }
  const headHtml = head.length > 0 ? `<thead>${head.map(rowHtml).join('')}</thead>` : ''
  return `<table>${headHtml}<tbody>${body.map((row, index) => rowHtml(row, index + head.length)).join('')}</tbody></table>`
}

function cellHtml(cell: TableCell, scope: 'col' | 'row', write: Write): string {
  const spans = { colspan: cell.colSpan, rowspan: cell.rowSpan }
  const [only, ...more] = cell.blocks
  const content =
    only?.type === 'paragraph' && more.length === 0 ? write.inlines(only.children) : write.blocks(cell.blocks)
  return cell.header
    ? `<th${attributes({ scope, ...spans })}>${content}</th>`
    : `<td${attributes(spans)}>${content}</td>`
}

function figureHtml(image: ImageRef, { imageUrl, language }: Write): string {
  const alt = altOf(image, language)
  // A rendition cut to another shape would change the picture while the window is resized.
  const sameShape = image.renditions
    .filter(({ width, height }) => Math.abs(width / height / (image.width / image.height) - 1) < 0.02)
    .toSorted((a, b) => a.width - b.width)
  const plain = sameShape.findLast(({ width }) => width <= PLAIN_WIDTH) ?? image
  const img = attributes({
    src: imageUrl(plain),
    srcset: sameShape.map((one) => `${imageUrl(one)} ${one.width}w`).join(', ') || undefined,
    sizes: sameShape.length > 0 ? SIZES : undefined,
    width: image.width,
    height: image.height,
    alt: alt.text,
    lang: alt.language === language ? undefined : alt.language,
    loading: 'lazy',
  })
  const caption = image.credit ? `<figcaption>${escapeHtml(image.credit)}</figcaption>` : ''
  return `<figure><img${img}>${caption}</figure>`
}

const tagOf: Record<Mark, string> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  sub: 'sub',
  sup: 'sup',
}

function inlineHtml(inline: Inline, write: Write, resolve: ResolveDocument): string {
  switch (inline.type) {
    case 'text':
      return (inline.marks ?? []).reduceRight(
        (inner, mark) => `<${tagOf[mark]}>${inner}</${tagOf[mark]}>`,
        escapeHtml(inline.text),
      )
    case 'break':
      return '<br>'
    case 'link':
      return linkHtml(inline, write, resolve)
  }
}

/** `data-document` lets a site that knows its own addresses put them in place of ours. */
function linkHtml(link: Link, write: Write, resolve: ResolveDocument): string {
  const words = write.inlines(link.children)
  const to = destinationOf(link, resolve)
  return to ? `<a${attributes({ href: to.href, 'data-document': to.document })}>${words}</a>` : words
}
