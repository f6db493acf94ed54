import type { DocumentKind } from '../../vocabulary.js'
import type { Block, FileRef, Inline, ListItem } from './model.js'

/** Every file that the blocks name, renditions included, each content once. */
export function filesIn(blocks: readonly Block[]): FileRef[] {
  const files = new Map<string, FileRef>()
  for (const block of everyBlock(blocks)) {
    if (block.type !== 'image') continue
    for (const file of [block.image, ...block.image.renditions]) files.set(file.sha256, file)
  }
  return [...files.values()]
}

/** Every document that the blocks link to, each once. */
export function linkedDocumentsIn(blocks: readonly Block[]): { kind: DocumentKind; id: string }[] {
  const documents = new Map<string, { kind: DocumentKind; id: string }>()
  for (const block of everyBlock(blocks)) {
    for (const inline of everyInline(inlinesOf(block))) {
      if (inline.type === 'link' && 'document' in inline) documents.set(inline.document.id, inline.document)
    }
  }
  return [...documents.values()]
}

/** Blocks and the blocks inside them, in reading order. */
function* everyBlock(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block
    if (block.type === 'table')
      for (const { cells } of block.rows) for (const cell of cells) yield* everyBlock(cell.blocks)
  }
}

function* everyInline(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline
    if (inline.type === 'link') yield* everyInline(inline.children)
  }
}

function inlinesOf(block: Block): readonly Inline[] {
  if (block.type === 'list') return block.items.flatMap(inlinesOfItem)
  return 'children' in block ? block.children : []
}

const inlinesOfItem = ({ children, sublist }: ListItem): readonly Inline[] =>
  sublist ? [...children, ...inlinesOf(sublist)] : children
