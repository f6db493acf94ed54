import { nextStockholmDay, stockholmDate } from '../../../archive/pure/stockholm.js'
import { endsAt, tagOf } from '../../../delivery/cache/trace.js'
import { find } from '../../../delivery/catalogue/find.js'
import { relationsOf, type Relations } from '../../../delivery/catalogue/relations.js'
import type { Item } from '../../../delivery/catalogue/item.js'
import { at, both, type Speech } from '../addresses.js'
import { html, type Html } from '../html.js'
import { sensitiveIn } from '../sensitive.js'
import type { Page, Sensitive, Visit } from '../visit.js'
import { count } from '../words.js'
import { findForm } from './findForm.js'
import { hitOf } from './hit.js'
import { kindLinks, pageLinks } from './navigation.js'
import { questionIn } from './wanted.js'

const words = both({
  sv: {
    title: 'Sök i arkivet',
    lead: 'Strategier, utgåvor, sakområden, nyheter och kontakter som länsstyrelserna har publicerat – också det som har upphört att gälla, rättats eller dragits tillbaka.',
    newest: 'Senast ändrat',
    results: 'Träffar',
    one: '1 träff',
    many: (number: string) => `${number} träffar`,
    documents: (number: string) => `${number} dokument`,
    none: 'Ingenting stämmer med allt du har fyllt i.',
    advice: 'Det här kan hjälpa:',
    fewer: 'Fyll i färre fält. Diarienummer eller år räcker ofta.',
    part: html`Skriv en del av ett ord: ”våld” hittar även ”våldsförebyggande”. Å, ä och ö kan skrivas som a och o.`,
    other: 'Sök i hela landet i stället för i ett län.',
    again: 'Börja om med alla dokument',
    fault: 'Något fält i formuläret går inte att förstå. Träffarna är sökta utan det.',
    notHere: 'Det som aldrig har publicerats här finns inte i arkivet. Fråga då länsstyrelsens registrator.',
  },
  en: {
    title: 'Search the archive',
    lead: 'Strategies, editions, topics, news and contacts that the county administrative boards have published – including what has expired, was corrected or was withdrawn.',
    newest: 'Changed most recently',
    results: 'Results',
    one: '1 result',
    many: (number: string) => `${number} results`,
    documents: (number: string) => `${number} documents`,
    none: 'Nothing fits all that you have filled in.',
    advice: 'This may help:',
    fewer: 'Fill in fewer fields. The diary number or the year is often enough.',
    part: html`Write a part of a word: “<span lang="sv">våld</span>” also finds “<span lang="sv">våldsförebyggande</span
      >”. Å, ä and ö may be written as a and o.`,
    other: 'Search all of Sweden instead of one county.',
    again: 'Start again with all documents',
    fault: 'A field of the form cannot be understood. The results are those without it.',
    notHere:
      'What was never published here is not in the archive. Ask the registrar of the county administrative board.',
  },
})

const PAGE = 20

/** `/arkiv`: the way in. Everything that was ever public is found, also what is only a tombstone by now. */
export async function findPage(visit: Visit): Promise<Page> {
  const { speech, asked, catalogue, reading } = visit
  const say = words[speech]
  const today = stockholmDate(reading.context.viewAt(null).knownAt)
  // Every record may change it, and so may the day.
  reading.context.trace.tags.add(tagOf.log)
  endsAt(reading.context.trace, nextStockholmDay(today))
  const items = await catalogue.items()
  const relations = relationsOf(items)
  const question = questionIn(asked)
  const hits = await find(items, question.wanted, today)
  const last = Math.max(1, Math.ceil(hits.items.length / PAGE))
  const page = Math.min(question.page, last)
  const shown = hits.items.slice((page - 1) * PAGE, page * PAGE)
  const sensitive = sensitiveAmong(shown, question.wanted.topic, relations, speech)
  const isSearch = [...asked.keys()].some((name) => name !== 'sida')
  return {
    status: question.faults.size > 0 ? 400 : 200,
    title: say.title,
    indexed: !isSearch && page === 1,
    sensitive: sensitive && { ...sensitive, neutralTitle: `${say.title} – Länskällan`, language: speech },
    body: html`<h1>${say.title}</h1>
      ${!isSearch && html`<p class="lead">${say.lead}</p>`} ${findForm(visit, question, items)}
      <section aria-labelledby="hits">
        <h2 id="hits">
          ${isSearch ? say.results : say.newest}
          <span class="quiet">${toldNumber(speech, isSearch, hits.items.length)}</span>
        </h2>
        ${question.faults.size > 0 && html`<div class="note warn"><p>${say.fault}</p></div>`}
        ${hits.counts.size > 1 || question.wanted.kind ? kindLinks(speech, asked, hits, question.wanted.kind) : null}
        ${
          shown.length > 0
            ? html`<ol class="hits" start="${(page - 1) * PAGE + 1}">
                ${shown.map((item) => hitOf(item, { speech, relations, today }))}
              </ol>`
            : emptyAdvice(speech)
        }
        ${last > 1 && pageLinks(speech, asked, page, last)}
      </section>`,
  }
}

function toldNumber(speech: Speech, isSearch: boolean, number: number): string {
  const say = words[speech]
  if (!isSearch) return say.documents(count(speech, number))
  return number === 1 ? say.one : say.many(count(speech, number))
}

function sensitiveAmong(
  shown: readonly Item[],
  topic: string | null,
  relations: Relations,
  speech: Speech,
): Sensitive | null {
  const some = shown.map((item) => sensitiveIn(item, relations, speech)).find((one) => one !== null)
  if (some || topic === null) return some ?? null
  const chosen = [...relations.byId.values()].find((item) => item.kind === 'topic' && item.slug === topic)
  return chosen ? sensitiveIn(chosen, relations, speech) : null
}

function emptyAdvice(speech: Speech): Html {
  const say = words[speech]
  return html`<p>${say.none} ${say.advice}</p>
    <ul>
      <li>${say.fewer}</li>
      <li>${say.part}</li>
      <li>${say.other}</li>
    </ul>
    <p>${say.notHere}</p>
    <p><a href="${at.find(speech)}">${say.again}</a></p>`
}
