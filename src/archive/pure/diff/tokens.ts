import type { Inline } from '../model.js'
import type { Allowance } from './allowance.js'

/** A word, a sign or a number, with the space behind it. */
export interface Token {
  text: string
  link: string | null
}

/** The space behind a word makes it no other word. */
export const keyOf = ({ text, link }: Token): string => (link === null ? text.trimEnd() : `${text.trimEnd()}\n${link}`)

/** All of a text in order; no more than the allowance lets be looked at. */
export function tokensOf(inlines: readonly Inline[], allowance: Allowance, link: string | null = null): Token[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'break') return [{ text: '\n', link }]
    if (inline.type === 'link') return tokensOf(inline.children, allowance, targetOf(inline))
    return wordsIn(inline.text, allowance).map((text) => ({ text, link }))
  })
}

const segmenter = new Intl.Segmenter('sv', { granularity: 'word' })
const WORD = /^[\p{L}\p{N}]+$/u
/** Letters and digits with signs that join nothing: each stands for itself by the segmenter's rules too. */
const PLAIN = /^(?:[\p{L}\p{N}\-–—/()!?”»«…]|[.,;:](?![\p{L}\p{N}]))+$/u
/** What a character costs that the segmenter must look at. */
const SEGMENTING = 5

/**
 * Words, signs and numbers, each with the space behind it. The segmenter takes its time, which grows with the square of
 * what it is handed at once: so it gets what stands between two spaces, where no word goes on, and no more than 100
 * characters of that.
 */
function wordsIn(text: string, allowance: Allowance): string[] {
  const words: string[] = []
  for (const [whole, piece] of text.matchAll(/(\S{1,100})\s*|\s+/gu)) {
    if (piece === undefined) words.push(whole)
    else {
      for (const segment of segmentsOf(piece, allowance)) words.push(segment)
      words[words.length - 1] += whole.slice(piece.length)
    }
    if (allowance.characters < 0) break
  }
  return words
}

function segmentsOf(piece: string, allowance: Allowance): readonly string[] {
  if (WORD.test(piece)) return [piece]
  if (PLAIN.test(piece)) return piece.match(/[\p{L}\p{N}]+|./gu)!
  const known = allowance.segments.get(piece)
  if (known) return known
  allowance.characters -= SEGMENTING * piece.length
  const segments = Array.from(segmenter.segment(piece), ({ segment }) => segment)
  allowance.segments.set(piece, segments)
  return segments
}

type Link = Extract<Inline, { type: 'link' }>

const targetOf = (link: Link): string => ('href' in link ? link.href : `${link.document.kind}:${link.document.id}`)
