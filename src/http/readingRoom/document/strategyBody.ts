import { priorPublication, resolveStrategy, type Placed } from '../../../delivery/editions.js'
import { dayOf } from '../../../delivery/scope.js'
import { factsOf, textsOf, type Served } from '../../../delivery/served.js'
import { at, both, type Speech } from '../addresses.js'
import { html, inSwedish, langOf, type Html } from '../html.js'
import type { Visit } from '../visit.js'
import type { Body } from './body.js'
import { editionName } from './editionsTable.js'
import { documentLinks } from './documentLinks.js'
import type { Reading } from './moment.js'
import { evidenceList } from './evidence.js'

const words = both({
  sv: {
    which: 'Vilken utgåva gällde?',
    whichNow: 'Vilken utgåva gäller?',
    inForce: 'Läs',
    previous: 'Utgåvan före',
    next: 'Utgåvan efter',
    evidence: 'Det här är känt om tidigare publicering',
    revision: 'Strategin ses över.',
    followed: 'Följs upp av',
    topics: 'Sakområden',
    contact: 'kontaktuppgifter',
  },
  en: {
    which: 'Which edition was in force?',
    whichNow: 'Which edition is in force?',
    inForce: 'Read',
    previous: 'The edition before',
    next: 'The edition after',
    evidence: 'This is known of earlier publication',
    revision: 'The strategy is under revision.',
    followed: 'Followed up by',
    topics: 'Topics',
    contact: 'contact details',
  },
})

export async function strategyBody(visit: Visit, reading: Reading, served: Served<'strategy'>): Promise<Body> {
  const { speech } = visit
  const say = words[speech]
  const { scope } = reading
  const texts = textsOf(served)
  const facts = factsOf(served)
  const topics = await documentLinks(visit, reading, facts?.topics ?? [])
  const contact = facts?.followedUpBy?.contact ?? null
  const [contactLink] = contact === null ? [] : await documentLinks(visit, reading, [contact])
  const lang = langOf(served.language, speech)
  return {
    above: await answerOf(visit, reading, served.id),
    text: html`${texts?.summary && html`<p class="lead" ${lang}>${texts.summary}</p>`}
      ${facts?.underRevision && html`<div class="note"><p>${say.revision}<span${lang}> ${texts?.revisionNote}</span></p></div>`}
      <dl class="facts">
        ${
          topics.length > 0 &&
          html`<dt>${say.topics}</dt>
            <dd>${topics.map((topic) => html`${topic}<br />`)}</dd>`
        }
        ${
          facts?.followedUpBy &&
          html`<dt>${say.followed}</dt>
            <dd>${inSwedish(facts.followedUpBy.body, speech)}${contactLink && html` – ${contactLink}`}</dd>`
        }
      </dl>`,
  }

  /** The plain sentence, and where to read on. */
  async function answerOf({ reading: asked }: Visit, at: Reading, strategy: string): Promise<Html> {
    const { resolution } = await resolveStrategy(scope, strategy, dayOf(scope))
    const evidence =
      resolution.state === 'NOT_KNOWN_YET' ? await priorPublication(asked.context.viewAt(null), strategy) : []
    const { editions, previous, next } = resolution
    return html`<section class="note" aria-labelledby="which">
      <h2 id="which">${scope.validAt === null && at.knownAt === null ? say.whichNow : say.which}</h2>
      <p class="lead">${resolution.explanation[speech]}</p>
      ${editionLinks(at, say.inForce, editions, speech)}
      ${editions.length === 0 && editionLinks(at, say.previous, [previous], speech)}
      ${editions.length === 0 && editionLinks(at, say.next, [next], speech)}
      ${
        evidence.length > 0 &&
        html`<h3>${say.evidence}</h3>
          ${evidenceList(evidence, speech)}`
      }
    </section>`
  }
}

function editionLinks(
  { knownAt, written }: Reading,
  lead: string,
  editions: readonly (Placed | null)[],
  speech: Speech,
): Html[] {
  return editions
    .filter((edition) => edition !== null)
    .map(
      (edition) =>
        html`<p>
          ${lead}:
          <a href="${at.document(speech, edition.id, { knownAt: knownAt && written.knownAt })}"
            >${editionName(edition, speech)}</a
          >
        </p>`,
    )
}
