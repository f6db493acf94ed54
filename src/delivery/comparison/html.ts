import type { Difference, FieldChange } from '../../archive/pure/diff/model.js'
import { escapeHtml as text } from '../richText/html.js'
import type { Speech } from '../speech.js'
import { blocksHtml, isChange, wordsHtml, type WriteBlock, type Writing } from './blocksHtml.js'
import { fieldLabel } from './fieldLabels.js'
import { labels, type Labels } from './labels.js'
import { filesHtml, partiesHtml } from './listsHtml.js'
import type { Named } from './names.js'
import { valueHtml } from './values.js'

/** What a comparison is written with, beside what differs. */
export interface ComparisonWriting {
  /** The reader's: English for English, Swedish for everybody else. */
  speech: Speech
  block: WriteBlock
  names: ReadonlyMap<string, Named>
}

/**
 * A comparison for people, safe to put into a page: `<ins>` and `<del>` with words for those who see no colour, which a
 * page hides from sight by a class `visually-hidden`; a summary on top leads to each section. What is in another language
 * than the page says in which.
 */
export function comparisonHtml(difference: Difference, { speech, block, names }: ComparisonWriting): string {
  const writing: Writing = { speech, block, language: difference.language }
  if (difference.summary.same) return `<p>${text(labels[speech].same)}</p>`
  return [summaryHtml(difference, labels[speech]), ...sectionsOf(difference, writing, names)].join('\n')
}

export const speechOf = (language: string): Speech => (language === 'en' ? 'en' : 'sv')

function summaryHtml({ summary }: Difference, { counts }: Labels): string {
  const { blocks, words } = summary
  const hasText = blocks.added + blocks.removed + blocks.changed + blocks.moved > 0
  const lines = [
    summary.fields > 0 && link('fields', counts.fields(summary.fields)),
    summary.parties > 0 && link('parties', counts.parties(summary.parties)),
    summary.files > 0 && link('files', counts.files(summary.files)),
    hasText && link('text', counts.blocks(blocks.added, blocks.removed, blocks.changed, blocks.moved)),
    words.added + words.removed > 0 && text(counts.words(words.added, words.removed)),
  ]
  return `<ul>${lines.map((line) => (line === false ? '' : `<li>${line}</li>`)).join('')}</ul>`
}

const link = (section: string, words: string): string => `<a href="#diff-${section}">${text(words)}</a>`

function sectionsOf(
  { fields, parties, files, blocks, summary }: Difference,
  writing: Writing,
  names: ReadonlyMap<string, Named>,
): string[] {
  const titles = labels[writing.speech].sections
  const section = (name: keyof Labels['sections'], has: boolean, body: () => string): string[] =>
    has
      ? [
          `<section aria-labelledby="diff-${name}"><h2 id="diff-${name}">${text(titles[name])}</h2>\n${body()}\n</section>`,
        ]
      : []
  return [
    ...section('fields', summary.fields > 0, () => fieldsHtml(fields, writing, names)),
    ...section('parties', summary.parties > 0, () => partiesHtml(parties, writing.speech)),
    ...section('files', summary.files > 0, () => filesHtml(files, writing.speech)),
    ...section('text', blocks.some(isChange), () => blocksHtml(blocks, writing)),
  ]
}

function fieldsHtml(fields: readonly FieldChange[], writing: Writing, names: ReadonlyMap<string, Named>): string {
  const { speech } = writing
  const { columns } = labels[speech]
  const head = [columns.field, columns.before, columns.after]
    .map((name) => `<th scope="col">${text(name)}</th>`)
    .join('')
  const rows = fields.map(({ field, before, after, words }) => {
    const label = `<th scope="row">${text(fieldLabel(field, speech))}</th>`
    if (words) return `<tr>${label}<td colspan="2">${wordsHtml(words, writing)}</td></tr>`
    // Where a page has no room for columns, each value can be told by the name of its own.
    const cell = (column: string, one: string | null): string =>
      `<td data-column="${text(column)}">${valueHtml(field, one, speech, names)}</td>`
    return `<tr>${label}${cell(columns.before, before)}${cell(columns.after, after)}</tr>`
  })
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}
