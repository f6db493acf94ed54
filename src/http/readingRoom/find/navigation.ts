import type { Hits } from '../../../delivery/catalogue/find.js'
import type { DocumentKind } from '../../../vocabulary.js'
import { at, both, type Speech } from '../addresses.js'
import { html, type Html } from '../html.js'
import type { Visit } from '../visit.js'
import { count, kindsInPlural } from '../words.js'

const words = both({
  sv: {
    all: 'Alla',
    kinds: 'Visa bara',
    previous: 'Föregående sida',
    next: 'Nästa sida',
    place: (page: number, last: number) => `Sida ${page} av ${last}`,
    pages: 'Sidor',
  },
  en: {
    all: 'All',
    kinds: 'Show only',
    previous: 'Previous page',
    next: 'Next page',
    place: (page: number, last: number) => `Page ${page} of ${last}`,
    pages: 'Pages',
  },
})

const withAsked = (
  speech: Speech,
  asked: ReadonlyMap<string, string>,
  changed: Record<string, string | null>,
): string => at.find(speech, { ...Object.fromEntries(asked), ...changed })

/** The same search among one kind of documents only. */
export function kindLinks(speech: Speech, asked: Visit['asked'], { counts }: Hits, chosen: DocumentKind | null): Html {
  const say = words[speech]
  const total = [...counts.values()].reduce((sum, one) => sum + one, 0)
  const link = (kind: DocumentKind | null, name: string, number: number): Html =>
    html`<li>
      <a href="${withAsked(speech, asked, { typ: kind, sida: null })}" ${kind === chosen && html` aria-current="true"`}
        >${name} (${count(speech, number)})</a
      >
    </li>`
  const kinds = (Object.keys(kindsInPlural[speech]) as DocumentKind[]).filter((kind) => counts.has(kind))
  return html`<nav aria-label="${say.kinds}">
    <ul class="kinds">
      ${link(null, say.all, total)}
      ${kinds.map((kind) => link(kind, kindsInPlural[speech][kind], counts.get(kind) ?? 0))}
    </ul>
  </nav>`
}

/** To the results before and after. */
export function pageLinks(speech: Speech, asked: Visit['asked'], page: number, last: number): Html {
  const say = words[speech]
  const link = (to: number, rel: 'prev' | 'next', name: string): Html =>
    html`<a rel="${rel}" href="${withAsked(speech, asked, { sida: to === 1 ? null : String(to) })}">${name}</a>`
  return html`<nav class="pages" aria-label="${say.pages}">
    ${page > 1 && link(page - 1, 'prev', say.previous)} <span>${say.place(page, last)}</span>
    ${page < last && link(page + 1, 'next', say.next)}
  </nav>`
}
