import { stockholmDate } from '../../../archive/pure/stockholm.js'
import { editionsOf } from '../../../delivery/editions.js'
import { dayOf } from '../../../delivery/scope.js'
import type { Served } from '../../../delivery/served.js'
import { both } from '../addresses.js'
import { html, type Html } from '../html.js'
import type { Visit } from '../visit.js'
import { kindWords } from '../words.js'
import { compareForm } from '../compareForm.js'
import { drawingOf } from './drawing.js'
import { disposedName, editionName, editionsTable } from './editionsTable.js'
import { eventsOf, eventsTable, type Event } from './events.js'
import type { Reading } from './moment.js'
import { timelineOf } from './timeline.js'

const words = both({ sv: { title: 'Tidslinje' }, en: { title: 'Timeline' } })

/** What has happened to a document, and to all editions of its strategy: as a picture, and in words. */
export async function historyOf(visit: Visit, reading: Reading, served: Served): Promise<Html> {
  const { speech, asked, path } = visit
  const { scope } = reading
  const { view } = scope
  const strategy = served.kind === 'strategy' ? served.id : (served.found?.published.record.index?.strategy ?? null)
  const placed = strategy === null ? [] : await editionsOf(scope, strategy)
  const own =
    served.kind === 'edition'
      ? []
      : [{ id: served.id, validity: null, history: view.history(served.id), isSealed: false }]
  const editions = placed.map((edition) => ({
    id: edition.id,
    validity: edition,
    history: view.history(edition.id),
    isSealed: edition.found.seal !== null,
  }))
  const gone =
    strategy === null ? [] : view.editionsOf(strategy).filter(({ seal }) => seal?.record.action === 'DISPOSE')
  const names = new Map([
    [served.id, kindWords[speech][served.kind]],
    ...gone.map(({ id }) => [id, disposedName(speech)] as const),
    ...placed.map((edition) => [edition.id, editionName(edition, speech)] as const),
  ])
  const traces = gone.map(({ id }) => ({ id, validity: null, history: view.history(id), isSealed: true }))
  const documents = [...editions, ...traces, ...own]
  const today = stockholmDate(view.knownAt)
  const timeline = timelineOf(documents, today)
  const day = scope.validAt
  const events = documents.flatMap(({ id, history }): Event[] =>
    eventsOf(history, view, documents.length > 1 ? (names.get(id) ?? null) : null),
  )
  const more = new URLSearchParams([...asked, ['handelser', 'alla']]).toString()
  const table =
    placed.length > 0 &&
    editionsTable({ visit, reading, placed, gone, gaps: timeline.gaps, day: dayOf(scope), here: served.id })
  const drawing = drawingOf({
    speech,
    timeline,
    names,
    marks: [...(day === null ? [] : [{ day, isNow: false }]), { day: today, isNow: reading.knownAt === null }],
  })
  // A single act needs no picture.
  return html`${
    (events.length > 1 || table) &&
    html`<section aria-labelledby="timeline">
      <h2 id="timeline">${words[speech].title}</h2>
      ${drawing} ${table}
    </section>`
  }
  ${eventsTable(events, speech, view, asked.has('handelser') ? null : `${path}?${more}`)} ${compareForm(visit, events)}`
}
