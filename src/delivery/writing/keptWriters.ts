import type { Write } from './write.js'

/** Fields of one query: more are worked out without a writer. A whole topic page has 60. */
export const MOST_FIELDS = 1_000
/** Fields of all writers that are kept, at some 700 bytes each. */
const LIMIT = 50_000

interface Made {
  write: Write
  /** How many it writes. */
  fields: number
}

/** The writers of queries that came again: those that were used longest ago make room. */
export function createKeptWriters(limit = LIMIT): {
  get(key: string): Write | undefined
  put(key: string, made: Made): void
} {
  const kept = new Map<string, Made>()
  let fields = 0
  const remove = (key: string): Made | undefined => {
    const made = kept.get(key)
    if (made && kept.delete(key)) fields -= made.fields
    return made
  }
  const put = (key: string, made: Made): void => {
    remove(key)
    kept.set(key, made)
    fields += made.fields
    for (const oldest of kept.keys()) {
      if (fields <= limit) return
      remove(oldest)
    }
  }
  return {
    get: (key) => {
      const made = remove(key)
      if (made) put(key, made)
      return made?.write
    },
    put,
  }
}
