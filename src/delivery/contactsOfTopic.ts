import { allMaybe, type MaybePromise } from './maybe.js'
import type { Scope } from './scope.js'
import { serve, type Served } from './served.js'

/** The contacts that a topic names, as far as they are public. */
export function contactsOfTopic(scope: Scope, topic: string): MaybePromise<Served<'contact'>[]> {
  const ids = scope.view.document(topic)?.published.record.index?.contacts ?? []
  const found = ids.flatMap((id) => {
    const one = scope.view.document(id)
    return one && one.kind === 'contact' && one.publication === 'PUBLIC' ? [one] : []
  })
  return allMaybe(found.map((one) => serve<'contact'>(one, scope)))
}
