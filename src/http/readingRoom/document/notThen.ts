import { serve, type Served } from '../../../delivery/served.js'
import { both } from '../addresses.js'
import { html } from '../html.js'
import { missingPage } from '../messages.js'
import type { Page, Sensitive, Visit } from '../visit.js'
import { dateIn, dayIn } from '../words.js'
import { dateForm } from './dateForm.js'
import type { Reading } from './moment.js'
import { strategyBody } from './strategyBody.js'

const words = both({
  sv: {
    notThen: (moment: string) => `Här fanns inget att läsa den ${moment}`,
    first: (day: string) => `Dokumentet publicerades här första gången den ${day}.`,
    personal: 'Uppgifter om en person visas bara så länge de gäller.',
    now: 'Visa som det är nu',
  },
  en: {
    notThen: (moment: string) => `There was nothing to read here on ${moment}`,
    first: (day: string) => `The document was first published here on ${day}.`,
    personal: 'Facts about a person are shown only as long as they apply.',
    now: 'Show it as it is now',
  },
})

/** Before it was published here, or where what was said of a person is read no more. */
export async function notThen(visit: Visit, reading: Reading, id: string, sensitive: Sensitive | null): Promise<Page> {
  const { speech } = visit
  const now = visit.reading.context.viewAt(null).document(id)
  if (!now || reading.knownAt === null) return missingPage(speech)
  const say = words[speech]
  const title = say.notThen(dateIn(speech, reading.knownAt))
  const isPersonal = now.published.record.index?.personal === true
  const served = await serve(now, { ...reading.scope, county: now.published.record.document.owner })
  const before =
    served.kind === 'strategy' && served.snapshot
      ? await strategyBody(visit, reading, served as Served<'strategy'>)
      : null
  return {
    status: 200,
    title,
    sensitive,
    body: html`<h1>${title}</h1>
      <p>${isPersonal ? say.personal : say.first(dayIn(speech, now.firstPublicFrom))}</p>
      ${before?.above}
      <p><a href="${visit.path}">${say.now}</a></p>
      ${dateForm(visit, reading, null)}`,
  }
}
