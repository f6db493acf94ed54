import type { Block, Inline, ListItem, TableCell } from '../../archive/pure/model.js'
import { DEFAULT_LANGUAGE, type LanguageCode } from '../../vocabulary.js'
import { altOf } from './links.js'

/** The words alone: for search, for descriptions, for a reader without marks. Blocks are parted by an empty line. */
export function toText(blocks: readonly Block[], language: LanguageCode = DEFAULT_LANGUAGE): string {
  return blocks
    .map((block) => blockText(block, language))
    .filter((text) => text.trim() !== '')
    .join('\n\n')
}

function blockText(block: Block, language: LanguageCode): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return inlineText(block.children)
    case 'list':
      return listText(block)
    case 'table':
      return block.rows.map(({ cells }) => cells.map((cell) => cellText(cell, language)).join('\t')).join('\n')
    case 'image':
      return altOf(block.image, language).text
    case 'rule':
      return ''
  }
}

function listText({ items, ordered, start = 1 }: Extract<Block, { type: 'list' }>): string {
  return items.map((item, index) => itemText(item, ordered ? `${start + index}. ` : '- ')).join('\n')
}

function itemText({ children, sublist }: ListItem, marker: string): string {
  const inside = sublist ? listText(sublist).replace(/^/gm, '  ') : ''
  return `${marker}${inlineText(children)}${inside && `\n${inside}`}`
}

/** A cell keeps to its line. */
const cellText = ({ blocks }: TableCell, language: LanguageCode): string =>
  toText(blocks, language).replace(/\s+/g, ' ').trim()

const inlineText = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) =>
      inline.type === 'text' ? inline.text : inline.type === 'break' ? '\n' : inlineText(inline.children),
    )
    .join('')
