import { LRUCache } from 'lru-cache'
import type { Instant } from '../../archive/pure/model.js'
import type { Found, View } from '../../archive/read/view.js'

/** A document as some selection tells of it: text, what it was made from, and for how long it holds. */
export interface Part {
  text: string
  tags: ReadonlySet<string>
  /** Null where no change is known. */
  until: Instant | null
  /** Characters of texts that writing it took from the budget. */
  spent: number
}

/** What was written of documents for one selection, in one language and place. */
export interface Kept {
  get(found: Found, now: Instant): Part | undefined
  put(found: Found, part: Part): void
}

/** The parts that hold at the moment of a view. */
export type PartsIn = (view: View) => Parts

export interface Parts {
  /** @param key the selection, with all that its text depends on beside the document */
  of(key: string): Kept
}

/** Characters of all parts together. */
const LIMIT = 16_000_000
/** Characters that a part, and a selection, take beside the text, about. */
const OVERHEAD = 300

/** Parts that hold until something is entered, or a plan takes effect: then they are made anew. */
export function createParts(limit = LIMIT): Parts {
  const groups = new LRUCache<string, Kept>({ maxSize: limit })
  const createGroup = (key: string): Kept => {
    const parts = new Map<Found, Part>()
    let size = OVERHEAD + key.length
    const group: Kept = {
      get: (found, now) => {
        const part = parts.get(found)
        return part && (part.until === null || now < part.until) ? part : undefined
      },
      put: (found, part) => {
        // Who still writes with one that was let go keeps nothing in it.
        if (groups.get(key) !== group) return
        size += sizeOf(part) - sizeOf(parts.get(found))
        parts.set(found, part)
        // Set anew: of what is there already the cache takes no other size.
        groups.delete(key)
        groups.set(key, group, { size })
      },
    }
    groups.set(key, group, { size })
    return group
  }
  return { of: (key) => groups.get(key) ?? createGroup(key) }
}

const sizeOf = (part: Part | undefined): number => (part ? part.text.length + OVERHEAD : 0)
