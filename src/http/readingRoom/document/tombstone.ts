import { countyName } from '../../../delivery/closedWords.js'
import type { Found } from '../../../archive/read/view.js'
import { at, both } from '../addresses.js'
import { html, inSwedish } from '../html.js'
import type { Page, Visit } from '../visit.js'
import { dateIn, kindWords } from '../words.js'
import { documentLinks } from './documentLinks.js'
import { eventsOf, eventsTable } from './events.js'
import type { Reading } from './moment.js'

const words = both({
  sv: {
    sealed: 'Dokumentet är spärrat',
    disposed: 'Dokumentet är gallrat',
    gone: 'Dokumentet är tillbakadraget',
    sealedWhy:
      'Innehållet har spärrats för alla, också som det var tidigare. Det finns kvar i arkivet, och en arkivarie kan läsa det.',
    disposedWhy:
      'Innehållet har gallrats efter beslut. Spåret efter det finns kvar, så att det syns att ingenting har försvunnit i tysthet.',
    goneWhy: 'Innehållet visas inte längre. Så som det lästes tidigare kan det fortfarande läsas.',
    reason: 'Skäl',
    since: 'Sedan',
    kind: 'Slag',
    county: 'Län',
    id: 'Dokumentets id',
    record: 'Arkivpost',
    strategy: 'Strategi',
    before: 'Läs som det var före tillbakadragandet',
    find: 'Sök i arkivet',
    ask: 'Vill du begära ut en handling? Vänd dig till länsstyrelsens registrator.',
  },
  en: {
    sealed: 'The document is sealed',
    disposed: 'The document has been disposed of',
    gone: 'The document has been withdrawn',
    sealedWhy:
      'The content has been sealed for everybody, also as it was before. It is kept in the archive, where an archivist can read it.',
    disposedWhy:
      'The content has been disposed of by decision. Its trace stays, so that it shows that nothing disappeared in silence.',
    goneWhy: 'The content is no longer shown. As it was earlier it can still be read.',
    reason: 'Reason',
    since: 'Since',
    kind: 'Kind',
    county: 'County',
    id: 'Id of the document',
    record: 'Record',
    strategy: 'Strategy',
    before: 'Read it as it was before it was withdrawn',
    find: 'Search the archive',
    ask: 'To request a document, turn to the registrar of the county administrative board.',
  },
})

/** What is left of a document that may not be read: that it was there, what was done, when and why. */
export async function tombstone(visit: Visit, reading: Reading, found: Found): Promise<Page> {
  const { speech, path } = visit
  const { view } = reading.scope
  const say = words[speech]
  const taken = found.seal ?? found.entry
  const state = found.seal === null ? 'gone' : found.seal.record.action === 'DISPOSE' ? 'disposed' : 'sealed'
  const history = view.history(found.id)
  const last = found.published.publicFrom
  const above = found.published.record.index?.strategy
  const [strategy] = above ? await documentLinks(visit, reading, [above]) : []
  return {
    status: 410,
    title: say[state],
    body: html`<article>
      <p class="kicker">
        ${kindWords[speech][found.kind]} · ${countyName(found.published.record.document.owner, speech)}
      </p>
      <h1>${say[state]}</h1>
      <div class="note bad"><p>${say[`${state}Why`]}</p></div>
      <dl class="facts">
        ${
          strategy &&
          html`<dt>${say.strategy}</dt>
            <dd>${strategy}</dd>`
        }
        <dt>${say.reason}</dt>
        <dd>${taken.record.note === null ? '–' : inSwedish(taken.record.note, speech)}</dd>
        <dt>${say.since}</dt>
        <dd>${dateIn(speech, taken.publicFrom)}</dd>
        <dt>${say.record}</dt>
        <dd><a href="${at.record(speech, taken.record.id)}">${taken.seq}</a></dd>
        <dt>${say.id}</dt>
        <dd><code>${found.id}</code></dd>
      </dl>
      ${state === 'gone' && html`<p><a href="${path}?knownAt=${last}">${say.before}</a></p>`}
      ${eventsTable(eventsOf(history, view), speech, view, null)}
      <p>${say.ask} <a href="${at.find(speech)}">${say.find}</a></p>
    </article>`,
  }
}
