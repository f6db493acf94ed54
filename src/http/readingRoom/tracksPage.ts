import { both } from './addresses.js'
import { html } from './html.js'
import { EXIT } from './sensitive.js'
import type { Page, Visit } from './visit.js'

const words = both({
  sv: {
    title: 'Så rensar du dina spår',
    lead: 'En webbläsare minns vilka sidor du har varit på. Den som kan öppna din telefon eller dator kan se det. Här står hur du gör det svårare.',
    danger: 'Är du i fara nu? Ring 112.',
    exitTitle: 'Knappen Lämna sidan snabbt',
    exit: [
      'På sidor som kan vara farliga att bli sedd med finns en knapp överst. Den öppnar en vardaglig sida i stället. Du kan också trycka på Skift tre gånger.',
      'Knappen tar bort den sida du är på från knappen Bakåt. Den tar inte bort sidor som du var på tidigare, och den tömmer inte webbläsarens historik. Det måste du göra själv.',
    ],
    beforeTitle: 'Innan du läser',
    before: [
      'Använd helst en apparat som den andra inte kommer åt: på biblioteket, hos en vän eller på arbetet.',
      'Öppna ett privat fönster: Ctrl + Skift + N i Chrome och Edge, Ctrl + Skift + P i Firefox, ⌘ + Skift + N i Safari. I telefonen finns det i webbläsarens meny. När du stänger fönstret glöms sidorna.',
    ],
    afterTitle: 'Efteråt: ta bort enstaka sidor',
    after: [
      'Öppna historiken: Ctrl + H i de flesta webbläsare, ⌘ + Y i Safari, eller klockan eller boken i telefonens webbläsare.',
      'Leta upp sidorna och ta bort just dem. Töm inte hela historiken om någon annan tittar på den: en tom historik märks.',
      'Glöm inte sökningen som ledde hit: i sökmotorns egen historik, och i ditt konto där om du är inloggad.',
    ],
    otherTitle: 'Annat som kan avslöja dig',
    other: [
      'Delade konton (Google, Apple, Microsoft) kan visa samma historik på en annan apparat.',
      'En router, ett program för föräldrakontroll eller ett spionprogram kan spara adresser som du inte kan radera. Misstänker du det: använd en annan apparat.',
      'Samtal, meddelanden och platsdelning har egna loggar.',
    ],
    hereTitle: 'Vad vi gör',
    here: 'Sidorna här sätter inga kakor och laddar ingenting från andra. Dokumentens adresser säger inte vad de handlar om, men en sökning står i sin adress, och vi talar inte om för nästa webbplats var du kom ifrån. På de känsliga sidorna står en neutral rubrik i fliken och i historiken.',
  },
  en: {
    title: 'How to clear your tracks',
    lead: 'A browser remembers which pages you have been to. Whoever can open your phone or computer can see it. Here is how to make that harder.',
    danger: 'Are you in danger now? Call 112.',
    exitTitle: 'The button Leave this page quickly',
    exit: [
      'Pages that it may be dangerous to be seen with have a button at the top. It opens an everyday page instead. You can also press Shift three times.',
      'The button removes the page that you are on from the Back button. It does not remove pages that you were on before, and it does not empty the browser’s history. You have to do that yourself.',
    ],
    beforeTitle: 'Before you read',
    before: [
      'If you can, use a device that the other person cannot reach: at the library, with a friend or at work.',
      'Open a private window: Ctrl + Shift + N in Chrome and Edge, Ctrl + Shift + P in Firefox, ⌘ + Shift + N in Safari. On a phone it is in the browser’s menu. When you close the window the pages are forgotten.',
    ],
    afterTitle: 'Afterwards: remove single pages',
    after: [
      'Open the history: Ctrl + H in most browsers, ⌘ + Y in Safari, or the clock or the book in the phone’s browser.',
      'Find the pages and remove just those. Do not empty the whole history if somebody else looks at it: an empty history is noticed.',
      'Do not forget the search that led here: in the search engine’s own history, and in your account there if you are signed in.',
    ],
    otherTitle: 'What else can give you away',
    other: [
      'Shared accounts (Google, Apple, Microsoft) can show the same history on another device.',
      'A router, a parental control program or spyware can keep addresses that you cannot erase. If you suspect that, use another device.',
      'Calls, messages and shared locations have logs of their own.',
    ],
    hereTitle: 'What we do',
    here: 'The pages here set no cookies and load nothing from others. The addresses of documents do not say what they are about, but a search stands in its address, and we do not tell the next website where you came from. On sensitive pages a neutral title stands in the tab and in the history.',
  },
})

/**
 * `/arkiv/rensa-spar`: what a reader in danger can do about the traces that a visit leaves.
 *
 * @see https://design-system.service.gov.uk/patterns/exit-a-page-quickly/
 */
export function tracksPage({ speech }: Visit): Page {
  const say = words[speech]
  const list = (lines: readonly string[]) =>
    html`<ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`
  return {
    title: say.title,
    sensitive: { exitUrl: EXIT, neutralTitle: null, language: speech },
    body: html`<h1>${say.title}</h1>
      <p class="lead">${say.lead}</p>
      <div class="note bad">
        <p><strong>${say.danger}</strong></p>
      </div>
      <h2>${say.exitTitle}</h2>
      ${say.exit.map((line) => html`<p>${line}</p>`)}
      <h2>${say.beforeTitle}</h2>
      ${list(say.before)}
      <h2>${say.afterTitle}</h2>
      ${list(say.after)}
      <h2>${say.otherTitle}</h2>
      ${list(say.other)}
      <h2>${say.hereTitle}</h2>
      <p>${say.here}</p>`,
  }
}
