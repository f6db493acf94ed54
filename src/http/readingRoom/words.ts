import type { Publication } from '../../archive/pure/resolve.js'
import { stockholmDate } from '../../archive/pure/stockholm.js'
import type { Instant } from '../../archive/pure/model.js'
import type { ValidityState } from '../../archive/pure/validity.js'
import { dateIn } from '../../delivery/closedWords.js'
import { countyBySlug, type DocumentKind } from '../../vocabulary.js'
import type { Both, Speech } from './addresses.js'

/** What the pages call things, in one place so that they never call one thing by two names. */
export const kindWords: Both<Record<DocumentKind, string>> = {
  sv: { strategy: 'Strategi', edition: 'Utgåva', topic: 'Sakområde', news: 'Nyhet', contact: 'Kontakt' },
  en: { strategy: 'Strategy', edition: 'Edition', topic: 'Topic', news: 'News', contact: 'Contact' },
}

export const kindsInPlural: Both<Record<DocumentKind, string>> = {
  sv: { strategy: 'Strategier', edition: 'Utgåvor', topic: 'Sakområden', news: 'Nyheter', contact: 'Kontakter' },
  en: { strategy: 'Strategies', edition: 'Editions', topic: 'Topics', news: 'News', contact: 'Contacts' },
}

export const publicationWords: Both<Record<Publication, string>> = {
  sv: { PUBLIC: 'Offentlig', WITHDRAWN: 'Tillbakadragen', SEALED: 'Spärrad' },
  en: { PUBLIC: 'Public', WITHDRAWN: 'Withdrawn', SEALED: 'Sealed' },
}

export const disposed: Both<string> = { sv: 'Gallrad', en: 'Disposed of' }

export const validityWords: Both<Record<ValidityState, string>> = {
  sv: {
    NOT_YET_IN_FORCE: 'Gäller inte ännu',
    IN_FORCE: 'Gäller',
    EXPIRED: 'Giltigheten har gått ut',
    SUPERSEDED: 'Ersatt av en senare utgåva',
    REPEALED: 'Upphävd',
  },
  en: {
    NOT_YET_IN_FORCE: 'Not yet in force',
    IN_FORCE: 'In force',
    EXPIRED: 'Expired',
    SUPERSEDED: 'Superseded by a later edition',
    REPEALED: 'Repealed',
  },
}

export { dateIn }

/** The day alone, in Sweden. */
export const dayIn = (speech: Speech, instant: Instant): string => dateIn(speech, stockholmDate(instant))

/** The authority that stands behind a document: "Länsstyrelsen i Västernorrlands län". */
export function boardName(owner: string, speech: Speech): string {
  const county = countyBySlug.get(owner)
  if (speech === 'en')
    return county ? `County Administrative Board, ${county.name.en}` : 'The County Administrative Boards of Sweden'
  return county ? `Länsstyrelsen i ${county.name.sv}` : 'Länsstyrelserna gemensamt'
}

/** Bytes as people read them: "2,1 MB". */
export function sizeIn(speech: Speech, bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB']
  const digits = value < 10 ? 1 : 0
  return `${value.toLocaleString(speech === 'en' ? 'en-GB' : 'sv-SE', { maximumFractionDigits: digits })} ${unit}`
}

export const count = (speech: Speech, number: number): string =>
  number.toLocaleString(speech === 'en' ? 'en-GB' : 'sv-SE')
