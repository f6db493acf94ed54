import { earliest, latest, throughBefore } from '../../archive/pure/edtf.js'
import type { Contents, EdtfDate, Instant, Snapshot } from '../../archive/pure/model.js'
import { stockholmDate } from '../../archive/pure/stockholm.js'
import type { EditionValidity } from '../../archive/pure/validity.js'
import type { Found } from '../../archive/read/view.js'
import type { DocumentKind, LanguageCode } from '../../vocabulary.js'

/** What is known of one document for finding it, as of now. Of a sealed one only that there was such a document. */
export interface Item {
  id: string
  kind: DocumentKind
  owner: string
  audience: 'all' | readonly string[]
  publication: Found['publication']
  isDisposed: boolean
  /** When it came to stand as it does. */
  changed: Instant
  titles: Partial<Record<LanguageCode, string>>
  slug: string | null
  /** As "2018–2021"; of editions. */
  label: string | null
  strategy: string | null
  /** Ids of the topics that it stands under, or its own; an edition stands under its strategy's. */
  topics: readonly string[]
  /** Ids of the contacts that a topic names. */
  contacts: readonly string[]
  /** Of a topic that readers may need to leave quickly, and of one whose text cannot be read: null for all others. */
  sensitive: { quickExitUrl: string | null; neutralTitle: Partial<Record<LanguageCode, string>> } | null
  /** Calendar years: of its validity where it has one, else of its being public. */
  years: { from: number; until: number }
  /** Names of its parties, and diary numbers of its decisions: one a line, folded. */
  parties: string
  diaryNumbers: string
  /** When it is in force; null for all but editions, and for what is disposed of. */
  validity: EditionValidity | null
  /** What a search looks in: titles and label, folded. */
  searched: string
}

/** Letters as people type them in a hurry: å, ä, é and A are found by a, a, e and a. */
export const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/**
 * @param snapshot what the public can read of it; undefined for a tombstone
 * @param dates the newest text of an edition, readable or not: a sealed one keeps its place in time
 */
export function itemOf(found: Found, snapshot: Snapshot | undefined, dates: Snapshot | undefined): Item {
  const { id, kind, publication, published, entry, firstPublicFrom } = found
  const { document, index } = published.record
  const texts = Object.entries(snapshot?.languages ?? {}) as [LanguageCode, { title?: string; name?: string }][]
  const titles = Object.fromEntries(texts.map(([language, one]) => [language, one.title ?? one.name ?? '']))
  const edition = factsOf(snapshot, 'edition')
  const isHidden = found.seal !== null
  const validity = validityIn(dates, id, isHidden)
  return {
    id,
    kind,
    owner: document.owner,
    audience: document.audience,
    publication,
    isDisposed: found.seal?.record.action === 'DISPOSE',
    changed: (found.seal ?? entry).publicFrom,
    titles,
    slug: isHidden ? null : (index?.slug ?? null),
    label: edition?.label ?? null,
    strategy: index?.strategy ?? null,
    topics: isHidden ? [] : kind === 'topic' ? [id] : (index?.topics ?? []),
    contacts: isHidden ? [] : (index?.contacts ?? []),
    sensitive: kind === 'topic' ? sensitivityOf(snapshot) : null,
    years: validity ? yearsOf(validity) : yearsPublic(kind, firstPublicFrom, found, index?.originallyPublished ?? null),
    parties: folded(edition?.parties.map(({ name }) => name).join('\n') ?? ''),
    diaryNumbers: folded(edition ? diaryNumbersIn(edition).join('\n') : ''),
    validity,
    searched: folded([...Object.values(titles), edition?.label ?? ''].join('\n')),
  }
}

function factsOf<K extends DocumentKind>(snapshot: Snapshot | undefined, kind: K): Contents[K]['facts'] | undefined {
  return snapshot?.kind === kind ? (snapshot.facts as Contents[K]['facts']) : undefined
}

function sensitivityOf(snapshot: Snapshot | undefined): Item['sensitive'] {
  if (snapshot?.kind !== 'topic') return { quickExitUrl: null, neutralTitle: {} }
  if (!snapshot.facts.sensitive) return null
  const titles = Object.entries(snapshot.languages).flatMap(([language, { neutralTitle }]) =>
    neutralTitle ? [[language, neutralTitle]] : [],
  )
  return { quickExitUrl: snapshot.facts.quickExitUrl, neutralTitle: Object.fromEntries(titles) }
}

function validityIn(snapshot: Snapshot | undefined, id: string, isHidden: boolean): EditionValidity | null {
  const facts = factsOf(snapshot, 'edition')
  if (!facts) return null
  const { number, label, validFrom, validUntil, repeal, supersedes } = facts
  return {
    id,
    number,
    label: isHidden ? null : label,
    validFrom,
    validUntil,
    repealedFrom: repeal?.from ?? null,
    supersedes,
  }
}

const diaryNumbersIn = ({ decision, parties, prolongations, repeal }: Contents['edition']['facts']): string[] =>
  [decision, ...parties, ...prolongations.map((one) => one.decision), repeal?.decision]
    .map((one) => one?.diaryNumber)
    .filter((one) => one != null)

const FOREVER = 9999
const yearOf = (day: string): number => Number(day.slice(0, 4))

const yearsOf = ({ validFrom, validUntil }: EditionValidity): Item['years'] => ({
  from: yearOf(earliest(validFrom)),
  until: validUntil === null ? FOREVER : yearOf(latest(throughBefore(validUntil))),
})

/** News belongs to the year in which it was news, all else to those in which it could be read. */
function yearsPublic(kind: DocumentKind, first: Instant, found: Found, original: EdtfDate | null): Item['years'] {
  const from = yearOf(original ? earliest(original) : stockholmDate(first))
  if (kind === 'news') return { from, until: from }
  return { from, until: found.publication === 'PUBLIC' ? FOREVER : yearOf(stockholmDate(found.publicFrom)) }
}
