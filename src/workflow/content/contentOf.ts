import { filesIn } from '../../archive/pure/blocks.js'
import { canonicalBytes } from '../../archive/pure/canonical.js'
import type { Block, Content, RecordIndex, Snapshot, Translation } from '../../archive/pure/model.js'
import { DEFAULT_LANGUAGE, languages, type DocumentKind, type LanguageCode } from '../../vocabulary.js'
import { factsOf } from './facts.js'
import { idsOf, list, text, type References, type Row } from './row.js'
import { textsOf } from './texts.js'

export interface Release {
  kind: DocumentKind
  row: Row
  references: References
  /** The languages that this act releases. The others keep what is public now. */
  languages: readonly LanguageCode[]
  /** The revision that the record will have. */
  revision: number
  /** What the public reads now. */
  previous: Snapshot | null
}

/**
 * What the public will read: the released languages from the row, the others copied from the newest public snapshot,
 * never from the draft.
 *
 * @throws ServiceError BAD_INPUT naming the fields that lack what the public needs.
 */
export function contentOf({ kind, row, references, languages: released, revision, previous }: Release): Content {
  const content = {
    format: 2,
    kind,
    document: String(row['id']),
    owner: String(row['owner']),
    audience: audienceOf(row),
    slug: text(row['slug']),
    languages: languagesOf({ kind, row, references, languages: released, revision, previous }),
    facts: factsOf[kind](row, references),
  }
  return withWordsOfReleased(content as Content)
}

function languagesOf({
  kind,
  row,
  references,
  languages: released,
  revision,
  previous,
}: Release): Snapshot['languages'] {
  const known = (previous?.languages ?? {}) as Record<string, (Translation & object) | undefined>
  const result: Record<string, unknown> = {}
  for (const language of languages) {
    const before = known[language]
    if (!released.includes(language)) {
      if (before) result[language] = before
      continue
    }
    const texts = textsOf[kind](row, language, references)
    const isUnchanged = before !== undefined && canonicalBytes(texts) === canonicalBytes(withoutTranslation(before))
    result[language] = { ...texts, revision: isUnchanged ? before.revision : revision, madeFrom: null }
  }
  return markMadeFrom(result as Record<string, Translation>, released) as Snapshot['languages']
}

/** A translation that is released now is taken to fit the Swedish text as it is released now. */
function markMadeFrom(
  texts: Record<string, Translation>,
  released: readonly LanguageCode[],
): Record<string, Translation> {
  const swedish = texts[DEFAULT_LANGUAGE]?.revision ?? null
  return Object.fromEntries(
    Object.entries(texts).map(([language, one]) => [
      language,
      released.includes(language as LanguageCode) && language !== DEFAULT_LANGUAGE
        ? { ...one, madeFrom: swedish }
        : one,
    ]),
  )
}

const withoutTranslation = ({ revision: _revision, madeFrom: _madeFrom, ...texts }: Translation & object): object =>
  texts

const audienceOf = (row: Row): Snapshot['audience'] => {
  if (row['audience'] === 'all') return 'all'
  return row['audience'] === 'named' ? list(row['audienceCounties']).map(String).sort() : []
}

/** What facts say in words, as an image's alternative text, stays unpublished in a language that is not released. */
function withWordsOfReleased(content: Content): Content {
  const released = <T>(words: Partial<Record<LanguageCode, T>>): Partial<Record<LanguageCode, T>> =>
    Object.fromEntries(Object.entries(words).filter(([language]) => language in content.languages))
  if (content.kind === 'edition') {
    const documents = content.facts.documents.map((file) => ({ ...file, title: released(file.title) }))
    return { ...content, facts: { ...content.facts, documents } }
  }
  if (content.kind !== 'news' || !content.facts.image?.alt) return content
  const { image } = content.facts
  return { ...content, facts: { ...content.facts, image: { ...image, alt: released(image.alt ?? {}) } } }
}

/** What lists and filters need without opening the snapshot. */
export function indexOf(content: Content): RecordIndex {
  const facts = content.facts as Partial<Record<string, unknown>>
  return {
    slug: content.slug,
    languages: Object.keys(content.languages) as LanguageCode[],
    topics: idsOf(facts['topics']),
    contacts: idsOf(facts['contacts']),
    strategy: (facts['strategy'] as string | undefined) ?? null,
    number: (facts['number'] as number | undefined) ?? null,
    importance: (facts['importance'] as RecordIndex['importance'] | undefined) ?? null,
    shownUntil: (facts['shownUntil'] as string | undefined) ?? null,
    originallyPublished: (facts['originallyPublished'] as string | undefined) ?? null,
    personal: content.kind === 'contact' && content.facts.kind === 'person',
    files: filesNamedBy(content),
  }
}

function filesNamedBy(content: Content): string[] {
  const bodies = Object.values(content.languages).flatMap((texts) => (texts as { body?: Block[] }).body ?? [])
  const images = content.kind === 'news' && content.facts.image ? [content.facts.image] : []
  const documents = content.kind === 'edition' ? content.facts.documents : []
  const own = [...images.flatMap((image) => [image, ...image.renditions]), ...documents].map((file) => file.sha256)
  return [...new Set([...own, ...filesIn(bodies).map((file) => file.sha256)])].sort()
}
