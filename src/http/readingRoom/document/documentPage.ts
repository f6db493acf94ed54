import type { DocumentKind } from '../../../vocabulary.js'
import type { Found } from '../../../archive/read/view.js'
import { serve, titleOf, type Served } from '../../../delivery/served.js'
import { linkHeader, linksOfOriginal, mementoAddresses } from '../../memento/links.js'
import { both } from '../addresses.js'
import { html, langOf } from '../html.js'
import { sensitiveNow } from '../sensitive.js'
import type { Page, Sensitive, Visit } from '../visit.js'
import { boardName, dayIn, kindWords } from '../words.js'
import type { Body } from './body.js'
import { citation } from './citation.js'
import { contactBody } from './contactBody.js'
import { dateForm } from './dateForm.js'
import { editionBody } from './editionBody.js'
import { historyOf } from './history.js'
import { languageLinks } from './languageLinks.js'
import { metadata } from './metadata.js'
import { readingIn, type Reading } from './moment.js'
import { momentNote, withdrawalNote } from './notes.js'
import { notThen } from './notThen.js'
import { newsBody } from './newsBody.js'
import { strategyBody } from './strategyBody.js'
import { tombstone } from './tombstone.js'
import { topicBody } from './topicBody.js'

const words = both({
  sv: {
    published: 'Publicerad här den',
    changed: 'senast ändrad den',
    here: 'På den här sidan',
    parts: [
      ['another-day', 'Läs som det var en annan dag'],
      ['timeline', 'Tidslinje'],
      ['events', 'Händelser'],
      ['cite', 'Citera så här'],
    ],
  },
  en: {
    published: 'Published here on',
    changed: 'last changed on',
    here: 'On this page',
    parts: [
      ['another-day', 'Read it as it was on another day'],
      ['timeline', 'Timeline'],
      ['events', 'Events'],
      ['cite', 'Cite it like this'],
    ],
  },
})

/** `/arkiv/<id>`: a document as it read at a moment, with its history, and how it is cited. */
export async function documentPage(visit: Visit, id: string): Promise<Page> {
  const reading = readingIn(visit, visit.now)
  const sensitive = await sensitiveNow(visit, id)
  const found = reading.scope.view.document(id)
  if (!found) return notThen(visit, reading, id, sensitive)
  const scope = { ...reading.scope, county: found.published.record.document.owner }
  const shown: Reading = { ...reading, scope }
  const served = await serve(found, scope)
  const headers = { Link: linkHeader(linksOfOriginal(id, mementoAddresses(visit.publicUrl))) }
  if (!served.snapshot) return { ...(await tombstone(visit, shown, found)), sensitive, headers }
  return {
    ...(await readable(visit, shown, served, found)),
    sensitive,
    headers,
    indexed: isIndexed(visit, found, sensitive),
    // Nothing that a browser or a machine keeps tells what a page in danger is about.
    ...(sensitive === null && { head: metadata(visit, served, found) }),
  }
}

/** Search engines may show what is public now, and nobody is in danger for having read. */
const isIndexed = ({ asked }: Visit, { publication }: Found, sensitive: Sensitive | null): boolean =>
  asked.size === 0 && publication === 'PUBLIC' && sensitive === null

async function readable(visit: Visit, reading: Reading, served: Served, found: Found): Promise<Page> {
  const { speech } = visit
  const title = titleOf(served)
  const { owner } = found.published.record.document
  const lang = langOf(served.language, speech)
  const body = await bodyOf(visit, reading, served)
  return {
    status: reading.faults.size > 0 ? 400 : 200,
    title,
    titleLanguage: served.language,
    body: html`<article>
      <p class="kicker">${body.kicker ?? kindWords[speech][served.kind]} · ${boardName(owner, speech)}</p>
      <h1${lang}>${title}</h1>
      ${momentNote(visit, reading)} ${withdrawalNote(visit, found, reading)} ${body.above}
      <p class="quiet">
        ${words[speech].published} ${dayIn(speech, found.firstPublicFrom)}${
          found.published.publicFrom !== found.firstPublicFrom &&
          html`, ${words[speech].changed} ${dayIn(speech, found.published.publicFrom)}`
        }.
        ${languageLinks(visit, reading, served)}
      </p>
      <nav class="here screen" aria-label="${words[speech].here}">
        <ul>
          ${partsOf(visit, served).map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
        </ul>
      </nav>
      ${body.text} ${dateForm(visit, reading, served)} ${await historyOf(visit, reading, served)}
      ${citation(visit, served, found)}
    </article>`,
  }
}

function bodyOf(visit: Visit, reading: Reading, served: Served): Body | Promise<Body> {
  const as = <K extends DocumentKind>(): Served<K> => served as unknown as Served<K>
  switch (served.kind) {
    case 'strategy':
      return strategyBody(visit, reading, as<'strategy'>())
    case 'edition':
      return editionBody(visit, reading, as<'edition'>())
    case 'topic':
      return topicBody(visit, reading, as<'topic'>())
    case 'news':
      return newsBody(visit, reading, as<'news'>())
    case 'contact':
      return contactBody(visit, reading, as<'contact'>())
  }
}

/** Only works that are decided anew have a timeline to speak of. */
const partsOf = ({ speech }: Visit, { kind }: Served): string[][] =>
  words[speech].parts.filter(([id]) => id !== 'timeline' || kind === 'strategy' || kind === 'edition')
