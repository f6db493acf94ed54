import type { Inline } from '../model.js'
import type { Allowance } from './allowance.js'
import { editsBetween } from './edits.js'
import type { WordChange } from './model.js'
import { keyOf, tokensOf, type Token } from './tokens.js'

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
  const [older, newer] = [tokensOf(before, allowance), tokensOf(after, allowance)]
  if (allowance.characters < 0) return null
  let [from, to] = [0, 0]
  return editsBetween(older.map(keyOf), newer.map(keyOf), allowance).flatMap(({ change, count }) => {
    const isRemoved = change === 'REMOVED'
    const tokens = isRemoved ? older.slice(from, from + count) : newer.slice(to, to + count)
    // What stayed is written as in the newer text, where the word before may have been the last one.
    const space = isRemoved && endsInSpace(older[from - 1]) && newer[to - 1] && !endsInSpace(newer[to - 1]) ? ' ' : ''
    if (change !== 'ADDED') from += count
    if (!isRemoved) to += count
    return runsOf(tokens).map((run, place) => ({
      change,
      ...run,
      ...(place === 0 && { text: space + run.text }),
    }))
  })
}

const endsInSpace = (token: Token | undefined): boolean => token !== undefined && /\s$/.test(token.text)

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
