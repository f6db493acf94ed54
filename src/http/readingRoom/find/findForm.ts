import { states, type State } from '../../../delivery/catalogue/find.js'
import type { Item } from '../../../delivery/catalogue/item.js'
import { counties, NATIONAL } from '../../../vocabulary.js'
import { at, both } from '../addresses.js'
import { html, type Html } from '../html.js'
import type { Visit } from '../visit.js'
import { fieldsFor } from './fields.js'
import { topicsIn } from './topics.js'
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

/** The form of the search: one address for each question, so that a search can be kept, sent and cited. */
export function findForm({ speech, asked }: Visit, { faults }: Question, items: readonly Item[]): Html {
  const say = words[speech]
  const { text, choice } = fieldsFor(speech, asked, faults)
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
