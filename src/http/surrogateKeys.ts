/** Characters that the keys of an answer may take: a longer head is refused by some caches, and costs each answer. */
const MOST = 4_000

/**
 * By what a cache in front of us can drop an answer: the documents and lists that were read. An answer made from more
 * than fits carries `many` for those that are left out: who purges by key purges that too.
 *
 * @param tags as the trace of an answer names what was read
 */
export function surrogateKeys(tags: ReadonlySet<string>): string[] {
  // Lists come first: they are few, and what enters a list is in no answer yet.
  const [lists, documents]: [string[], string[]] = [[], []]
  for (const tag of tags) {
    if (isList(tag)) lists.push(tag)
    else if (tag !== '') documents.push(documentKey(tag))
  }
  const all = [...lists, ...documents]
  const keys = isPlain(all.join('')) ? all : all.filter(isPlain)
  let length = 0
  const fitting = keys.findIndex((key) => (length += key.length + 1) > MOST)
  return fitting === -1 ? keys : [...keys.slice(0, fitting), 'many']
}

/** Of a document's id as much as never meets another by chance. Two that did would be purged together. */
export const documentKey = (id: string): string => id.slice(-12)

const isList = (tag: string): boolean => tag.includes('/')

/** What was asked for by a name that no document can have stays what it is: there is nothing to purge it by. */
const isPlain = (text: string): boolean => /^[\w/-]*$/.test(text)
