import { throughBefore } from '../../archive/pure/edtf.js'
import { stockholmDate } from '../../archive/pure/stockholm.js'
import { descriptionOf, nameOf, publisherOf, type Described } from './described.js'

/** What a document's page says of it in Dublin Core, as names and contents of `<meta>`. @see https://www.dublincore.org/specifications/dublin-core/dcmi-terms/ */
export function dublinCore(described: Described): [name: string, content: string][] {
  const { snapshot, language, id, publicFrom, firstPublicFrom, strategy, files } = described
  const decision = snapshot.kind === 'edition' ? snapshot.facts.decision : null
  const terms: [string, string | null | undefined][] = [
    ['title', nameOf(described)],
    ['description', descriptionOf(described)],
    ['identifier', id],
    ['bibliographicCitation', decision?.diaryNumber],
    ['language', language],
    ['publisher', publisherOf(described).sv],
    ['issued', stockholmDate(firstPublicFrom)],
    ['modified', stockholmDate(publicFrom)],
    ['type', 'Text'],
    ['isVersionOf', strategy],
    ['valid', validOf(described)],
    ...files.map(({ address }): [string, string] => ['hasFormat', address]),
  ]
  return terms.flatMap(([term, content]): [string, string][] => (content ? [[`dcterms.${term}`, content]] : []))
}

/** A period as DCMI writes it. @see https://www.dublincore.org/specifications/dublin-core/dcmi-period/ */
function validOf({ snapshot }: Described): string | null {
  if (snapshot.kind !== 'edition') return null
  const { validFrom, validUntil } = snapshot.facts
  return `start=${validFrom};${validUntil ? ` end=${throughBefore(validUntil)};` : ''} scheme=W3C-DTF;`
}
