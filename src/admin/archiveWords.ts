import type { Message } from '../errors.js'
import { counties, NATIONAL } from '../vocabulary.js'

const instants = new Intl.DateTimeFormat('sv', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: 'Europe/Stockholm',
})
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

const words: Record<string, Message> = {
  PUBLISH: { sv: 'Publicerad', en: 'Published' },
  WITHDRAW: { sv: 'Tillbakadragen', en: 'Withdrawn' },
  SEAL: { sv: 'Spärrad', en: 'Sealed' },
  CANCEL: { sv: 'Plan avbruten', en: 'Plan cancelled' },
  DISPOSE: { sv: 'Gallrad', en: 'Disposed of' },
  KEY: { sv: 'Nyckelbyte', en: 'Change of keys' },
  PLACE: { sv: 'Infört', en: 'Placed' },
  RELEASE: { sv: 'Hävt', en: 'Released' },
  OK: { sv: 'Oskadad', en: 'Whole' },
  FILE_MISSING: { sv: 'Saknas', en: 'Missing' },
  FILE_CHANGED: { sv: 'Skadad', en: 'Damaged' },
  topic: { sv: 'Sakområde', en: 'Topic' },
  strategy: { sv: 'Strategi', en: 'Strategy' },
  edition: { sv: 'Utgåva', en: 'Edition' },
  news: { sv: 'Nyhet', en: 'News' },
  contact: { sv: 'Kontakt', en: 'Contact' },
  log: { sv: 'Loggen', en: 'The log' },
  [NATIONAL]: { sv: 'Hela landet', en: 'The whole country' },
  ...Object.fromEntries(counties.map(({ slug, name }) => [slug, name])),
}

/** An instant as a clock in Sweden shows it, a code as a word, and anything else as it is. */
export function inWords<T>(value: T, language: 'sv' | 'en'): T | string {
  if (typeof value !== 'string') return value
  return INSTANT.test(value) ? instants.format(new Date(value)) : (words[value]?.[language] ?? value)
}
