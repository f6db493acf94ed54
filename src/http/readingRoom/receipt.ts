import type { Entry } from '../../archive/pure/model.js'
import { at, both } from './addresses.js'
import { html, type Html } from './html.js'
import type { Visit } from './visit.js'

const words = both({
  sv: {
    title: 'Kvitto',
    why: 'Kvittot visar att posten står i loggen, och att loggen är undertecknad. Det går att kontrollera utan oss.',
    unsigned: 'Posten är inte undertecknad än. Det sker inom några ögonblick.',
    show: 'Visa kvittot',
    get: 'Hämta',
    text: 'textens exakta tecken',
    record: 'postens exakta tecken',
    receipt: 'kvittot',
    leaf: 'Rad i loggen',
    commitment: 'Postens kontrollsumma',
    placed: 'Placerad i loggen',
    key: 'Loggens öppna nyckel',
    how: 'Så kontrollerar du det',
  },
  en: {
    title: 'Receipt',
    why: 'The receipt shows that the record stands in the log, and that the log is signed. It can be checked without us.',
    unsigned: 'The record has not been signed yet. That happens within moments.',
    show: 'Show the receipt',
    get: 'Fetch',
    text: 'the exact characters of the text',
    record: 'the exact characters of the record',
    receipt: 'the receipt',
    leaf: 'Line in the log',
    commitment: 'Checksum of the record',
    placed: 'Placed in the log',
    key: 'Public key of the log',
    how: 'How to check it',
  },
})

/** What proves a record. @param isText whether it has a text that may be read, @param isReadable whether it may itself */
export function receiptSection(
  { speech, reading }: Visit,
  entry: Entry,
  { isText, isReadable }: { isText: boolean; isReadable: boolean },
): Html {
  const say = words[speech]
  const log = reading.context.log()
  const receipt = log.receipt(entry)
  const { id } = entry.record
  return html`<section aria-labelledby="receipt">
    <h2 id="receipt">${say.title}</h2>
    <p>${say.why} <a href="${at.check(speech)}?post=${id}">${say.how}</a></p>
    <dl class="facts">
      <dt>${say.commitment}</dt>
      <dd><code>${entry.commitment}</code></dd>
      <dt>${say.leaf}</dt>
      <dd><code>${entry.leaf}</code></dd>
      <dt>${say.placed}</dt>
      <dd><code>${entry.placedAt}</code></dd>
      <dt>${say.key}</dt>
      <dd><code>${log.publicKey}</code></dd>
    </dl>
    ${
      receipt === null
        ? html`<p>${say.unsigned}</p>`
        : html`<details>
            <summary>${say.show}</summary>
            <pre tabindex="0">${receipt}</pre>
          </details>`
    }
    <ul>
      ${isText && html`<li><a href="${at.part(id, 'text')}">${say.get} ${say.text}</a></li>`}
      ${isReadable && html`<li><a href="${at.part(id, 'post')}">${say.get} ${say.record}</a></li>`}
      ${receipt !== null && html`<li><a href="${at.part(id, 'kvitto')}">${say.get} ${say.receipt}</a></li>`}
    </ul>
  </section>`
}
