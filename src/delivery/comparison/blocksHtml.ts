import { isBlock } from '../../archive/pure/diff/blocks.js'
import type { BlockChange, WordChange } from '../../archive/pure/diff/model.js'
import type { Block, Inline } from '../../archive/pure/model.js'
import { escapeHtml as text } from '../richText/html.js'
import type { Labels } from './labels.js'

/** Writes a block that is shown whole. */
export type WriteBlock = (block: Block) => string

export interface Writing {
  labels: Labels
  language: string
  block: WriteBlock
}

export const isChange = ({ change, moved }: BlockChange): boolean => change !== 'SAME' || moved

/** What stayed is folded: what was looked for are the changes. */
export function blocksHtml(blocks: readonly BlockChange[], writing: Writing): string {
  const parts: string[] = []
  let same: string[] = []
  const fold = (): void => {
    if (same.length > 0)
      parts.push(
        `<details><summary>${text(writing.labels.unchanged(same.length))}</summary>\n${same.join('\n')}\n</details>`,
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
  const { labels } = writing
  const { change, moved, before, after, words, onlyForm } = block
  const told = [
    ...(change === 'CHANGED' ? [labels.changed] : []),
    ...(moved ? [labels.moved] : []),
    ...(onlyForm ? [labels.onlyForm] : []),
    ...(words === null ? [labels.tooLong] : []),
  ]
  const note = told.length > 0 ? `<p><strong>${text(told.join('. '))}</strong></p>` : ''
  if (change === 'ADDED') return `<ins>${hidden(labels.added)}${wholeHtml(after, writing)}</ins>`
  if (change === 'REMOVED') return `<del>${hidden(labels.removed)}${wholeHtml(before, writing)}</del>`
  if (change === 'SAME' || onlyForm) return `${note}${wholeHtml(after, writing)}`
  if (words === null)
    return `${note}<del>${hidden(labels.removed)}${wholeHtml(before, writing)}</del><ins>${hidden(labels.added)}${wholeHtml(after, writing)}</ins>`
  return note + (block.parts.length > 0 ? partsHtml(block.parts, writing) : `<p>${wordsHtml(words, writing)}</p>`)
}

/** Items and cells stand one below the other: a table with half of its cells gone is no table. */
const partsHtml = (parts: readonly BlockChange[], writing: Writing): string =>
  `<ul>${parts
    .map(
      (part) =>
        `<li>${part.change === 'CHANGED' && part.words && !part.onlyForm ? wordsHtml(part.words, writing) : changeHtml(part, writing)}</li>`,
    )
    .join('')}</ul>`

const hidden = (words: string): string => `<span class="visually-hidden">${text(words)}: </span>`

export function wordsHtml(words: readonly WordChange[], { labels }: Writing): string {
  return words
    .map((one) => {
      const shown = text(one.text).replaceAll('\n', '<br>')
      if (one.change === 'SAME') return shown
      // A link that leads elsewhere may read the same: where it leads is what differs.
      const target = one.link === null ? '' : ` (${text(one.link)})`
      const [tag, label] = one.change === 'ADDED' ? ['ins', labels.added] : ['del', labels.removed]
      return `<${tag}>${hidden(label)}${shown}${target}</${tag}>`
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
