import { contactsOfTopic } from '../../../delivery/contactsOfTopic.js'
import { strategiesPage } from '../../../delivery/lists.js'
import { textsOf, type Served } from '../../../delivery/served.js'
import { both } from '../addresses.js'
import { html, langOf, type Html } from '../html.js'
import type { Visit } from '../visit.js'
import type { Body } from './body.js'
import { documentLinks } from './documentLinks.js'
import type { Reading } from './moment.js'
import { textOf } from './richText.js'

const words = both({
  sv: { contacts: 'Kontakter', strategies: 'Strategier' },
  en: { contacts: 'Contacts', strategies: 'Strategies' },
})

export async function topicBody(visit: Visit, reading: Reading, served: Served<'topic'>): Promise<Body> {
  const { speech } = visit
  const { scope } = reading
  const texts = textsOf(served)
  const lang = langOf(served.language, speech)
  const contacts = await contactsOfTopic(scope, served.id)
  const strategies = await strategiesPage(scope, served.id, { first: 100 })
  const list = async (title: string, all: readonly { id: string }[]): Promise<Html | null> =>
    all.length === 0
      ? null
      : html`<h2>${title}</h2>
          <ul>
            ${(
              await documentLinks(
                visit,
                reading,
                all.map(({ id }) => id),
              )
            ).map((link) => html`<li>${link}</li>`)}
          </ul>`
  return {
    text: html`${texts?.intro && html`<p class="lead" ${lang}>${texts.intro}</p>`}
    ${await textOf(visit, served, texts?.body ?? [])} ${await list(words[speech].contacts, contacts)}
    ${await list(words[speech].strategies, await strategies.nodes)}`,
  }
}
