import type { Difference, FieldChange } from '../../archive/pure/diff/model.js'
import { isEdtfDate } from '../../archive/pure/edtf.js'
import { formatEnglish, formatSwedish } from '../../archive/pure/stockholm.js'
import { escapeHtml as text } from '../richText/html.js'
import { blocksHtml, isChange, wordsHtml, type WriteBlock, type Writing } from './blocksHtml.js'
import { fieldLabel, labelsIn, type Labels } from './labels.js'

/**
 * A comparison for people, safe to put into a page: `<ins>` and `<del>` with words for those who see no colour, which a
 * page hides from sight by a class `visually-hidden`; a summary on top leads to each section.
 */
export function comparisonHtml(difference: Difference, language: string, block: WriteBlock): string {
  const writing: Writing = { labels: labelsIn(language), language, block }
  if (difference.summary.same) return `<p>${text(writing.labels.same)}</p>`
  return [summaryHtml(difference, writing), ...sectionsOf(difference, writing)].join('\n')
}

function summaryHtml({ summary }: Difference, { labels: { counts } }: Writing): string {
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

function sectionsOf({ fields, parties, files, blocks, summary }: Difference, writing: Writing): string[] {
  const { labels } = writing
  const section = (name: keyof Labels['sections'], body: string): string =>
    `<section aria-labelledby="diff-${name}"><h2 id="diff-${name}">${text(labels.sections[name])}</h2>\n${body}\n</section>`
  const named = (change: string, before: string | undefined, after: string | undefined): string =>
    `<li>${text(change)}: ${[before, after].flatMap((name) => (name === undefined ? [] : [text(name)])).join(' → ')}</li>`
  const nameOf = <T extends { name: string }>(before: T | null, after: T | null): [string?, string?] =>
    before && after && before.name === after.name ? [after.name, undefined] : [before?.name, after?.name]
  const changedParties = parties.filter(({ change }) => change !== 'SAME')
  const changedFiles = files.filter(({ change }) => change !== 'SAME')
  const list = (items: readonly string[]): string => `<ul>${items.join('')}</ul>`
  return [
    ...(summary.fields > 0 ? [section('fields', fieldsHtml(fields, writing))] : []),
    ...(summary.parties > 0
      ? [
          section(
            'parties',
            list(changedParties.map((one) => named(labels.parties[one.change], ...nameOf(one.before, one.after)))),
          ),
        ]
      : []),
    ...(summary.files > 0
      ? [
          section(
            'files',
            list(changedFiles.map((one) => named(labels.files[one.change], ...nameOf(one.before, one.after)))),
          ),
        ]
      : []),
    ...(blocks.some(isChange) ? [section('text', blocksHtml(blocks, writing))] : []),
  ]
}

function fieldsHtml(fields: readonly FieldChange[], writing: Writing): string {
  const { columns } = writing.labels
  const head = [columns.field, columns.before, columns.after]
    .map((name) => `<th scope="col">${text(name)}</th>`)
    .join('')
  const value = (one: string | null): string => (one === null ? '–' : text(readable(one, writing.language)))
  const rows = fields.map(({ field, before, after, words }) => {
    const label = `<th scope="row">${text(fieldLabel(field, writing.labels))}</th>`
    if (words) return `<tr>${label}<td colspan="2">${wordsHtml(words, writing)}</td></tr>`
    // Where a page has no room for columns, each value can be told by the name of its own.
    const cell = (column: string, one: string | null): string => `<td data-column="${text(column)}">${value(one)}</td>`
    return `<tr>${label}${cell(columns.before, before)}${cell(columns.after, after)}</tr>`
  })
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const readable = (value: string, language: string): string => {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(value) || !isEdtfDate(value)) return value
  return language === 'en' ? formatEnglish(value) : formatSwedish(value)
}
