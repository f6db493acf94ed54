/** The closed lists that every part of the service shares: counties, owners, languages, kinds, roles. */

export interface County {
  slug: string
  /** The county letter(s) of the official code list, as on old number plates. */
  code: string
  name: { sv: string; en: string }
}

const county = (slug: string, code: string, sv: string, en: string): County => ({ slug, code, name: { sv, en } })

/** Sweden's 21 counties, in the order of the official county codes. */
export const counties: readonly County[] = [
  county('stockholm', 'AB', 'Stockholms län', 'Stockholm County'),
  county('uppsala', 'C', 'Uppsala län', 'Uppsala County'),
  county('sodermanland', 'D', 'Södermanlands län', 'Södermanland County'),
  county('ostergotland', 'E', 'Östergötlands län', 'Östergötland County'),
  county('jonkoping', 'F', 'Jönköpings län', 'Jönköping County'),
  county('kronoberg', 'G', 'Kronobergs län', 'Kronoberg County'),
  county('kalmar', 'H', 'Kalmar län', 'Kalmar County'),
  county('gotland', 'I', 'Gotlands län', 'Gotland County'),
  county('blekinge', 'K', 'Blekinge län', 'Blekinge County'),
  county('skane', 'M', 'Skåne län', 'Skåne County'),
  county('halland', 'N', 'Hallands län', 'Halland County'),
  county('vastra-gotaland', 'O', 'Västra Götalands län', 'Västra Götaland County'),
  county('varmland', 'S', 'Värmlands län', 'Värmland County'),
  county('orebro', 'T', 'Örebro län', 'Örebro County'),
  county('vastmanland', 'U', 'Västmanlands län', 'Västmanland County'),
  county('dalarna', 'W', 'Dalarnas län', 'Dalarna County'),
  county('gavleborg', 'X', 'Gävleborgs län', 'Gävleborg County'),
  county('vasternorrland', 'Y', 'Västernorrlands län', 'Västernorrland County'),
  county('jamtland', 'Z', 'Jämtlands län', 'Jämtland County'),
  county('vasterbotten', 'AC', 'Västerbottens län', 'Västerbotten County'),
  county('norrbotten', 'BD', 'Norrbottens län', 'Norrbotten County'),
]

export const countyBySlug: ReadonlyMap<string, County> = new Map(counties.map((one) => [one.slug, one]))

/** The owner of what belongs to no single county. A value and not null: unique indexes treat nulls differently. */
export const NATIONAL = 'nationell'

export const owners: readonly string[] = [...counties.map((one) => one.slug), NATIONAL]

/** BCP 47 codes, so that a site can put them into `lang` as they are. `sv-simple` is easy-to-read Swedish. */
export const languages = ['sv', 'en', 'sv-simple', 'se', 'ar'] as const
export type LanguageCode = (typeof languages)[number]
export const DEFAULT_LANGUAGE: LanguageCode = 'sv'

export const languageNames: Record<LanguageCode, { sv: string; en: string }> = {
  sv: { sv: 'Svenska', en: 'Swedish' },
  en: { sv: 'Engelska', en: 'English' },
  'sv-simple': { sv: 'Lättläst svenska', en: 'Easy-to-read Swedish' },
  se: { sv: 'Nordsamiska', en: 'Northern Sami' },
  ar: { sv: 'Arabiska', en: 'Arabic' },
}

/** What editors publish, by the name of its collection. */
export const kindOf = {
  topics: 'topic',
  strategies: 'strategy',
  editions: 'edition',
  news: 'news',
  contacts: 'contact',
} as const
export type GovernedCollection = keyof typeof kindOf
export type DocumentKind = (typeof kindOf)[GovernedCollection]
export const collectionOf = Object.fromEntries(
  Object.entries(kindOf).map(([collection, kind]) => [kind, collection]),
) as Record<DocumentKind, GovernedCollection>

export const roles = ['editor', 'publisher', 'national-editor', 'archivist', 'administrator'] as const
export type Role = (typeof roles)[number]
