import { factsOf, textsOf, type Served } from '../../../delivery/served.js'
import { both } from '../addresses.js'
import { html, langOf } from '../html.js'
import type { Visit } from '../visit.js'
import { dateIn } from '../words.js'
import type { Body } from './body.js'
import { documentLinks } from './documentLinks.js'
import type { Reading } from './moment.js'
import { textOf } from './richText.js'

const words = both({
  sv: {
    original: 'Först publicerad på annat håll',
    shown: 'Visas i listor till',
    topics: 'Sakområden',
    related: 'Hör ihop med',
  },
  en: { original: 'First published elsewhere', shown: 'Shown in lists until', topics: 'Topics', related: 'Related to' },
})

export async function newsBody(visit: Visit, reading: Reading, served: Served<'news'>): Promise<Body> {
  const { speech } = visit
  const say = words[speech]
  const texts = textsOf(served)
  const facts = factsOf(served)!
  const topics = await documentLinks(visit, reading, facts.topics)
  const related = await documentLinks(visit, reading, facts.related)
  const lang = langOf(served.language, speech)
  const image = facts.image ? await textOf(visit, served, [{ type: 'image', image: facts.image }]) : null
  return {
    text: html`${texts?.lead && html`<p class="lead" ${lang}>${texts.lead}</p>`} ${image}
      ${await textOf(visit, served, texts?.body ?? [])}
      <dl class="facts">
        ${
          facts.originallyPublished &&
          html`<dt>${say.original}</dt>
            <dd>${dateIn(speech, facts.originallyPublished)}</dd>`
        }
        ${
          facts.shownUntil &&
          html`<dt>${say.shown}</dt>
            <dd>${dateIn(speech, facts.shownUntil)}</dd>`
        }
        ${
          topics.length > 0 &&
          html`<dt>${say.topics}</dt>
            <dd>${topics.map((link) => html`${link}<br />`)}</dd>`
        }
        ${
          related.length > 0 &&
          html`<dt>${say.related}</dt>
            <dd>${related.map((link) => html`${link}<br />`)}</dd>`
        }
      </dl>`,
  }
}
