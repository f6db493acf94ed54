import { diffArrays, type ArrayChange } from 'diff'
import type { Inline } from '../model.js'
import type { WordChange } from './model.js'

const segmenter = new Intl.Segmenter('sv', { granularity: 'word' })
/** Words that may be added and removed before two texts are simply two texts: the work grows with its square. */
const MOST_EDITS = 400

/** Characters that one comparison may look at word by word; what is longer is shown whole. */
export interface Allowance {
  characters: number
}

export const createAllowance = (): Allowance => ({ characters: 400_000 })

interface Token {
  text: string
  link: string | null
}

/**
 * Words by the rules of Swedish, each with the space behind it, so that a changed sentence is not chopped at its spaces.
 * A link is another one when it leads elsewhere, though its words are the same: a number to call stands in it.
 *
 * @returns null where the texts are longer than the allowance that is left
 */
export function compareWords(
  before: readonly Inline[],
  after: readonly Inline[],
  allowance: Allowance,
): WordChange[] | null {
  allowance.characters -= lengthOf(before) + lengthOf(after)
  if (allowance.characters < 0) return null
  const [older, newer] = [tokensOf(before), tokensOf(after)]
  let [from, to] = [0, 0]
  return editsOf(older, newer).flatMap(({ count, added, removed }) => {
    const tokens = removed ? older.slice(from, from + count) : newer.slice(to, to + count)
    // What stayed is written as in the newer text, where the word before may have been the last one.
    const space = removed && endsInSpace(older[from - 1]) && newer[to - 1] && !endsInSpace(newer[to - 1]) ? ' ' : ''
    if (!added) from += count
    if (!removed) to += count
    return runsOf(tokens).map((run, place) => ({
      change: added ? 'ADDED' : removed ? 'REMOVED' : 'SAME',
      ...run,
      ...(place === 0 && { text: space + run.text }),
    }))
  })
}

const endsInSpace = (token: Token | undefined): boolean => token !== undefined && /\s$/.test(token.text)

type Edit = Pick<ArrayChange<number>, 'count' | 'added' | 'removed'>

/** Compared by number, which is quicker than by text. The space behind a word makes it no other word. */
function editsOf(older: readonly Token[], newer: readonly Token[]): Edit[] {
  const numbers = new Map<string, number>()
  const numberOf = ({ text, link }: Token): number => {
    const key = `${link ?? ''}\n${text.trimEnd()}`
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  }
  const edits = diffArrays(older.map(numberOf), newer.map(numberOf), { maxEditLength: MOST_EDITS })
  return (
    edits ?? [
      { count: older.length, removed: true, added: false },
      { count: newer.length, removed: false, added: true },
    ]
  )
}

function tokensOf(inlines: readonly Inline[], link: string | null = null): Token[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'break') return [{ text: '\n', link }]
    if (inline.type === 'link') return tokensOf(inline.children, targetOf(inline))
    return wordsIn(inline.text).map((text) => ({ text, link }))
  })
}

/**
 * Words, signs and numbers. The segmenter's time grows with the square of what it is handed at once, so that it gets
 * what stands between two spaces, where no word goes on, and no more than 100 characters of that.
 */
function wordsIn(text: string): string[] {
  const words: string[] = []
  for (const [piece] of text.matchAll(/\S{1,100}\s*|\s+/g)) {
    const isOneWord = /^[\p{L}\p{N}]+\s*$/u.test(piece)
    const segments = isOneWord ? [piece] : Array.from(segmenter.segment(piece), ({ segment }) => segment)
    for (const segment of segments) {
      if (words.length > 0 && segment.trim() === '') words[words.length - 1] += segment
      else words.push(segment)
    }
  }
  return words
}

/** Neighbours that lead to the same place are one run. */
function runsOf(tokens: readonly Token[]): { text: string; link: string | null }[] {
  const runs: { text: string; link: string | null }[] = []
  for (const { text, link } of tokens) {
    const last = runs.at(-1)
    if (last && last.link === link) last.text += text
    else runs.push({ text, link })
  }
  return runs
}

type Link = Extract<Inline, { type: 'link' }>

const targetOf = (link: Link): string => ('href' in link ? link.href : `${link.document.kind}:${link.document.id}`)

/** The words alone, for finding what belongs together. */
export const plainText = (inlines: readonly Inline[]): string =>
  inlines
    .map((one) => (one.type === 'text' ? one.text : one.type === 'break' ? '\n' : plainText(one.children)))
    .join('')

const lengthOf = (inlines: readonly Inline[]): number =>
  inlines.reduce(
    (sum, one) => sum + (one.type === 'text' ? one.text.length : one.type === 'break' ? 1 : lengthOf(one.children)),
    0,
  )
