import { safeHref } from '../../../archive/pure/href.js'
import type { Evidence } from '../../../delivery/editions.js'
import type { Speech } from '../addresses.js'
import { html, inSwedish, type Html } from '../html.js'
import { dateIn } from '../words.js'

/** Where a text was public before this archive knew it. The notes are in the language of their editors. */
export const evidenceList = (evidence: readonly Omit<Evidence, 'edition'>[], speech: Speech): Html =>
  html`<ul>
    ${evidence.map(({ date, url, note }) => {
      const href = url === null ? undefined : safeHref(url)
      return html`<li>
        ${dateIn(speech, date)}: ${inSwedish(note, speech)}
        ${href && html`<a href="${href}" rel="noreferrer">${href}</a>`}
      </li>`
    })}
  </ul>`
