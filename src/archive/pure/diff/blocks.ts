import { canonicalBytes } from '../canonical.js'
import type { Block, Inline, ListItem } from '../model.js'
import { align, type Part, type Row } from './alignment.js'
import type { Allowance } from './allowance.js'
import type { BlockChange, Piece } from './model.js'
import { compareWords, plainText } from './words.js'

/** Levels of lists inside lists, and of tables inside tables, that are told apart. */
const DEEPEST = 100

type Comparable = Block | Piece

export const isBlock = (one: Comparable): one is Block => one.type !== 'item' && one.type !== 'cell'

/**
 * What became of each block.
 *
 * @returns in the order of the newer text; what was removed stands where it stood
 */
export function compareBlocks(
  before: readonly Comparable[],
  after: readonly Comparable[],
  allowance: Allowance,
): BlockChange[] {
  const [older, newer] = [before.map(placed), after.map(placed)]
  return align(older, newer, allowance).map((row) => changeOf(row, older, newer, allowance))
}

interface Placed extends Part {
  block: Comparable
}

const placed = (block: Comparable): Placed => ({ key: canonicalBytes(block), words: wordsOf(block), block })

function changeOf(
  { from, to, moved }: Row,
  older: readonly Placed[],
  newer: readonly Placed[],
  allowance: Allowance,
): BlockChange {
  const [one, other] = [from === null ? null : older[from]!, to === null ? null : newer[to]!]
  const [before, after] = [one?.block ?? null, other?.block ?? null]
  const common = { moved, from, to, before, after, words: [], parts: [], onlyForm: false }
  if (!before) return { ...common, change: 'ADDED' }
  if (!after) return { ...common, change: 'REMOVED' }
  if (one?.key === other?.key) return { ...common, change: 'SAME' }
  const [olderPieces, newerPieces] = [piecesOf(before), piecesOf(after)]
  const isDivided = olderPieces.length > 0 && newerPieces.length > 0
  const parts = isDivided ? compareBlocks(olderPieces, newerPieces, allowance) : []
  const words = isDivided ? [] : compareWords(runningText(before), runningText(after), allowance)
  return { ...common, change: 'CHANGED', words, parts, onlyForm: isOnlyForm(words, parts) }
}

const isOnlyForm = (words: BlockChange['words'], parts: readonly BlockChange[]): boolean =>
  words !== null &&
  words.every(({ change }) => change === 'SAME') &&
  parts.every((part) => part.change === 'SAME' || (part.change === 'CHANGED' && part.onlyForm))

/** What a list or a table is made of, one after the other as they are read. */
function piecesOf(block: Comparable): Piece[] {
  if (block.type === 'list') return itemsOf(block, 1)
  if (block.type !== 'table') return []
  return block.rows.flatMap(({ cells }, row) =>
    cells.map((cell): Piece => ({
      type: 'cell',
      level: row + 1,
      sign: cell.header ? 'header' : 'data',
      children: lines(cell.blocks.map((inside) => runningText(inside))),
    })),
  )
}

function itemsOf({ ordered, items }: Extract<Block, { type: 'list' }>, level: number): Piece[] {
  const sign = ordered ? 'number' : 'bullet'
  return items.flatMap(({ children, sublist }: ListItem): Piece[] => [
    { type: 'item', level, sign, children },
    ...(sublist && level < DEEPEST ? itemsOf(sublist, level + 1) : []),
  ])
}

/** All that a block says, as one text. */
function runningText(block: Comparable): Inline[] {
  if ('children' in block) return block.children
  if (block.type === 'list' || block.type === 'table') return lines(piecesOf(block).map(({ children }) => children))
  return block.type === 'image' ? [{ type: 'text', text: wordsOf(block) }] : []
}

const lines = (texts: readonly (readonly Inline[])[]): Inline[] =>
  texts.flatMap((text, position): Inline[] => (position === 0 ? [...text] : [{ type: 'break' }, ...text]))

/** A picture is known by its name and by the text that stands for it. */
const wordsOf = (block: Comparable): string =>
  block.type === 'image'
    ? [block.image.name, ...Object.values(block.image.alt ?? {}), block.image.credit ?? ''].join(' ')
    : plainText(runningText(block))
