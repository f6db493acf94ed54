import { states, type State } from '../../../delivery/catalogue/find.js'
import type { Item } from '../../../delivery/catalogue/item.js'
import { counties, NATIONAL } from '../../../vocabulary.js'
import { at, both, type Speech } from '../addresses.js'
import { flag, html, type Html } from '../html.js'
import type { Visit } from '../visit.js'
import type { Question } from './wanted.js'

const words = both({
  sv: {
    form: 'Sök dokument',
    text: 'Ord i titeln',
    county: 'Län',
    everywhere: 'Hela landet',
    national: 'Nationellt (inget enskilt län)',
    topic: 'Sakområde',
    any: 'Alla',
    party: 'Part',
    partyHint: 'Myndighet eller kommun som har antagit en utgåva',
    diary: 'Diarienummer',
    year: 'År',
    yearHint: 'Då det gällde eller publicerades',
    yearFault: 'Skriv året med fyra siffror, till exempel 2017.',
    state: 'Tillstånd',
    states: {
      galler: 'Gäller i dag',
      'galler-inte': 'Gäller inte i dag',
      offentlig: 'Offentlig',
      tillbakadragen: 'Tillbakadragen',
      borttagen: 'Spärrad eller gallrad',
    } satisfies Record<State, string>,
    choiceFault: 'Välj något i listan.',
    send: 'Sök',
    clear: 'Rensa',
  },
  en: {
    form: 'Search for documents',
    text: 'Words in the title',
    county: 'County',
    everywhere: 'All of Sweden',
    national: 'National (no single county)',
    topic: 'Topic',
    any: 'All',
    party: 'Party',
    partyHint: 'An authority or a municipality that adopted an edition',
    diary: 'Diary number',
    year: 'Year',
    yearHint: 'When it applied or was published',
    yearFault: 'Write the year with four digits, for example 2017.',
    state: 'State',
    states: {
      galler: 'In force today',
      'galler-inte': 'Not in force today',
      offentlig: 'Public',
      tillbakadragen: 'Withdrawn',
      borttagen: 'Sealed or disposed of',
    } satisfies Record<State, string>,
    choiceFault: 'Choose something from the list.',
    send: 'Search',
    clear: 'Clear',
  },
})

interface Option {
  value: string
  name: string
}

/** The form of the search: one address for each question, so that a search can be kept, sent and cited. */
export function findForm({ speech, asked }: Visit, { faults }: Question, items: readonly Item[]): Html {
  const say = words[speech]
  const { text, choice } = fieldsFor(asked, faults)
  const countyOptions = [
    ...counties.map(({ slug, name }) => ({ value: slug, name: name[speech] })),
    { value: NATIONAL, name: say.national },
  ]
  const stateOptions = states.map((state) => ({ value: state, name: say.states[state] }))
  return html`<form class="panel" method="get" action="${at.find(speech)}#hits" role="search" aria-label="${say.form}">
    <div class="fields">
      ${text('q', say.text)} ${choice('lan', say.county, say.everywhere, countyOptions, say.choiceFault)}
      ${choice('amne', say.topic, say.any, topicsIn(items, speech), say.choiceFault)}
      ${text('part', say.party, { hint: say.partyHint })} ${text('dnr', say.diary)}
      ${text('ar', say.year, { hint: say.yearHint, fault: say.yearFault, isNumber: true })}
      ${choice('tillstand', say.state, say.any, stateOptions, say.choiceFault)}
    </div>
    <p class="pages">
      <button>${say.send}</button> ${asked.size > 0 && html`<a href="${at.find(speech)}">${say.clear}</a>`}
    </p>
  </form>`
}

interface TextOptions {
  hint?: string
  fault?: string
  isNumber?: boolean
}

function fieldsFor(asked: Visit['asked'], faults: ReadonlySet<string>) {
  const described = (name: string, hint: string | undefined, fault: string | undefined): Html[] => [
    ...(hint === undefined ? [] : [html`<span class="hint" id="${name}-hint">${hint}</span>`]),
    ...(faults.has(name) && fault !== undefined ? [html`<span class="fault" id="${name}-fault">${fault}</span>`] : []),
  ]
  const relation = (name: string, hint: string | undefined): Html | false => {
    const ids = [hint !== undefined && `${name}-hint`, faults.has(name) && `${name}-fault`].filter((id) => id !== false)
    return ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`
  }
  const invalid = (name: string): Html | false => faults.has(name) && html` aria-invalid="true"`
  return {
    text: (name: string, label: string, { hint, fault, isNumber = false }: TextOptions = {}): Html =>
      html`<div class="field">
        <label for="${name}">${label}</label>${described(name, hint, fault)}
        <input
          id="${name}"
          name="${name}"
          value="${asked.get(name) ?? ''}"
          maxlength="200"
          autocomplete="off"
          ${isNumber && html` inputmode="numeric"`}${relation(name, hint)}${invalid(name)}
        />
      </div>`,
    choice: (name: string, label: string, any: string, options: readonly Option[], fault: string): Html =>
      html`<div class="field">
        <label for="${name}">${label}</label>${described(name, undefined, fault)}
        <select id="${name}" name="${name}" ${relation(name, undefined)}${invalid(name)}>
          <option value="">${any}</option>
          ${options.map(
            (one) =>
              html`<option value="${one.value}" ${flag('selected', asked.get(name) === one.value)}>
                ${one.name}
              </option>`,
          )}
        </select>
      </div>`,
  }
}

const lists = new WeakMap<readonly Item[], Map<Speech, Option[]>>()

/** Topics by their names; one that many counties have under the same address is one choice. */
function topicsIn(items: readonly Item[], speech: Speech): Option[] {
  const known = lists.get(items) ?? new Map<Speech, Option[]>()
  lists.set(items, known)
  const before = known.get(speech)
  if (before) return before
  const names = new Map<string, string>()
  for (const { kind, slug, titles, publication } of items) {
    const name = titles[speech] ?? titles.sv ?? Object.values(titles)[0]
    if (kind === 'topic' && publication !== 'SEALED' && slug !== null && name && !names.has(slug)) names.set(slug, name)
  }
  const options = [...names].map(([value, name]) => ({ value, name }))
  const made = options.sort((one, other) => one.name.localeCompare(other.name, 'sv'))
  known.set(speech, made)
  return made
}
