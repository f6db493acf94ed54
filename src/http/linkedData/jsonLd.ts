import { throughBefore } from '../../archive/pure/edtf.js'
import type { EdtfDate, SnapshotOf } from '../../archive/pure/model.js'
import { descriptionOf, nameOf, publisherOf, type Described } from './described.js'

type Data = Record<string, unknown>

/** ELI says what an edition is in law, schema.org what search engines and catalogues ask of any document. */
const CONTEXT = { '@vocab': 'https://schema.org/', eli: 'http://data.europa.eu/eli/ontology#' }

/**
 * A document as linked data.
 *
 * @see https://schema.org/docs/full.html
 * @see https://eur-lex.europa.eu/eli-register/about.html on ELI's ontology
 */
export function jsonLd(described: Described): Data {
  const { snapshot, language, id, page, publicFrom, firstPublicFrom } = described
  return withoutNothing({
    '@context': CONTEXT,
    '@id': id,
    name: nameOf(described),
    description: descriptionOf(described),
    inLanguage: language,
    url: page,
    identifier: snapshot.document,
    publisher: { '@type': 'GovernmentOrganization', name: publisherOf(described)[language === 'en' ? 'en' : 'sv'] },
    ...(snapshot.kind !== 'contact' && { datePublished: firstPublicFrom, dateModified: publicFrom }),
    ...ofKind(described),
  })
}

/** For a page: nothing in it can end the element that it stands in. */
export const jsonLdText = (described: Described): string => JSON.stringify(jsonLd(described)).replaceAll('<', '\\u003c')

function ofKind({ snapshot, strategy, files }: Described): Data {
  switch (snapshot.kind) {
    case 'edition':
      return editionData(snapshot, strategy, files)
    case 'strategy':
      return { '@type': ['CreativeWork', 'eli:LegalResource'] }
    case 'news':
      return { '@type': 'NewsArticle', image: files.map(({ address }) => address) }
    case 'topic':
      return { '@type': 'WebPage' }
    case 'contact':
      return contactData(snapshot)
  }
}

function editionData({ facts }: SnapshotOf<'edition'>, strategy: string | null, files: Described['files']): Data {
  const { decision, validFrom, validUntil, label } = facts
  return {
    '@type': ['CreativeWork', 'eli:LegalResource'],
    version: label,
    isPartOf: strategy && { '@id': strategy },
    temporalCoverage: `${validFrom}/${validUntil ? throughBefore(validUntil) : '..'}`,
    author: facts.parties.map(({ name }) => ({ '@type': 'GovernmentOrganization', name })),
    encoding: files.map((file) => ({
      '@type': 'MediaObject',
      ...{ contentUrl: file.address, name: file.name, encodingFormat: file.mediaType },
      ...{ contentSize: String(file.size), sha256: file.sha256 },
    })),
    'eli:id_local': decision?.diaryNumber,
    'eli:passed_by': decision?.body,
    'eli:date_document': dayOf(decision?.date ?? null),
    'eli:first_date_entry_in_force': dayOf(validFrom),
    'eli:date_no_longer_in_force': dayOf(validUntil),
  }
}

/** ELI's dates are days: a year alone is no day, and is told by `temporalCoverage`. */
const dayOf = (date: EdtfDate | null): Data | null =>
  date?.length === 10 ? { '@type': 'http://www.w3.org/2001/XMLSchema#date', '@value': date } : null

function contactData({ facts }: SnapshotOf<'contact'>): Data {
  const points = facts.phones.map((phone) => ({
    '@type': 'ContactPoint',
    telephone: phone.number,
    contactOption: phone.freeOfCharge ? 'https://schema.org/TollFree' : null,
    availableLanguage: facts.languages,
  }))
  return {
    '@type': facts.kind === 'person' ? 'Person' : 'GovernmentOrganization',
    contactPoint: points.map(withoutNothing),
    email: facts.email,
    sameAs: facts.url,
  }
}

/** What is not known is not there. */
const withoutNothing = (data: Data): Data =>
  Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  )
