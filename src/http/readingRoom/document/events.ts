import type { Entry } from '../../../archive/pure/model.js'
import type { View } from '../../../archive/read/view.js'
import { at, both, type Speech } from '../addresses.js'
import { html, inSwedish, type Html } from '../html.js'
import { dateIn } from '../words.js'
import { actKind, type ActKind } from './timeline.js'

export const actWords = both<Record<ActKind, string>>({
  sv: {
    published: 'Publicerades',
    changed: 'Ändrades',
    withdrawn: 'Drogs tillbaka',
    sealed: 'Spärrades',
    disposed: 'Gallrades',
  },
  en: {
    published: 'Was published',
    changed: 'Was changed',
    withdrawn: 'Was withdrawn',
    sealed: 'Was sealed',
    disposed: 'Was disposed of',
  },
})

const words = both({
  sv: {
    title: 'Händelser',
    when: 'När',
    what: 'Vad',
    why: 'Vad som ändrades, eller varför',
    more: 'Post',
    record: 'Arkivpost',
    compare: 'Jämför med texten före',
    hidden: 'Innehållet är spärrat',
    all: (number: number) => `Visa alla ${number} händelser`,
  },
  en: {
    title: 'Events',
    when: 'When',
    what: 'What',
    why: 'What was changed, or why',
    more: 'Record',
    record: 'Record',
    compare: 'Compare with the text before',
    hidden: 'The content is sealed',
    all: (number: number) => `Show all ${number} events`,
  },
})

/** One thing that was done, and to what. */
export interface Event {
  entry: Entry
  kind: ActKind
  /** The name of the edition, where several documents share the list. */
  name: string | null
  /** The publication before it, where both texts can be compared. */
  before: Entry | null
  /** Whether it published a text that may still be read. */
  isReadable: boolean
}

/** @param history of one document, oldest first */
export function eventsOf(history: readonly Entry[], view: View, name: string | null = null): Event[] {
  return history.map((entry, place) => {
    const before = history.slice(0, place)
    const published = before.findLast(({ record }) => record.action === 'PUBLISH') ?? null
    const isReadable = entry.record.action === 'PUBLISH' && !view.sealOf(entry)
    const isComparable = isReadable && published !== null && !view.sealOf(published)
    return { entry, kind: actKind(entry, before), name, before: isComparable ? published : null, isReadable }
  })
}

/** What was said of an act in public; of a sealed text not even that. */
export const publicNote = (entry: Entry, view: View): string | null =>
  entry.record.action === 'PUBLISH' && view.sealOf(entry) ? null : entry.record.note

const FEW = 30

/** What was done, newest first: the equal of the picture's signs for those who do not see it. */
export function eventsTable(events: readonly Event[], speech: Speech, view: View, showAll: string | null): Html {
  const say = words[speech]
  const ordered = events.toSorted(
    (one, other) =>
      (one.entry.publicFrom < other.entry.publicFrom ? 1 : one.entry.publicFrom > other.entry.publicFrom ? -1 : 0) ||
      other.entry.seq - one.entry.seq,
  )
  const shown = showAll === null ? ordered : ordered.slice(0, FEW)
  return html`<section aria-labelledby="events">
    <h2 id="events">${say.title}</h2>
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">${say.when}</th>
          <th scope="col">${say.what}</th>
          <th scope="col">${say.why}</th>
          <th scope="col">${say.more}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map((event) => eventRow(event, speech, view))}
      </tbody>
    </table>
    ${shown.length < ordered.length && html`<p><a href="${showAll}">${say.all(ordered.length)}</a></p>`}
  </section>`
}

function eventRow({ entry, kind, name, before }: Event, speech: Speech, view: View): Html {
  const say = words[speech]
  const { id } = entry.record
  const isHidden = entry.record.action === 'PUBLISH' && view.sealOf(entry) !== undefined
  return html`<tr>
    <td>${dateIn(speech, entry.publicFrom)}</td>
    <th scope="row">
      ${name && html`${name}: `}${name ? actWords[speech][kind].toLowerCase() : actWords[speech][kind]}
    </th>
    <td>${isHidden ? html`<span class="quiet">${say.hidden}</span>` : inSwedish(publicNote(entry, view), speech)}</td>
    <td>
      <a href="${at.record(speech, id)}">${say.record} ${entry.seq}</a>
      ${before && html`<br /><a href="${at.compare(speech, before.record.id, id)}">${say.compare}</a>`}
    </td>
  </tr>`
}
