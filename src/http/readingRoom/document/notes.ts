import type { Found } from '../../../archive/read/view.js'
import { at, both } from '../addresses.js'
import { html, inSwedish, type Html } from '../html.js'
import type { Visit } from '../visit.js'
import { dateIn, dayIn, kindWords } from '../words.js'
import type { Reading } from './moment.js'

const words = both({
  sv: {
    then: (moment: string) => `Du läser dokumentet som det var den ${moment}.`,
    now: 'Visa som det är nu',
    withdrawn: 'Dokumentet är tillbakadraget',
    withdrawnSince: (day: string) =>
      `Det drogs tillbaka den ${day}. Texten visas för den som behöver veta vad som stod.`,
    instead: 'Läs i stället:',
    reason: 'Skäl:',
  },
  en: {
    then: (moment: string) => `You are reading the document as it was on ${moment}.`,
    now: 'Show it as it is now',
    withdrawn: 'The document has been withdrawn',
    withdrawnSince: (day: string) =>
      `It was withdrawn on ${day}. The text is shown to those who need to know what it said.`,
    instead: 'Read instead:',
    reason: 'Reason:',
  },
})

/** Says that the page is not of today. */
export function momentNote({ speech, path }: Visit, { knownAt }: Reading): Html | null {
  if (knownAt === null) return null
  const say = words[speech]
  return html`<div class="note">
    <p>${say.then(dateIn(speech, knownAt))} <a class="screen" href="${path}">${say.now}</a></p>
  </div>`
}

/** Says above a text that it was withdrawn, why, and what to read instead. */
export function withdrawalNote(
  { speech }: Visit,
  { publication, entry }: Found,
  { scope, knownAt }: Reading,
): Html | null {
  if (publication !== 'WITHDRAWN') return null
  const say = words[speech]
  const target = entry.record.withdrawal?.redirectTo
  const instead = target ? scope.view.document(target) : undefined
  const kind = instead && kindWords[speech][instead.kind].toLowerCase()
  return html`<div class="note warn">
    <p><strong>${say.withdrawn}.</strong> ${say.withdrawnSince(dayIn(speech, entry.publicFrom))}</p>
    ${entry.record.note && html`<p>${say.reason} ${inSwedish(entry.record.note, speech)}</p>`}
    ${instead?.publication === 'PUBLIC' && html`<p><a href="${at.document(speech, instead.id, { knownAt })}">${say.instead} ${kind}</a></p>`}
  </div>`
}
