import { isEdtfDate } from '../../archive/pure/edtf.js'
import { languageNames, type LanguageCode } from '../../vocabulary.js'
import { contactKinds, countyName, dateIn, importances, languageName, weekdays } from '../closedWords.js'
import { escapeHtml } from '../richText/html.js'
import type { Both, Speech } from '../speech.js'
import { plainPath } from './fieldLabels.js'
import { labels } from './labels.js'
import { idsIn, type Named } from './names.js'

type Read = (value: string, speech: Speech) => string | undefined

const oneOf =
  (words: Both<Readonly<Record<string, string>>>): Read =>
  (value, speech) =>
    words[speech][value]

const eachOf =
  (read: Read): Read =>
  (value, speech) =>
    value
      .split(', ')
      .map((one) => read(one, speech) ?? one)
      .join(', ')

const yesOrNo = oneOf({ sv: { true: 'ja', false: 'nej' }, en: { true: 'yes', false: 'no' } })

const county: Read = (value, speech) =>
  value === 'all' ? { sv: 'alla län', en: 'all counties' }[speech] : countyName(value, speech)

const date: Read = (value, speech) =>
  isEdtfDate(value) || /^\d{4}-\d{2}-\d{2}T/.test(value) ? dateIn(speech, value) : undefined

const language: Read = (code, speech) => {
  const name = languageNames[code as LanguageCode]?.[speech]
  return speech === 'sv' ? name?.toLowerCase() : name
}

const read = (how: Read, ...paths: string[]): [string, Read][] => paths.map((path) => [path, how])

/** How a field reads whose words are ours, by its path; all others read as their editors wrote them. */
const reads: ReadonlyMap<string, Read> = new Map([
  ...read(date, 'decision.date', 'prolongations.decision.date', 'repeal.decision.date', 'repeal.from'),
  ...read(date, 'validFrom', 'validThrough', 'prolongations.through', 'priorPublication.date', 'shownUntil'),
  ...read(date, 'originallyPublished', 'lastVerifiedOn', 'verifyAgainBy', 'hours.exceptions.date'),
  ...read(yesOrNo, 'underRevision', 'sensitive', 'anonymous', 'hiddenOnBill', 'hours.alwaysOpen'),
  ...read(yesOrNo, 'phones.freeOfCharge', 'phones.sms', 'phones.textPhone'),
  ...read(county, 'owner'),
  ...read(eachOf(county), 'audience'),
  ...read(eachOf(language), 'translations'),
  ...read(eachOf(languageName), 'languages'),
  ...read(oneOf(importances), 'importance'),
  ...read(oneOf(contactKinds), 'kind'),
  // The same in all languages.
  ...read((address) => address, 'slug', 'email', 'url', 'quickExitUrl', 'priorPublication.url'),
  ...read((day, speech) => weekdays[speech][Number(day) - 1], 'hours.weekly.day'),
])

/** A value as people read it; documents by their names, and what is not in the page's language said to be so. */
export function valueHtml(
  field: string,
  value: string | null,
  speech: Speech,
  names: ReadonlyMap<string, Named>,
): string {
  if (value === null) return '–'
  const ids = idsIn(value)
  if (ids.length > 0) return ids.map((id) => nameHtml(names.get(id), speech)).join(', ')
  const ours = reads.get(plainPath(field))?.(value, speech)
  return ours === undefined ? written(value, 'sv', speech) : escapeHtml(ours)
}

const nameHtml = (named: Named | undefined, speech: Speech): string =>
  named ? written(named.name, named.language, speech) : escapeHtml(labels[speech].notShown)

/** Words of an editor, in a language of their own where there are any. */
export const written = (words: string, language: string, speech: Speech): string =>
  language === speech || !/\p{L}/u.test(words)
    ? escapeHtml(words)
    : `<span lang="${language}">${escapeHtml(words)}</span>`
