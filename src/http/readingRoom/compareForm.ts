import { at, both, type Speech } from './addresses.js'
import { flag, html, type Html } from './html.js'
import type { Event } from './document/events.js'
import type { Visit } from './visit.js'
import { dateIn } from './words.js'

const words = both({
  sv: { title: 'Jämför två texter', from: 'Den äldre', to: 'Den nyare', send: 'Jämför', published: 'publicerad' },
  en: { title: 'Compare two texts', from: 'The older', to: 'The newer', send: 'Compare', published: 'published' },
})

const MOST = 60

/** Two lists of what can be compared; nothing where there is but one text. */
export function compareForm({ speech }: Visit, events: readonly Event[]): Html | null {
  const readable = events
    .filter(({ isReadable }) => isReadable)
    .toSorted((one, other) => other.entry.seq - one.entry.seq)
    .slice(0, MOST)
  if (readable.length < 2) return null
  const kinds = new Set(readable.map(({ entry }) => entry.record.document.kind))
  // Only texts of one kind can be compared: on a strategy's page its editions are.
  const kind = kinds.has('edition') ? 'edition' : [...kinds][0]
  const options = readable.filter(({ entry }) => entry.record.document.kind === kind)
  if (options.length < 2) return null
  const say = words[speech]
  const choice = (name: 'fran' | 'till', label: string, chosen: Event): Html =>
    html`<div class="field">
      <label for="${name}">${label}</label>
      <select id="${name}" name="${name}">
        ${options.map(
          (one) =>
            html`<option value="${one.entry.record.id}" ${flag('selected', one === chosen)}>
              ${nameOf(one, speech)}
            </option>`,
        )}
      </select>
    </div>`
  return html`<form class="panel" method="get" action="${at.compare(speech)}" aria-labelledby="compare">
    <h2 id="compare">${say.title}</h2>
    <div class="fields">${choice('fran', say.from, options[1]!)} ${choice('till', say.to, options[0]!)}</div>
    <p><button>${say.send}</button></p>
  </form>`
}

const nameOf = ({ name, entry }: Event, speech: Speech): string =>
  `${name === null ? '' : `${name}, `}${words[speech].published} ${dateIn(speech, entry.publicFrom)}`
