import { throughBefore } from '../../../archive/pure/edtf.js'
import { certaintyOf, effectiveValidity, validityOf } from '../../../archive/pure/inForce.js'
import type { EdtfDate } from '../../../archive/pure/model.js'
import type { Found } from '../../../archive/read/view.js'
import type { Placed } from '../../../delivery/editions.js'
import { at, both, type Speech } from '../addresses.js'
import { html, type Html } from '../html.js'
import type { Visit } from '../visit.js'
import { dateIn, disposed, publicationWords, validityWords } from '../words.js'
import type { Reading } from './moment.js'
import type { Span } from './timeline.js'

const words = both({
  sv: {
    caption: (day: string) => `Utgåvor, och hur de stod den ${day}`,
    edition: 'Utgåva',
    sealedEdition: 'Spärrad utgåva',
    disposedEdition: 'Gallrad utgåva',
    period: 'Gäller',
    state: 'Giltighet',
    publication: 'Här i arkivet',
    none: 'Ingen utgåva',
    gap: 'Lucka',
    onwards: 'tills vidare',
    possibly: 'Gäller kanske: dagen är inte känd',
    never: 'Trädde aldrig i kraft',
    here: 'den här sidan',
    from: 'från och med',
    through: 'till och med',
  },
  en: {
    caption: (day: string) => `Editions, and how they stood on ${day}`,
    edition: 'Edition',
    sealedEdition: 'Sealed edition',
    disposedEdition: 'Edition disposed of',
    period: 'In force',
    state: 'Validity',
    publication: 'Here in the archive',
    none: 'No edition',
    gap: 'Gap',
    onwards: 'until further notice',
    possibly: 'Perhaps in force: the day is not known',
    never: 'Never came into force',
    here: 'this page',
    from: 'from',
    through: 'through',
  },
})

export const editionName = ({ label }: { label: string | null }, speech: Speech): string =>
  label === null ? words[speech].sealedEdition : `${words[speech].edition} ${label}`

export const disposedName = (speech: Speech): string => words[speech].disposedEdition

/** "1 januari 2018 – 31 december 2021", as exact as the dates are. */
export function periodIn(speech: Speech, { from, until }: { from: EdtfDate; until: EdtfDate | null }): string {
  const say = words[speech]
  if (until === null) return `${say.from} ${dateIn(speech, from)} ${say.onwards}`
  return `${dateIn(speech, from)} – ${dateIn(speech, throughBefore(until))}`
}

interface Table {
  visit: Visit
  reading: Reading
  placed: readonly Placed[]
  /** Editions of which nothing but a tombstone is left: they have no place in time any more. */
  gone: readonly Found[]
  gaps: readonly Span[]
  /** On which the validity is told, `YYYY-MM-DD`. */
  day: string
  /** The document whose page it is. */
  here: string
}

/** When each edition applies, with the gaps between them: the equal of the picture for those who do not see it. */
export function editionsTable({ visit: { speech }, reading, placed, gone, gaps, day, here }: Table): Html {
  const say = words[speech]
  const rows = placed.map((edition) => ({ from: edition.validFrom, row: editionRow(edition) }))
  const gapRows = gaps.map((gap) => ({ from: gap.from, row: gapRow(gap) }))
  const ordered = [...rows, ...gapRows].toSorted((one, other) => (one.from < other.from ? -1 : 1))
  return html`<table class="cards">
    <caption>
      ${say.caption(dateIn(speech, day))}
    </caption>
    <thead>
      <tr>
        <th scope="col">${say.edition}</th>
        <th scope="col">${say.period}</th>
        <th scope="col">${say.state}</th>
        <th scope="col">${say.publication}</th>
      </tr>
    </thead>
    <tbody>
      ${ordered.map(({ row }) => row)} ${gone.map(goneRow)}
    </tbody>
  </table>`

  function editionRow(edition: Placed): Html {
    const state = validityOf(edition, placed, day)
    const isCertain = certaintyOf(edition, placed, day) === 'CERTAIN'
    const effective = effectiveValidity(edition, placed)
    const isPossible = state === 'IN_FORCE' && !isCertain
    const { publication } = edition.found
    const name = editionName(edition, speech)
    return html`<tr>
      <th scope="row">${nameOf(edition.id, name)}</th>
      <td>
        ${effective.until !== null && effective.until <= effective.from ? say.never : periodIn(speech, effective)}
      </td>
      <td>
        <span class="tag ${state === 'IN_FORCE' ? 'good' : 'off'}"
          >${isPossible ? say.possibly : validityWords[speech][state]}</span
        >
      </td>
      <td>
        ${
          publication === 'PUBLIC'
            ? publicationWords[speech].PUBLIC
            : html`<span class="tag ${publication === 'SEALED' ? 'bad' : 'warn'}"
                >${publicationWords[speech][publication]}</span
              >`
        }
      </td>
    </tr>`
  }

  function nameOf(id: string, name: string): Html {
    if (id === here) return html`<span aria-current="page">${name}</span> <span class="quiet">(${say.here})</span>`
    const { knownAt, written } = reading
    return html`<a href="${at.document(speech, id, { knownAt: knownAt && written.knownAt })}">${name}</a>`
  }

  function goneRow({ id }: Found): Html {
    return html`<tr>
      <th scope="row">${nameOf(id, say.disposedEdition)}</th>
      <td></td>
      <td></td>
      <td><span class="tag bad">${disposed[speech]}</span></td>
    </tr>`
  }

  function gapRow({ from, until }: Span): Html {
    return html`<tr class="gap">
      <th scope="row">${say.none}</th>
      <td>${periodIn(speech, { from, until })}</td>
      <td><span class="tag warn">${say.gap}</span></td>
      <td></td>
    </tr>`
  }
}
