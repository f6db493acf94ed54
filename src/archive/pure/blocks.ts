import { hasContent, inlinesFrom } from './inlines.js'
import {
  badText,
  childrenOf,
  idOf,
  isObject,
  nodeOf,
  refuseTooDeep,
  unknownNode,
  type LexicalNode,
} from './lexicalNode.js'
import type { Block, ImageRef, Inline, ListItem, TableCell } from './model.js'

export { filesIn, linkedDocumentsIn } from './blockTree.js'

type Images = ReadonlyMap<string, ImageRef>
type List = Extract<Block, { type: 'list' }>

/**
 * Freezes what an editor wrote into our own block tree: whoever reads it in 2040 has no such editor. Nothing is
 * dropped but emptiness and looks; what we do not know is refused, by name, before it is published.
 *
 * @param editorState  the value of a Lexical rich text field, in one language; null for none
 * @param images  what each upload in the text shows, by media id: `mediaIdsIn` lists them
 * @throws ServiceError BAD_INPUT for an unknown node, an unsafe link, an unknown image, more than 100 levels
 */
export function blocksFromLexical(editorState: unknown, images: Images): Block[] {
  const root = rootOf(editorState)
  return root ? blocksFrom(childrenOf(root), images, 1) : []
}

/** The media that a text shows, each once, in the order in which they stand. */
export function mediaIdsIn(editorState: unknown): string[] {
  const found = new Set<string>()
  const collect = (node: LexicalNode, depth: number): void => {
    refuseTooDeep(depth)
    const id = node.type === 'upload' ? idOf(node['value']) : undefined
    if (id) found.add(id)
    for (const child of childrenOf(node)) collect(child, depth + 1)
  }
  const root = rootOf(editorState)
  if (root) collect(root, 0)
  return [...found]
}

const rootOf = (editorState: unknown): LexicalNode | undefined =>
  isObject(editorState) && isObject(editorState['root']) ? nodeOf({ type: 'root', ...editorState['root'] }) : undefined

function blocksFrom(nodes: readonly LexicalNode[], images: Images, depth: number): Block[] {
  refuseTooDeep(depth)
  return nodes.flatMap((node) => blockFrom(node, images, depth))
}

/** @returns no block for one that says nothing */
function blockFrom(node: LexicalNode, images: Images, depth: number): Block[] {
  switch (node.type) {
    case 'paragraph':
      return ifContent(inlinesOf(node, depth), (children) => ({ type: 'paragraph', children }))
    case 'heading':
      return ifContent(inlinesOf(node, depth), (children) => ({ type: 'heading', level: levelOf(node), children }))
    case 'quote':
      return ifContent(inlinesOf(node, depth), (children) => ({ type: 'quote', children }))
    case 'list': {
      const list = listFrom(node, depth)
      return list.items.length > 0 ? [list] : []
    }
    case 'table':
      return tableFrom(node, images, depth)
    case 'upload':
      return [{ type: 'image', image: imageFrom(node, images) }]
    case 'horizontalrule':
      return [{ type: 'rule' }]
    default:
      throw unknownNode(node.type)
  }
}

const inlinesOf = (node: LexicalNode, depth: number): Inline[] => inlinesFrom(childrenOf(node), depth + 1)

const ifContent = (children: Inline[], make: (children: Inline[]) => Block): Block[] =>
  hasContent(children) ? [make(children)] : []

/** Only the page's title is a heading of level 1, and nobody finds their way below level 4. */
function levelOf(node: LexicalNode): 2 | 3 | 4 {
  const level = Number(String(node['tag']).slice(1))
  return level === 3 ? 3 : level >= 4 ? 4 : 2
}

function listFrom(node: LexicalNode, depth: number): List {
  refuseTooDeep(depth)
  const ordered = node['listType'] === 'number'
  const start = ordered && Number.isSafeInteger(node['start']) ? (node['start'] as number) : 1
  const items: ListItem[] = []
  for (const child of childrenOf(node)) {
    if (child.type !== 'listitem') throw unknownNode(child.type)
    addItem(items, child, node['listType'] === 'check', depth + 1)
  }
  return { type: 'list', ordered, ...(start === 1 ? {} : { start }), items }
}

/** Lexical puts a sublist into an item of its own after the one that it belongs to. */
function addItem(items: ListItem[], node: LexicalNode, isCheck: boolean, depth: number): void {
  const parts = childrenOf(node)
  const words = inlinesFrom(
    parts.filter((part) => part.type !== 'list'),
    depth,
  )
  if (hasContent(words)) items.push({ children: isCheck ? [checkbox(node), ...words] : words })
  for (const part of parts.filter((one) => one.type === 'list')) {
    const sublist = listFrom(part, depth + 1)
    const owner = items.at(-1)
    if (sublist.items.length === 0) continue
    if (owner && !owner.sublist) owner.sublist = sublist
    else items.push({ children: [], sublist })
  }
}

/** Whether a box is ticked is content; the tree has no sign of its own for it. */
const checkbox = (node: LexicalNode): Inline => ({ type: 'text', text: node['checked'] === true ? '☑ ' : '☐ ' })

function tableFrom(node: LexicalNode, images: Images, depth: number): Block[] {
  const rows = childrenOf(node).map((row) => {
    if (row.type !== 'tablerow') throw unknownNode(row.type)
    return { cells: childrenOf(row).map((cell) => cellFrom(cell, images, depth + 2)) }
  })
  const isEmpty = rows.every((row) => row.cells.every((cell) => cell.blocks.length === 0))
  return isEmpty ? [] : [{ type: 'table', rows }]
}

function cellFrom(node: LexicalNode, images: Images, depth: number): TableCell {
  if (node.type !== 'tablecell') throw unknownNode(node.type)
  const [colSpan, rowSpan] = [spanOf(node['colSpan']), spanOf(node['rowSpan'])]
  return {
    // Lexical: 0 none, 1 heads its row, 2 its column, 3 both.
    header: typeof node['headerState'] === 'number' && node['headerState'] !== 0,
    ...(colSpan > 1 ? { colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    blocks: blocksFrom(childrenOf(node), images, depth + 1),
  }
}

function spanOf(value: unknown): number {
  const span = value ?? 1
  if (Number.isInteger(span) && (span as number) >= 1 && (span as number) <= 100) return span as number
  throw badText('En tabellcell är för bred eller för hög.', 'A table cell is too wide or too tall.')
}

function imageFrom(node: LexicalNode, images: Images): ImageRef {
  const id = idOf(node['value'])
  const image = id === undefined ? undefined : images.get(id)
  if (image) return image
  throw badText(
    'Texten visar en fil som saknas eller inte är en bild. Ta bort den eller ladda upp den igen.',
    'The text shows a file that is missing or is no image. Remove it or upload it again.',
  )
}
