import type { Entry, FileRef, ImageRef, Snapshot } from '../../archive/pure/model.js'
import type { View } from '../../archive/read/view.js'
import { chooseLanguage } from '../../delivery/served.js'
import type { LanguageCode } from '../../vocabulary.js'
import { at, both } from './addresses.js'
import { actWords, publicNote } from './document/events.js'
import { fileList } from './document/files.js'
import { actKind } from './document/timeline.js'
import { html, inSwedish, langOf, type Html } from './html.js'
import { missingPage } from './messages.js'
import { receiptSection } from './receipt.js'
import { sensitiveNow } from './sensitive.js'
import type { Page, Visit } from './visit.js'
import { boardName, dateIn, kindWords } from './words.js'

const words = both({
  sv: {
    kicker: 'Arkivpost',
    sealed: 'Innehållet är spärrat eller gallrat. Posten finns kvar i loggen, så att det syns att den har funnits.',
    document: 'Dokument',
    then: 'Läs dokumentet som det blev',
    what: 'Vad som gjordes',
    publicFrom: 'Offentligt från',
    recordedAt: 'Inskrivet',
    number: 'Nummer i loggen',
    revision: 'Dokumentets version',
    note: 'Vad som ändrades, eller varför',
    languages: 'Språk',
    digest: 'Textens kontrollsumma (SHA-256)',
    files: 'Filer',
    noFiles: 'Posten nämner inga filer.',
    previous: 'Posten före',
    next: 'Posten efter',
    compare: 'Jämför med texten före',
    neighbours: 'Grannar',
  },
  en: {
    kicker: 'Record',
    sealed: 'The content is sealed or disposed of. The record stays in the log, so that it shows that it was there.',
    document: 'Document',
    then: 'Read the document as it became',
    what: 'What was done',
    publicFrom: 'Public from',
    recordedAt: 'Recorded',
    number: 'Number in the log',
    revision: 'Version of the document',
    note: 'What was changed, or why',
    languages: 'Languages',
    digest: 'Checksum of the text (SHA-256)',
    files: 'Files',
    noFiles: 'The record names no files.',
    previous: 'The record before',
    next: 'The record after',
    compare: 'Compare with the text before',
    neighbours: 'Neighbours',
  },
})

/** `/arkiv/post/<id>`: one act on one document, and what proves it. */
export async function recordPage(visit: Visit, id: string): Promise<Page> {
  const { speech, reading } = visit
  const view = reading.context.viewAt(null)
  const entry = view.record(id)
  if (!entry) return missingPage(speech)
  const say = words[speech]
  const { document } = entry.record
  const history = view.history(document.id)
  const place = history.indexOf(entry)
  const isSealed = view.sealOf(entry) !== undefined
  const isText = entry.record.action === 'PUBLISH' && !isSealed
  const snapshot = isText ? ((await view.snapshot(entry)) as Snapshot) : null
  const kind = kindWords[speech][document.kind as Snapshot['kind']]
  const what = actWords[speech][actKind(entry, history.slice(0, place))]
  const note = publicNote(entry, view)
  const rows: [string, Html | string | number | null | false][] = [
    [say.document, titleLink(visit, document.id, snapshot, kind)],
    [say.what, html`<strong>${what}</strong>`],
    [say.note, note !== null && inSwedish(note, speech)],
    [say.publicFrom, dateIn(speech, entry.publicFrom)],
    [
      say.recordedAt,
      entry.record.recordedAt.slice(0, 16) !== entry.publicFrom.slice(0, 16) && dateIn(speech, entry.record.recordedAt),
    ],
    [say.number, entry.seq],
    [say.revision, entry.record.revision],
    [say.digest, entry.record.snapshot !== null && html`<code>${entry.record.snapshot}</code>`],
  ]
  return {
    status: isSealed ? 410 : 200,
    title: `${say.kicker} ${entry.seq}`,
    sensitive: await sensitiveNow(visit, document.id),
    body: html`<article>
      <p class="kicker">${kind} · ${boardName(document.owner, speech)}</p>
      <h1>${say.kicker} ${entry.seq}</h1>
      ${isSealed && html`<div class="note bad"><p>${say.sealed}</p></div>`}
      <dl class="facts">
        ${rows.map(
          ([name, value]) =>
            value !== null &&
            value !== false &&
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      ${isText && html`<p><a href="${at.document(speech, document.id, { knownAt: entry.publicFrom })}">${say.then}</a></p>`}
      ${snapshot && filesOf(snapshot, visit)} ${neighbours(visit, view, history, place)}
      ${receiptSection(visit, entry, { isText, isReadable: isText || entry.record.action !== 'PUBLISH' })}
    </article>`,
  }
}

function titleLink({ speech }: Visit, id: string, snapshot: Snapshot | null, kind: string): Html {
  const texts = (snapshot?.languages ?? {}) as Partial<Record<LanguageCode, { title?: string; name?: string }>>
  const language = chooseLanguage(texts, speech)
  const chosen = language === null ? undefined : texts[language]
  return html`<a href="${at.document(speech, id)}" ${langOf(language, speech)}
    >${chosen?.title ?? chosen?.name ?? kind}</a
  >`
}

function filesOf(snapshot: Snapshot, { speech }: Visit): Html {
  const say = words[speech]
  const files: (FileRef | ImageRef)[] =
    snapshot.kind === 'edition'
      ? snapshot.facts.documents
      : snapshot.kind === 'news' && snapshot.facts.image
        ? [snapshot.facts.image]
        : []
  return html`<h2>${say.files}</h2>
    ${files.length > 0 ? fileList(files, speech, speech) : html`<p class="quiet">${say.noFiles}</p>`}`
}

function neighbours({ speech }: Visit, view: View, history: readonly Entry[], place: number): Html | null {
  const say = words[speech]
  const entry = history[place]!
  const [previous, next] = [history[place - 1], history[place + 1]]
  const published = history.slice(0, place).findLast(({ record }) => record.action === 'PUBLISH')
  const isComparable = entry.record.action === 'PUBLISH' && published && !view.sealOf(entry) && !view.sealOf(published)
  if (!previous && !next) return null
  const link = (one: Entry, name: string): Html => html`<a href="${at.record(speech, one.record.id)}">${name}</a>`
  return html`<nav class="pages" aria-label="${say.neighbours}">
    ${previous && link(previous, say.previous)} ${next && link(next, say.next)}
    ${isComparable && html`<a href="${at.compare(speech, published.record.id, entry.record.id)}">${say.compare}</a>`}
  </nav>`
}
