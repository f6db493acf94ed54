import { icon, script, stylesheet } from './assets.js'
import { at, both, type Speech } from './addresses.js'
import { html, langOf, type Html } from './html.js'
import type { Page, Sensitive } from './visit.js'

const words = both({
  sv: {
    room: 'Läsesalen',
    service: 'Länskällan',
    skip: 'Till innehållet',
    navigation: 'Läsesalen',
    find: 'Sök i arkivet',
    compare: 'Jämför',
    check: 'Kontrollera äkthet',
    tracks: 'Så rensar du dina spår',
    exit: 'Lämna sidan snabbt',
    exitKeys: 'eller tryck på Skift tre gånger',
    two: 'Skift: tryck två gånger till för att lämna sidan.',
    one: 'Skift: tryck en gång till för att lämna sidan.',
    neutral: 'Information',
    about:
      'Här finns det som länsstyrelserna har publicerat i Länskällan, också det som inte längre gäller. Ingenting skrivs om i efterhand: ändringar läggs till, och var och en kan kontrollera att en text är äkta.',
    footer: 'Om läsesalen',
    other: 'In English',
  },
  en: {
    room: 'The reading room',
    service: 'Länskällan',
    skip: 'Skip to the content',
    navigation: 'The reading room',
    find: 'Search the archive',
    compare: 'Compare',
    check: 'Check authenticity',
    tracks: 'How to clear your tracks',
    exit: 'Leave this page quickly',
    exitKeys: 'or press Shift three times',
    two: 'Shift: press two more times to leave the page.',
    one: 'Shift: press once more to leave the page.',
    neutral: 'Information',
    about:
      'This is what the county administrative boards of Sweden have published in Länskällan, including what no longer applies. Nothing is rewritten afterwards: changes are added, and anybody can check that a text is genuine.',
    footer: 'About the reading room',
    other: 'På svenska',
  },
})

export interface Frame {
  speech: Speech
  /** The same page in the other language. */
  otherAddress: string
}

/** A page in its frame, ready to be sent. */
export function framed(
  { title, titleLanguage, body, sensitive, indexed, head }: Page,
  { speech, otherAddress }: Frame,
): string {
  const say = words[speech]
  const shownTitle = sensitive ? (sensitive.neutralTitle ?? say.neutral) : `${title} – ${say.service}`
  const titleIn = sensitive
    ? sensitive.neutralTitle === null
      ? speech
      : sensitive.language
    : (titleLanguage ?? speech)
  const other: Speech = speech === 'sv' ? 'en' : 'sv'
  return html`<!doctype html>
    <html lang="${speech}" ${sensitive && html` class="sensitive"`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title${langOf(titleIn, speech)}>${shownTitle}</title>
        <meta name="color-scheme" content="light dark" />
        ${!indexed && html`<meta name="robots" content="noindex" />`}
        <link rel="icon" type="image/svg+xml" href="${icon.path}" />
        <link rel="stylesheet" href="${stylesheet.path}" />
        ${sensitive && html`<script src="${script.path}" defer></script>`} ${head}
      </head>
      <body>
        <a class="skip" href="#main">${say.skip}</a>
        ${sensitive && exitOf(sensitive, speech)}
        <header class="top">
          <p class="brand">
            <a href="${at.find(speech)}"
              ><span class="mark" aria-hidden="true"></span>${say.service} <span class="room">${say.room}</span></a
            >
          </p>
          <nav aria-label="${say.navigation}">
            <ul>
              <li><a href="${at.find(speech)}">${say.find}</a></li>
              <li><a href="${at.compare(speech)}">${say.compare}</a></li>
              <li><a href="${at.check(speech)}">${say.check}</a></li>
              <li><a href="${otherAddress}" lang="${other}" hreflang="${other}">${say.other}</a></li>
            </ul>
          </nav>
        </header>
        <main id="main" tabindex="-1">${body}</main>
        <footer>
          <h2>${say.footer}</h2>
          <p>${say.about}</p>
          <p><a href="${at.check(speech)}">${say.check}</a> · <a href="${at.tracks(speech)}">${say.tracks}</a></p>
        </footer>
      </body>
    </html> `.text
}

const exitOf = ({ exitUrl }: Sensitive, speech: Speech): Html => {
  const say = words[speech]
  return html`<section class="exit" aria-label="${say.exit}">
    <a href="${exitUrl}" rel="nofollow noreferrer" data-exit="${say.neutral}">${say.exit}</a>
    <span class="keys">${say.exitKeys}</span>
    <a class="tracks" href="${at.tracks(speech)}">${say.tracks}</a>
    <p class="visually-hidden" role="status" data-exit-status data-two="${say.two}" data-one="${say.one}"></p>
  </section>`
}
