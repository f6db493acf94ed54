import type { Block } from '../../../archive/pure/model.js'
import { withLinks } from '../../../delivery/richText/withLinks.js'
import type { Addresses } from '../../../delivery/scope.js'
import type { Served } from '../../../delivery/served.js'
import { toHtml } from '../../../delivery/richText/html.js'
import { at } from '../addresses.js'
import { html, trusted, type Html } from '../html.js'
import { contextOf, type Visit } from '../visit.js'

/** Links inside a text lead to pages of the room at the same moment. */
export const roomAddresses = ({ speech, asked }: Visit): Addresses => ({
  document: ({ id }) => at.document(speech, id, { knownAt: asked.get('knownAt') }),
  file: ({ sha256, name }) => `/files/${sha256}/${encodeURIComponent(name)}`,
})

/** A text as it was released, in its own language and direction. */
export async function textOf(visit: Visit, served: Served, blocks: readonly Block[]): Promise<Html> {
  const language = served.language ?? served.scope.language
  const text = await withLinks({ blocks, served }, contextOf(visit, roomAddresses(visit)), (resolve, file) =>
    toHtml(blocks, resolve, file, language),
  )
  return html`<div class="text" lang="${language}" ${language === 'ar' && html` dir="rtl"`}>${trusted(text)}</div>`
}
