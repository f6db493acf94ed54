import { serve, titleOf } from '../../../delivery/served.js'
import { at } from '../addresses.js'
import { html, langOf, type Html } from '../html.js'
import type { Visit } from '../visit.js'
import type { Reading } from './moment.js'

/** Links to documents by their titles at the moment, in that order, as far as they are public. */
export async function documentLinks({ speech }: Visit, reading: Reading, ids: readonly string[]): Promise<Html[]> {
  const { scope, knownAt, written } = reading
  const links = await Promise.all(
    ids.map(async (id) => {
      const found = scope.view.document(id)
      if (found?.publication !== 'PUBLIC') return []
      const served = await serve(found, scope)
      const lang = langOf(served.language, speech)
      return [
        html`<a href="${at.document(speech, id, { knownAt: knownAt && written.knownAt })}" ${lang}
          >${titleOf(served)}</a
        >`,
      ]
    }),
  )
  return links.flat()
}
