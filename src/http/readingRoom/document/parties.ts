import type { Party } from '../../../archive/pure/model.js'
import { partyKinds } from '../../../delivery/closedWords.js'
import { both, type Speech } from '../addresses.js'
import { html, inSwedish, type Html } from '../html.js'
import { dateIn } from '../words.js'

const words = both({
  sv: {
    parties: (count: number) => `Antagen av ${count} ${count === 1 ? 'part' : 'parter'}`,
    partiesHint: 'Med de namn som de hade då.',
  },
  en: {
    parties: (count: number) => `Adopted by ${count} ${count === 1 ? 'party' : 'parties'}`,
    partiesHint: 'Under the names that they had then.',
  },
})

/** Who adopted an edition, with what is known of each. */
export function partiesOf(parties: readonly Party[], speech: Speech): Html | null {
  if (parties.length === 0) return null
  const say = words[speech]
  return html`<section aria-labelledby="parties">
    <h2 id="parties">${say.parties(parties.length)}</h2>
    <p class="quiet">${say.partiesHint}</p>
    <ul>
      ${parties.map(({ name, kind, role, organisationNumber, adoptedOn, diaryNumber }) => {
        const details = [
          partyKinds[speech][kind],
          role && inSwedish(role, speech),
          organisationNumber,
          adoptedOn && dateIn(speech, adoptedOn),
          diaryNumber,
        ].filter((one) => one !== null && one !== '')
        return html`<li>
          ${inSwedish(name, speech)}
          <span class="quiet">${details.map((one, place) => html`${place > 0 && ', '}${one}`)}</span>
        </li>`
      })}
    </ul>
  </section>`
}
