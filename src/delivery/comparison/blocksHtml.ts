import { isBlock } from '../../archive/pure/diff/blocks.js'
import type { BlockChange, WordChange } from '../../archive/pure/diff/model.js'
import type { Block, Inline } from '../../archive/pure/model.js'
import { escapeHtml as text } from '../richText/html.js'
import type { Speech } from '../speech.js'
import { labels } from './labels.js'

/** Writes a block that is shown whole. */
export type WriteBlock = (block: Block) => string

export interface Writing {
  /** The page's language. */
  speech: Speech
  /** The text's. */
  language: string
  block: WriteBlock
}

/** An attribute, where the text is in another language than the page. */
const langOf = ({ language, speech }: Writing): string => (language === speech ? '' : ` lang="${language}"`)

export const isChange = ({ change, moved }: BlockChange): boolean => change !== 'SAME' || moved

/** What stayed is folded: what was looked for are the changes. */
export function blocksHtml(blocks: readonly BlockChange[], writing: Writing): string {
  const parts: string[] = []
  let same: string[] = []
  const fold = (): void => {
    if (same.length > 0)
      parts.push(
        `<details><summary>${text(labels[writing.speech].unchanged(same.length))}</summary>\n${inLanguage(same.join('\n'), writing)}\n</details>`,
      )
    same = []
  }
  for (const block of blocks) {
    if (!isChange(block)) {
      same.push(wholeHtml(block.after ?? block.before, writing))
      continue
    }
    fold()
    parts.push(changeHtml(block, writing))
  }
  fold()
  return parts.join('\n')
}

function changeHtml(block: BlockChange, writing: Writing): string {
  const say = labels[writing.speech]
  const { change, moved, before, after, words, onlyForm } = block
  const told = [
    ...(change === 'CHANGED' ? [say.changed] : []),
    ...(moved ? [say.moved] : []),
    ...(onlyForm ? [say.onlyForm] : []),
    ...(words === null ? [say.tooLong] : []),
  ]
  const note = told.length > 0 ? `<p><strong>${text(told.join('. '))}</strong></p>` : ''
  if (change === 'ADDED') return marked('ins', wholeHtml(after, writing), writing)
  if (change === 'REMOVED') return marked('del', wholeHtml(before, writing), writing)
  if (change === 'SAME' || onlyForm) return note + inLanguage(wholeHtml(after, writing), writing)
  if (words === null)
    return note + marked('del', wholeHtml(before, writing), writing) + marked('ins', wholeHtml(after, writing), writing)
  return note + (block.parts.length > 0 ? partsHtml(block.parts, writing) : `<p>${wordsHtml(words, writing)}</p>`)
}

const inLanguage = (whole: string, writing: Writing): string =>
  langOf(writing) === '' ? whole : `<div${langOf(writing)}>${whole}</div>`

/** Items and cells stand one below the other: a table with half of its cells gone is no table. */
const partsHtml = (parts: readonly BlockChange[], writing: Writing): string =>
  `<ul>${parts
    .map(
      (part) =>
        `<li>${part.change === 'CHANGED' && part.words && !part.onlyForm ? wordsHtml(part.words, writing) : changeHtml(part, writing)}</li>`,
    )
    .join('')}</ul>`

/** With words for those who see no colour, in the language of the page. */
function marked(tag: 'ins' | 'del', content: string, writing: Writing): string {
  const lang = langOf(writing)
  const say = labels[writing.speech]
  const ours = lang === '' ? '' : ` lang="${writing.speech}"`
  return `<${tag}${lang}><span class="visually-hidden"${ours}>${text(tag === 'ins' ? say.added : say.removed)}: </span>${content}</${tag}>`
}

export function wordsHtml(words: readonly WordChange[], writing: Writing): string {
  const lang = langOf(writing)
  return words
    .map((one) => {
      const shown = text(one.text).replaceAll('\n', '<br>')
      if (one.change === 'SAME') return lang === '' ? shown : `<span${lang}>${shown}</span>`
      // A link that leads elsewhere may read the same: where it leads is what differs.
      const target = one.link === null ? '' : ` (${text(one.link)})`
      return marked(one.change === 'ADDED' ? 'ins' : 'del', shown + target, writing)
    })
    .join('')
}

function wholeHtml(block: BlockChange['after'], writing: Writing): string {
  if (block === null) return ''
  return isBlock(block) ? writing.block(block) : inlineHtml(block.children)
}

const inlineHtml = (inlines: readonly Inline[]): string =>
  inlines
    .map((one) => (one.type === 'text' ? text(one.text) : one.type === 'break' ? '<br>' : inlineHtml(one.children)))
    .join('')
