import { safeHref } from '../../../archive/pure/href.js'
import type { OpeningHours } from '../../../archive/pure/model.js'
import { languageName, weekdays } from '../../../delivery/closedWords.js'
import { factsOf, textsOf, type Served } from '../../../delivery/served.js'
import { both, type Speech } from '../addresses.js'
import { html, langOf, type Html } from '../html.js'
import type { Visit } from '../visit.js'
import { dateIn } from '../words.js'
import type { Body } from './body.js'
import type { Reading } from './moment.js'

const words = both({
  sv: {
    then: 'Numret kan ha ändrats sedan dess.',
    phone: 'Telefon',
    free: 'gratis',
    sms: 'tar emot sms',
    textPhone: 'texttelefon',
    hours: 'Öppet',
    always: 'Dygnet runt, alla dagar',
    closed: 'stängt',
    anonymous: 'Du får vara anonym.',
    hidden: 'Samtalet syns inte på telefonräkningen.',
    email: 'E-post',
    web: 'Webbplats',
    address: 'Adress',
    languages: 'Språk',
    verified: 'Uppgifterna kontrollerade',
  },
  en: {
    then: 'The number may have changed since.',
    phone: 'Phone',
    free: 'free of charge',
    sms: 'takes text messages',
    textPhone: 'text phone',
    hours: 'Open',
    always: 'Around the clock, every day',
    closed: 'closed',
    anonymous: 'You may remain anonymous.',
    hidden: 'The call does not show on the phone bill.',
    email: 'Email',
    web: 'Website',
    address: 'Address',
    languages: 'Languages',
    verified: 'Details verified',
  },
})

/** A number of the past can be dangerous to call: only what is said now can be dialled from the page. */
export function contactBody({ speech }: Visit, { knownAt }: Reading, served: Served<'contact'>): Body {
  const say = words[speech]
  const facts = factsOf(served)!
  const texts = textsOf(served)
  const isNow = knownAt === null && served.found?.publication === 'PUBLIC'
  const lang = langOf(served.language, speech)
  const { street, postalCode, city } = facts.address ?? { street: null, postalCode: null, city: null }
  const address = [street, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const url = facts.url === null ? undefined : safeHref(facts.url)
  const phones = facts.phones.map(({ number, display, freeOfCharge, sms, textPhone }) => {
    const details = [freeOfCharge && say.free, sms && say.sms, textPhone && say.textPhone].filter(Boolean)
    return html`<strong>${isNow ? html`<a href="tel:${number}">${display}</a>` : display}</strong
      >${details.length > 0 && ` (${details.join(', ')})`}<br />`
  })
  const rows: [string, Html | string | readonly Html[] | null | undefined | false][] = [
    [say.phone, phones.length > 0 && phones],
    [say.hours, hoursOf(facts.hours, texts?.hoursNote ? html`<span${lang}>${texts.hoursNote}</span>` : null, speech)],
    [say.email, facts.email],
    [say.web, url && html`<a href="${url}" rel="noreferrer">${url}</a>`],
    [say.address, address],
    [say.languages, facts.languages.map((code) => languageName(code, speech)).join(', ')],
    [say.verified, facts.lastVerifiedOn && dateIn(speech, facts.lastVerifiedOn)],
  ]
  return {
    above: isNow ? undefined : html`<div class="note warn"><p>${say.then}</p></div>`,
    text: html`${texts?.note && html`<p class="lead" ${lang}>${texts.note}</p>`}
      <dl class="facts">
        ${rows.map(
          ([name, value]) =>
            Boolean(value) &&
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      ${facts.anonymous && html`<p>${say.anonymous}</p>`} ${facts.hiddenOnBill && html`<p>${say.hidden}</p>`}`,
  }
}

function hoursOf({ alwaysOpen, weekly, exceptions }: OpeningHours, note: Html | null, speech: Speech): Html | null {
  const say = words[speech]
  const lines: (Html | string)[] = [
    ...(alwaysOpen ? [say.always] : []),
    ...weekly.map(({ day, opens, closes }) => `${weekdays[speech][day - 1]} ${opens}–${closes}`),
    ...exceptions.map(
      ({ date, opens, closes }) => `${dateIn(speech, date)} ${opens ? `${opens}–${closes}` : say.closed}`,
    ),
    ...(note ? [note] : []),
  ]
  return lines.length > 0 ? html`${lines.map((line) => html`${line}<br />`)}` : null
}
