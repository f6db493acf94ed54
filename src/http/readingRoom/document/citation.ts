import type { Found } from '../../../archive/read/view.js'
import { nextStockholmDay, stockholmDate } from '../../../archive/pure/stockholm.js'
import { endsAt } from '../../../delivery/cache/trace.js'
import { factsOf, titleOf, type Served } from '../../../delivery/served.js'
import { at, both } from '../addresses.js'
import { html, langOf, type Html } from '../html.js'
import type { Visit } from '../visit.js'
import { boardName, dateIn, dayIn } from '../words.js'

const words = both({
  sv: {
    title: 'Citera så här',
    why: 'Adressen visar alltid just den här texten, också när dokumentet har ändrats.',
    edition: 'utgåva',
    decided: 'beslutad',
    diary: 'dnr',
    published: 'Publicerad i Länskällan den',
    fetched: 'Hämtad den',
    digest: 'Textens kontrollsumma (SHA-256):',
  },
  en: {
    title: 'Cite it like this',
    why: 'The address always shows this very text, also when the document has been changed.',
    edition: 'edition',
    decided: 'decided',
    diary: 'ref. no.',
    published: 'Published in Länskällan',
    fetched: 'Retrieved',
    digest: 'Checksum of the text (SHA-256):',
  },
})

/** Who, what, which edition, when, where, read when: and the digest, by which a copy can be checked. */
export function citation(visit: Visit, served: Served, found: Found): Html {
  const { speech, publicUrl, reading, now } = visit
  const say = words[speech]
  const { record, publicFrom } = found.published
  const address = publicUrl + at.document(speech, found.id, { knownAt: publicFrom })
  const edition = served.kind === 'edition' ? factsOf(served as unknown as Served<'edition'>) : null
  const { date, diaryNumber } = edition?.decision ?? { date: null, diaryNumber: null }
  const details = [
    edition && `${say.edition} ${edition.label}`,
    date && `${say.decided} ${dateIn(speech, date)}`,
    diaryNumber && `${say.diary} ${diaryNumber}`,
  ].filter((part) => part)
  // It names today, whichever moment is read.
  endsAt(reading.context.trace, nextStockholmDay(stockholmDate(now)))
  return html`<section aria-labelledby="cite">
    <h2 id="cite">${say.title}</h2>
    <p class="cite">
      ${boardName(record.document.owner, speech)}.
      <cite${langOf(served.language, speech)}>${titleOf(served)}</cite>${details.length > 0 && `, ${details.join(', ')}`}. ${say.published}
      ${dayIn(speech, publicFrom)}. <a href="${address}">${address}</a>. ${say.fetched}
      ${dateIn(speech, stockholmDate(now))}. ${say.digest} <code>${record.snapshot}</code>
    </p>
    <p class="quiet screen">${say.why}</p>
  </section>`
}
