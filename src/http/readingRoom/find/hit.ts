import { countyName } from '../../../delivery/closedWords.js'
import { editionOn, isInForce } from '../../../delivery/catalogue/inForce.js'
import type { Relations } from '../../../delivery/catalogue/relations.js'
import type { Item } from '../../../delivery/catalogue/item.js'
import { chooseLanguage } from '../../../delivery/served.js'
import type { LanguageCode } from '../../../vocabulary.js'
import { at, both, type Speech } from '../addresses.js'
import { html, langOf, type Html } from '../html.js'
import { dayIn, disposed, kindWords, publicationWords, validityWords } from '../words.js'

const words = both({
  sv: {
    untitled: { sealed: 'Spärrat dokument', disposed: 'Gallrat dokument', gone: 'Tillbakadraget dokument' },
    since: 'ändrad den',
    inForce: 'En utgåva gäller i dag',
    notInForce: 'Ingen utgåva gäller i dag',
    possibly: 'Gäller kanske',
    edition: 'utgåva',
  },
  en: {
    untitled: { sealed: 'Sealed document', disposed: 'Document disposed of', gone: 'Withdrawn document' },
    since: 'changed on',
    inForce: 'An edition is in force today',
    notInForce: 'No edition is in force today',
    possibly: 'Perhaps in force',
    edition: 'edition',
  },
})

interface Shown {
  speech: Speech
  relations: Relations
  /** `YYYY-MM-DD` */
  today: string
}

/** One found document: what it is, whose, how it stands, and since when. */
export function hitOf(item: Item, shown: Shown): Html {
  const { speech } = shown
  const { title, language } = titleIn(item, speech)
  const lang = langOf(language, speech)
  return html`<li>
    <h3><a href="${at.document(speech, item.id)}" ${lang}>${title}</a></h3>
    <p>
      ${kindWords[speech][item.kind]}${item.label && html` ${item.label}`} · ${countyName(item.owner, speech)} ·
      ${words[speech].since} ${dayIn(speech, item.changed)}
    </p>
    <p>${tagsOf(item, shown)}</p>
  </li>`
}

/** A tombstone has no title of its own. */
function titleIn({ titles, publication, isDisposed }: Item, speech: Speech): { title: string; language: LanguageCode } {
  const language = chooseLanguage(titles, speech)
  if (language !== null) return { title: titles[language] ?? '', language }
  const { sealed, disposed: gone, gone: withdrawn } = words[speech].untitled
  return { title: isDisposed ? gone : publication === 'SEALED' ? sealed : withdrawn, language: speech }
}

function tagsOf(item: Item, { speech, relations, today }: Shown): Html[] {
  const say = words[speech]
  const tags: Html[] = []
  const tag = (tone: 'good' | 'warn' | 'bad' | 'off', name: string): number =>
    tags.push(html`<span class="tag ${tone}">${name}</span> `)
  const on = editionOn(item, relations, today)
  if (on) {
    const isInForceOn = on.state === 'IN_FORCE'
    tag(isInForceOn ? 'good' : 'off', isInForceOn && !on.isCertain ? say.possibly : validityWords[speech][on.state])
  }
  if (item.kind === 'strategy' && item.publication !== 'SEALED') {
    const inForce = isInForce(item, relations, today)
    tag(inForce ? 'good' : 'off', inForce ? say.inForce : say.notInForce)
  }
  if (item.isDisposed) tag('bad', disposed[speech])
  else if (item.publication !== 'PUBLIC')
    tag(item.publication === 'SEALED' ? 'bad' : 'warn', publicationWords[speech][item.publication])
  return tags
}
