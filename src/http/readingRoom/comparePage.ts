import type { Entry, Snapshot } from '../../archive/pure/model.js'
import { compareRecords, type Compared } from '../../delivery/comparison/compared.js'
import { comparedHtml } from '../../delivery/comparison/comparedHtml.js'
import { createScope } from '../../delivery/scope.js'
import { titleOf } from '../../delivery/served.js'
import { ServiceError } from '../../errors.js'
import { NATIONAL, languages } from '../../vocabulary.js'
import { at, both } from './addresses.js'
import { roomAddresses } from './document/richText.js'
import { html, langOf, trusted, type Html } from './html.js'
import { sensitiveNow } from './sensitive.js'
import { contextOf, type Page, type Visit } from './visit.js'
import { dateIn, kindWords } from './words.js'

const words = both({
  sv: {
    title: 'Jämför två texter',
    how: 'Öppna ett dokument och välj två av dess texter, eller ange två arkivposter här. Posternas id står på dokumentets sida under Händelser.',
    from: 'Den äldre arkivposten',
    to: 'Den nyare arkivposten',
    send: 'Jämför',
    older: 'Tidigare',
    newer: 'Senare',
    record: 'arkivpost',
    published: 'publicerad',
    swap: 'Byt håll',
  },
  en: {
    title: 'Compare two texts',
    how: 'Open a document and choose two of its texts, or name two records here. Their ids stand on the document’s page under Events.',
    from: 'The older record',
    to: 'The newer record',
    send: 'Compare',
    older: 'Earlier',
    newer: 'Later',
    record: 'record',
    published: 'published',
    swap: 'The other way round',
  },
})

/** `/arkiv/jamfor?fran=&till=`: what tells two texts apart. */
export async function comparePage(visit: Visit): Promise<Page> {
  const { speech, asked, reading } = visit
  const [from, to] = [asked.get('fran'), asked.get('till')]
  if (from === undefined || to === undefined)
    return { title: words[speech].title, indexed: asked.size === 0, body: formOf(visit, null) }
  const language = languages.find((code) => code === asked.get('language')) ?? speech
  const view = reading.context.viewAt(null)
  const { trace } = reading.context
  const scope = createScope({ view, language, county: NATIONAL, validAt: null, isNow: true, trace })
  const compared = await compareRecords(scope, reading.context.budget, from, to).catch(asFault)
  if (compared instanceof ServiceError)
    return { status: compared.status, title: words[speech].title, body: formOf(visit, compared.messages[speech]) }
  return {
    title: words[speech].title,
    sensitive: await sensitiveNow(visit, compared.to.record.document.id),
    body: await comparisonOf(visit, compared),
  }
}

/** What was asked wrongly is told beside the form, where it can be asked anew. */
function asFault(error: unknown): ServiceError {
  if (error instanceof ServiceError && error.status < 500) return error
  throw error
}

async function comparisonOf(visit: Visit, compared: Compared): Promise<Html> {
  const { from, to, served } = compared
  const { speech } = visit
  const say = words[speech]
  const labelOf = async (entry: Entry): Promise<string | null> => {
    const snapshot = (await served.scope.view.snapshot(entry)) as Snapshot
    return snapshot.kind === 'edition' ? snapshot.facts.label : null
  }
  const text = await comparedHtml(compared, contextOf(visit, roomAddresses(visit)), speech)
  const nameOf = (label: string | null, entry: Entry): string =>
    `${label === null ? '' : `${kindWords[speech].edition} ${label}, `}${say.published} ${dateIn(speech, entry.publicFrom)}`
  const side = (name: string, entry: Entry, label: string | null): Html =>
    html`<dt>${name}</dt>
      <dd>
        <a href="${at.document(speech, entry.record.document.id, { knownAt: entry.publicFrom })}"
          >${nameOf(label, entry)}</a
        >,
        <a href="${at.record(speech, entry.record.id)}">${say.record} ${entry.seq}</a>
      </dd>`
  return html`<p class="kicker">${say.title}</p>
    <h1${langOf(served.language, speech)}>${titleOf(served)}</h1>
    <dl class="facts">${side(say.older, from, await labelOf(from))}${side(say.newer, to, await labelOf(to))}</dl>
    <div class="comparison">${trusted(text)}</div>
    <p class="screen"><a href="${at.compare(speech, to.record.id, from.record.id)}">${say.swap}</a></p>`
}

function formOf({ speech, asked }: Visit, fault: string | null): Html {
  const say = words[speech]
  const field = (name: 'fran' | 'till', label: string): Html =>
    html`<div class="field">
      <label for="${name}">${label}</label>
      <input id="${name}" name="${name}" value="${asked.get(name) ?? ''}" required maxlength="36" autocomplete="off" />
    </div>`
  return html`<h1>${say.title}</h1>
    ${fault === null ? html`<p>${say.how}</p>` : html`<div class="note warn"><p>${fault}</p></div>`}
    <form class="panel" method="get" action="${at.compare(speech)}" aria-label="${say.title}">
      <div class="fields">${field('fran', say.from)} ${field('till', say.to)}</div>
      <p><button>${say.send}</button></p>
    </form>`
}
