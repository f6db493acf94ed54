import type { Item } from '../../../delivery/catalogue/item.js'
import { chooseLanguage } from '../../../delivery/served.js'
import type { LanguageCode } from '../../../vocabulary.js'
import type { Speech } from '../addresses.js'
import type { Option } from './fields.js'

const lists = new WeakMap<readonly Item[], Map<Speech, Option[]>>()

/** Topics by their names; one that many counties have under the same address is one choice. */
export function topicsIn(items: readonly Item[], speech: Speech): Option[] {
  const known = lists.get(items) ?? new Map<Speech, Option[]>()
  lists.set(items, known)
  const before = known.get(speech)
  if (before) return before
  const options = new Map<string, Option & { language: LanguageCode }>()
  for (const { kind, slug, titles, publication } of items) {
    if (kind !== 'topic' || publication === 'SEALED' || slug === null || options.has(slug)) continue
    const language = chooseLanguage(titles, speech)
    if (language) options.set(slug, { value: slug, name: titles[language]!, language })
  }
  const made = [...options.values()].sort((one, other) => one.name.localeCompare(other.name, 'sv'))
  known.set(speech, made)
  return made
}
