import type { FileRef, Snapshot } from '../../../archive/pure/model.js'
import type { Found } from '../../../archive/read/view.js'
import type { Served } from '../../../delivery/served.js'
import { dublinCore } from '../../linkedData/dublinCore.js'
import { jsonLdText } from '../../linkedData/jsonLd.js'
import type { Described, DescribedFile } from '../../linkedData/described.js'
import { at, type Speech } from '../addresses.js'
import { html, trusted, type Html } from '../html.js'
import type { Visit } from '../visit.js'

/** What machines are told of a document, in the head of its page: JSON-LD, Dublin Core, and the same page in other languages. */
export function metadata(visit: Visit, served: Served, found: Found): Html | null {
  const { speech, publicUrl } = visit
  const { language } = served
  const snapshot = served.snapshot as Snapshot | null
  if (!snapshot || !language) return null
  const page = (one: Speech): string => publicUrl + at.document(one, served.id)
  const described: Described = {
    snapshot,
    language,
    id: `${publicUrl}/id/${served.id}`,
    page: page(speech),
    publicFrom: found.published.publicFrom,
    firstPublicFrom: found.firstPublicFrom,
    strategy: snapshot.kind === 'edition' ? `${publicUrl}/id/${snapshot.facts.strategy}` : null,
    files: filesIn(snapshot, publicUrl),
  }
  return html`<link rel="canonical" href="${page(speech)}" />
    <link rel="alternate" hreflang="sv" href="${page('sv')}" />
    <link rel="alternate" hreflang="en" href="${page('en')}" />
    <link rel="alternate" hreflang="x-default" href="${page('sv')}" />
    <link rel="schema.dcterms" href="http://purl.org/dc/terms/" />
    ${dublinCore(described).map(([name, content]) => html`<meta name="${name}" content="${content}" />`)}
    <script type="application/ld+json">
      ${trusted(jsonLdText(described))}
    </script>`
}

function filesIn(snapshot: Snapshot, publicUrl: string): DescribedFile[] {
  const files: readonly FileRef[] =
    snapshot.kind === 'edition'
      ? snapshot.facts.documents
      : snapshot.kind === 'news' && snapshot.facts.image
        ? [snapshot.facts.image]
        : []
  return files.map(({ sha256, name, mediaType, size }) => ({
    ...{ sha256, name, mediaType, size },
    address: `${publicUrl}/files/${sha256}/${encodeURIComponent(name)}`,
  }))
}
