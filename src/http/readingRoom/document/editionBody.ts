import { editionsOf, validityOn } from '../../../delivery/editions.js'
import { dayOf } from '../../../delivery/scope.js'
import { factsOf, textsOf, type Served } from '../../../delivery/served.js'
import { effectiveValidity } from '../../../archive/pure/inForce.js'
import { both } from '../addresses.js'
import { html, type Html } from '../html.js'
import type { Visit } from '../visit.js'
import { dateIn, validityWords } from '../words.js'
import type { Body } from './body.js'
import { decisionIn, prolongationIn, repealIn } from './decisions.js'
import { documentLinks } from './documentLinks.js'
import { periodIn } from './editionsTable.js'
import { evidenceList } from './evidence.js'
import { fileList } from './files.js'
import type { Reading } from './moment.js'
import { partiesOf } from './parties.js'
import { textOf } from './richText.js'

const words = both({
  sv: {
    kicker: 'Utgåva',
    on: (day: string) => `Den ${day}:`,
    possibly: 'gäller kanske – dagen då den börjar eller slutar gälla är inte känd',
    strategy: 'Strategi',
    inForce: 'Gäller',
    cut: 'Gällde i praktiken',
    decision: 'Beslut',
    prolonged: 'Förlängd',
    repealed: 'Upphävd från och med',
    supersedes: 'Ersätter',
    files: 'Filer',
    prior: 'Tidigare publicering',
  },
  en: {
    kicker: 'Edition',
    on: (day: string) => `On ${day}:`,
    possibly: 'perhaps in force – the day of its beginning or end is not known',
    strategy: 'Strategy',
    inForce: 'In force',
    cut: 'In force in practice',
    decision: 'Decision',
    prolonged: 'Prolonged',
    repealed: 'Repealed from',
    supersedes: 'Supersedes',
    files: 'Files',
    prior: 'Earlier publication',
  },
})

export async function editionBody(visit: Visit, reading: Reading, served: Served<'edition'>): Promise<Body> {
  const { speech } = visit
  const say = words[speech]
  const { scope } = reading
  const facts = factsOf(served)!
  const [strategy] = await documentLinks(visit, reading, [facts.strategy])
  const supersedes = await documentLinks(visit, reading, facts.supersedes)
  const all = await editionsOf(scope, facts.strategy)
  const own = all.find(({ id }) => id === served.id)
  const written = { from: facts.validFrom, until: facts.validUntil }
  const effective = own ? effectiveValidity(own, all) : written
  const rows: [string, Html | string | false][] = [
    [say.strategy, strategy ?? false],
    [say.inForce, periodIn(speech, written)],
    [say.cut, effective.until !== written.until && periodIn(speech, effective)],
    [say.decision, facts.decision !== null && decisionIn(speech, facts.decision)],
    [
      say.prolonged,
      facts.prolongations.length > 0 && listed(facts.prolongations.map((one) => prolongationIn(speech, one))),
    ],
    [say.repealed, facts.repeal !== null && repealIn(speech, facts.repeal)],
    [say.supersedes, supersedes.length > 0 && listed(supersedes)],
  ]
  return {
    kicker: html`${say.kicker} ${facts.label}`,
    above: await stateOf(),
    text: html`<dl class="facts">
        ${rows.map(
          ([name, value]) =>
            value !== false &&
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      ${
        facts.documents.length > 0 &&
        html`<h2>${say.files}</h2>
          ${fileList(facts.documents, served.language ?? 'sv', speech)}`
      }
      ${await textOf(visit, served, textsOf(served)?.body ?? [])} ${partiesOf(facts.parties, speech)}
      ${
        facts.priorPublication.length > 0 &&
        html`<h2>${say.prior}</h2>
          ${evidenceList(facts.priorPublication, speech)}`
      }`,
  }

  async function stateOf(): Promise<Html | undefined> {
    const day = dayOf(scope)
    const on = await validityOn(scope, facts.strategy, served.id, day)
    if (!on) return undefined
    const isPossible = on.state === 'IN_FORCE' && on.certainty === 'POSSIBLE'
    return html`<p class="lead">
      ${say.on(dateIn(speech, day))}
      <strong>${isPossible ? say.possibly : validityWords[speech][on.state].toLowerCase()}</strong>.
    </p>`
  }
}

const listed = (parts: readonly Html[]): Html => html`${parts.map((part) => html`${part}<br />`)}`
