import { tagOf } from '../../delivery/cache/trace.js'
import { relationsOf, type Relations } from '../../delivery/catalogue/relations.js'
import type { Item } from '../../delivery/catalogue/item.js'
import { owners } from '../../vocabulary.js'
import type { Speech } from './addresses.js'
import type { Sensitive, Visit } from './visit.js'

/** Where a reader is taken who must not be seen here, if the topic's editors have chosen nothing. */
export const EXIT = 'https://www.smhi.se'

/** A document is sensitive where a topic that it stands under is. */
export function sensitiveIn(item: Item, relations: Relations, speech: Speech): Sensitive | null {
  for (const id of relations.topicsOf(item)) {
    const sensitive = relations.byId.get(id)?.sensitive
    if (!sensitive) continue
    const { neutralTitle, quickExitUrl } = sensitive
    const language = neutralTitle[speech] ? speech : 'sv'
    return { exitUrl: quickExitUrl ?? EXIT, neutralTitle: neutralTitle[language] ?? null, language }
  }
  return null
}

/** As its editors judge today, whichever moment is read: what became dangerous to be seen with was so before. */
export async function sensitiveNow({ catalogue, reading, speech }: Visit, id: string): Promise<Sensitive | null> {
  const relations = relationsOf(await catalogue.items())
  const item = relations.byId.get(id)
  if (!item) return null
  const { tags } = reading.context.trace
  for (const topic of relations.topicsOf(item)) tags.add(tagOf.document(topic))
  if (item.strategy) tags.add(tagOf.document(item.strategy))
  // Any topic may come to name a contact.
  if (item.kind === 'contact') for (const owner of owners) tags.add(tagOf.county('topic', owner))
  return sensitiveIn(item, relations, speech)
}
