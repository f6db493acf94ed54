import type { ServiceError } from '../../errors.js'
import { at, both, type Speech } from './addresses.js'
import { html } from './html.js'
import type { Page } from './visit.js'

const words = both({
  sv: {
    wrong: 'Det gick inte',
    missing: 'Det finns inget sådant dokument',
    missingWhy:
      'Kontrollera att adressen är hel. Ingenting som har varit offentligt försvinner härifrån utan spår, så ett dokument som inte finns har aldrig publicerats på den här adressen.',
    find: 'Sök i arkivet',
  },
  en: {
    wrong: 'That did not work',
    missing: 'There is no such document',
    missingWhy:
      'Check that the address is whole. Nothing that was public disappears from here without a trace, so a document that is not here was never published at this address.',
    find: 'Search the archive',
  },
})

/** A foreseen fault: what is wrong, and what to do about it. */
export const faultPage = ({ messages }: ServiceError, speech: Speech): Page => ({
  title: words[speech].wrong,
  body: html`<h1>${words[speech].wrong}</h1>
    <p>${messages[speech]}</p>
    <p><a href="${at.find(speech)}">${words[speech].find}</a></p>`,
})

export const missingPage = (speech: Speech): Page => ({
  status: 404,
  title: words[speech].missing,
  body: html`<h1>${words[speech].missing}</h1>
    <p>${words[speech].missingWhy}</p>
    <p><a href="${at.find(speech)}">${words[speech].find}</a></p>`,
})
