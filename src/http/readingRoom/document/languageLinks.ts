import { isBehind, type Served } from '../../../delivery/served.js'
import { languageNames, type LanguageCode } from '../../../vocabulary.js'
import { at, both } from '../addresses.js'
import { html, type Html } from '../html.js'
import type { Visit } from '../visit.js'
import type { Reading } from './moment.js'

const words = both({
  sv: {
    read: 'Läs på:',
    other: (name: string) => `Texten finns på ${name.toLowerCase()}.`,
    behind: 'Den svenska texten har ändrats sedan översättningen gjordes.',
  },
  en: {
    read: 'Read in:',
    other: (name: string) => `The text is in ${name}.`,
    behind: 'The Swedish text has been changed since the translation was made.',
  },
})

/** The other languages in which the text was released, and what a reader of a translation must know. */
export function languageLinks({ speech, asked }: Visit, { knownAt, written }: Reading, served: Served): Html {
  const say = words[speech]
  const others = (Object.keys(served.snapshot?.languages ?? {}) as LanguageCode[]).filter(
    (one) => one !== served.language,
  )
  const address = (language: LanguageCode): string =>
    at.document(speech, served.id, { validAt: written.validAt, knownAt: knownAt && written.knownAt, language })
  const isOther = served.language !== null && served.language !== (asked.get('language') ?? speech)
  const links = others.map(
    (language) => html`<a href="${address(language)}" hreflang="${language}">${languageNames[language][speech]}</a> `,
  )
  return html`${isOther && served.language && say.other(languageNames[served.language][speech])}
  ${isBehind(served) && html`<strong>${say.behind}</strong>`}
  ${others.length > 0 && html`<span class="screen">${say.read} ${links}</span>`}`
}
