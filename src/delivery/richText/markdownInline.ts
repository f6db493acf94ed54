import type { Inline, Mark } from '../../archive/pure/model.js'
import { destinationOf, type ResolveDocument } from './links.js'

/**
 * Running text as CommonMark. The work is in what must not happen: no text of an editor may turn into a sign, and no
 * sign of ours may stay a text because of what stands beside it.
 *
 * @param lineBreak  how a line ends within a block
 * @see https://spec.commonmark.org/0.31.2/
 */
export function inlineMarkdown(inlines: readonly Inline[], resolve: ResolveDocument, lineBreak = '\\\n'): string {
  return marked(joined(withoutDeadLinks(inlines, resolve)), outermostFirst, resolve, lineBreak)
}

/** A link that leads nowhere is its words, which are then neighbours of the words around it. */
const withoutDeadLinks = (inlines: readonly Inline[], resolve: ResolveDocument): Inline[] =>
  inlines.flatMap((one) =>
    one.type === 'link' && !destinationOf(one, resolve) ? withoutDeadLinks(one.children, resolve) : [one],
  )

function joined(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = []
  for (const one of inlines) {
    const last = result.at(-1)
    if (one.type === 'text' && last?.type === 'text' && String(one.marks) === String(last.marks))
      result[result.length - 1] = { ...last, text: last.text + one.text }
    else result.push(one)
  }
  return result
}

/** Emphasis by unlike signs, so that bold beside italic stays apart; else the HTML that CommonMark lets through. */
const signs: Record<Exclude<Mark, 'code'>, readonly [open: string, close: string]> = {
  bold: ['**', '**'],
  italic: ['_', '_'],
  underline: ['<u>', '</u>'],
  strike: ['<s>', '</s>'],
  sub: ['<sub>', '</sub>'],
  sup: ['<sup>', '</sup>'],
}
const outermostFirst = Object.keys(signs) as Exclude<Mark, 'code'>[]

/** Neighbours that share a mark stand inside one pair of signs: `**a****b**` would be read otherwise. */
function marked(
  inlines: readonly Inline[],
  marks: readonly Exclude<Mark, 'code'>[],
  resolve: ResolveDocument,
  lineBreak: string,
): string {
  const [mark, ...rest] = marks
  if (mark === undefined) return inlines.map((inline) => unmarked(inline, resolve, lineBreak)).reduce(beside, '')
  const bears = (inline: Inline): boolean => inline.type === 'text' && (inline.marks ?? []).includes(mark)
  return runsOf(inlines, bears)
    .map((run) => {
      const inside = marked(run.members, rest, resolve, lineBreak)
      return run.bears ? wrapped(inside, signs[mark]) : inside
    })
    .reduce(beside, '')
}

function runsOf(
  inlines: readonly Inline[],
  bears: (inline: Inline) => boolean,
): { bears: boolean; members: Inline[] }[] {
  const runs: { bears: boolean; members: Inline[] }[] = []
  for (const inline of inlines) {
    const last = runs.at(-1)
    if (last && last.bears === bears(inline)) last.members.push(inline)
    else runs.push({ bears: bears(inline), members: [inline] })
  }
  return runs
}

/** Blanks move outside: a sign next to a blank inside does not count as one. */
function wrapped(inside: string, [open, close]: readonly [string, string]): string {
  const core = inside.trim()
  if (core === '') return inside
  const [before, after] = inside.split(core, 2) as [string, string]
  return before + open + core + close + after
}

/**
 * Joins two pieces. Emphasis signs are read as such only with a blank or ASCII punctuation outside; a letter there is
 * written as a character reference, which counts as punctuation (section 6.2, "delimiter run").
 */
function beside(left: string, right: string): string {
  if (/(?<!\\)(?:\\\\)*[*_]$/.test(left)) return left + referenceAtStart(right)
  if (/^[*_]/.test(right)) return referenceAtEnd(left) + right
  // Two fences in a row would be read as one of another length.
  if (left.endsWith('`') && right.startsWith('`')) return `${left}<!-- -->${right}`
  // "!" before a link would make it a picture; a first half of an entity would meet its second.
  return (right.startsWith('[') ? left.replace(/!$/, '\\!') : left) + right
}

const reference = (character: string): string => `&#x${character.codePointAt(0)!.toString(16)};`
const referenceAtStart = (text: string): string => text.replace(/^[^\s!-/:-@[-`{-~]/u, reference)
const referenceAtEnd = (text: string): string => text.replace(/[^\s!-/:-@[-`{-~]$/u, reference)

function unmarked(inline: Inline, resolve: ResolveDocument, lineBreak: string): string {
  switch (inline.type) {
    case 'text':
      return inline.marks?.includes('code') ? codeSpan(inline.text) : escapeMarkdown(inline.text)
    case 'break':
      return lineBreak
    case 'link': {
      const words = inlineMarkdown(inline.children, resolve, lineBreak)
      const to = destinationOf(inline, resolve)
      return to && words.trim() !== '' ? `[${words}](${destination(to.href)})` : words
    }
  }
}

/** Signs that mean something anywhere in a line; those at its beginning are the block's concern. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~]/g, '\\$&')
    .replace(/&(?=[#\w]|$)/g, '\\&')
    .replace(/[\r\n]+/g, ' ')

/**
 * The fence is one longer than any inside (section 6.1). A line is looked through for the definition of a link before
 * its code spans are (section 4.7), so what looks like one's middle is written as HTML.
 */
function codeSpan(text: string): string {
  if (text.includes(']:')) return `<code>${escapeMarkdown(text)}</code>`
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : ''
  return text === '' ? '' : fence + pad + text.replace(/[\r\n]+/g, ' ') + pad + fence
}

/** Percent-encodes what would end the address; an ampersand that looks like an entity would be read as one. */
export const destination = (href: string): string =>
  href.replace(/[\s\p{Cc}<>()\\]/gu, (character) => percentEncoded(character)).replace(/&(?=[#\w]+;)/g, '&amp;')

const percentEncoded = (character: string): string =>
  [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
