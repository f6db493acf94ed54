import type { Block, ImageRef, Inline, ListItem, TableCell } from '../../archive/pure/model.js'
import { DEFAULT_LANGUAGE, type LanguageCode } from '../../vocabulary.js'
import { gridOf } from './grid.js'
import { altOf, type ImageUrl, type ResolveDocument } from './links.js'
import { destination, escapeMarkdown, inlineMarkdown } from './markdownInline.js'

type List = Extract<Block, { type: 'list' }>

interface Context {
  resolve: ResolveDocument
  imageUrl: ImageUrl
  language: LanguageCode
}

/** CommonMark 0.31, and tables as GitHub writes them, which CommonMark lacks. */
export function toMarkdown(
  blocks: readonly Block[],
  resolve: ResolveDocument,
  imageUrl: ImageUrl,
  language: LanguageCode = DEFAULT_LANGUAGE,
): string {
  const context = { resolve, imageUrl, language }
  return blocks
    .flatMap((block, index) => {
      const text = blockMarkdown(block, context)
      // Two lists in a row would be read as one (section 5.3, example 308).
      const isAfterList = block.type === 'list' && blocks[index - 1]?.type === 'list'
      return text === '' ? [] : isAfterList ? ['<!-- -->', text] : [text]
    })
    .join('\n\n')
}

function blockMarkdown(block: Block, context: Context): string {
  switch (block.type) {
    case 'paragraph':
      return lines(block.children, context)
    case 'heading':
      return headingMarkdown(block, context)
    case 'quote':
      return lines(block.children, context).replace(/^/gm, '> ')
    case 'list':
      return listMarkdown(block, context)
    case 'table':
      return tableMarkdown(block.rows, context)
    case 'image':
      return imageMarkdown(block.image, context)
    case 'rule':
      return '* * *'
  }
}

/** Lines of a block, none of which begins with what would start another block. */
function lines(children: readonly Inline[], { resolve }: Context): string {
  return trimmedBreaks(inlineMarkdown(children, resolve))
    .split('\n')
    .map((line) => atLineStart(line.trim()))
    .join('\n')
}

/** Breaks at either end have nothing to part; a last one would be shown as a backslash. */
const trimmedBreaks = (text: string): string =>
  text.replace(/^(?:\s|\\\n)+/, '').replace(/(?<!\\)(?:\\\\)*(?:\\\n|\s)+$/, (end) => end.replace(/(?:\\\n|\s)+$/, ''))

const atLineStart = (line: string): string =>
  line.replace(/^[#+\-=>|:]/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')

function headingMarkdown({ level, children }: Extract<Block, { type: 'heading' }>, { resolve }: Context): string {
  const text = inlineMarkdown(children, resolve, ' ').trim()
  // A row of # at the end would be taken for the heading's closing sign.
  return text === '' ? '' : `${'#'.repeat(level)} ${text.replace(/#$/, '\\#')}`
}

function listMarkdown({ items, ordered, start = 1 }: List, context: Context): string {
  return items.map((item, index) => itemMarkdown(item, ordered ? `${start + index}.` : '-', context)).join('\n')
}

function itemMarkdown({ children, sublist }: ListItem, marker: string, context: Context): string {
  const words = lines(children, context)
  const inside = sublist ? listMarkdown(sublist, context) : ''
  // Only a list that begins with 1 may follow a line of text at once (section 5.3).
  const gap = words === '' || inside === '' ? '' : sublist?.ordered && sublist.start !== undefined ? '\n\n' : '\n'
  const indent = ' '.repeat(marker.length + 1)
  return `${marker} ${(words + gap + inside).replace(/\n(?=[^\n])/g, `\n${indent}`)}`.trimEnd()
}

function imageMarkdown(image: ImageRef, { imageUrl, language }: Context): string {
  const alt = escapeMarkdown(altOf(image, language).text).trim()
  const credit = image.credit ? `\n\n${atLineStart(escapeMarkdown(image.credit).trim())}` : ''
  return `![${alt}](${destination(imageUrl(image))})${credit}`
}

/** The first row is the head, as the form demands; an empty one stands in where the table has none. */
function tableMarkdown(rows: readonly { cells: TableCell[] }[], context: Context): string {
  const texts = gridOf(rows, (cell) => cellMarkdown(cell, context))
  const width = Math.max(0, ...texts.map((row) => row.length))
  if (width === 0) return ''
  const hasHead = rows[0]?.cells.every((cell) => cell.header) ?? false
  const all = hasHead ? texts : [[], ...texts]
  const [head, ...body] = all.map(
    (row) => `| ${Array.from({ length: width }, (_, index) => row[index] ?? '').join(' | ')} |`,
  )
  return [head, `|${' --- |'.repeat(width)}`, ...body].join('\n')
}

/** A pipe is escaped even in code, since cells are cut first. */
const cellMarkdown = (cell: TableCell, context: Context): string =>
  cell.blocks
    .map((block) => cellBlock(block, context))
    .filter((part) => part !== '')
    .join('<br>')
    .replaceAll('|', '\\|')

/** A cell holds one line and no blocks: what is a block elsewhere becomes a line here. */
function cellBlock(block: Block, context: Context): string {
  switch (block.type) {
    case 'list':
      return cellList(block, context)
    case 'table':
      return block.rows
        .flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks.map((one) => cellBlock(one, context))))
        .join('<br>')
    case 'image':
      return imageMarkdown(block.image, context).replaceAll('\n\n', '<br>')
    case 'rule':
      return ''
    default:
      return inlineMarkdown(block.children, context.resolve, '<br>').trim()
  }
}

const cellList = ({ items, ordered, start = 1 }: List, context: Context): string =>
  items
    .map(({ children, sublist }, index) => {
      const words = `${ordered ? `${start + index}.` : '•'} ${inlineMarkdown(children, context.resolve, '<br>').trim()}`
      return sublist ? `${words}<br>${cellList(sublist, context)}` : words
    })
    .join('<br>')
