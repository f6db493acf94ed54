import { LRUCache } from 'lru-cache'
import type { Answer } from './answer.js'
import { createDoorkeeper } from './doorkeeper.js'
import { createPlanned } from './planned.js'

export interface ByteCache {
  get(key: string): Answer | undefined
  /**
   * Whether an answer is to be kept: as long as there is room every one, then those that are asked for again. What is
   * asked once only, as by who walks through everything, drives out nothing that others share.
   */
  admits(key: string): boolean
  put(key: string, answer: Answer): void
  /** Counts all that may have changed answers, plans that have taken effect among it. */
  changes(): number
  drop(tags: Iterable<string>): void
  /**
   * What is planned takes effect by itself: what it will change holds until then at the most.
   *
   * @param at milliseconds since 1970
   */
  endAt(at: number, tags: ReadonlySet<string>): void
  /**
   * When the first of the plans takes effect that changes what carries these tags; Infinity where none does. One that has
   * just passed is among them, until it is counted as a change.
   */
  endOf(tags: ReadonlySet<string>): number
  clear(): void
  status(): { answers: number; bytes: number; hits: number }
}

/** Memory that an answer takes beside its bytes, about. Compressed it takes half of its bytes more. */
const OVERHEAD = 1_000

/** Of the limit: from there on there is no room for all. */
const FULL = 0.9

interface Kept extends Answer {
  /** The change up to which it is known to hold. */
  holdsAt: number
}

/** Names of changed things that are remembered before all answers are looked through. */
const MOST_CHANGED = 10_000

/**
 * Nothing is done for an answer that is kept but to keep it: what changes is noted once, and each answer is held against
 * it when it is next asked for.
 *
 * @param limit bytes; what was asked for longest ago goes first
 */
export function createByteCache({ limit, now }: { limit: number; now: () => number }): ByteCache {
  // Where there is no limit to keep to there is no cache: nothing is as small as a byte.
  const answers = new LRUCache<string, Kept>({ maxSize: limit || 1, maxEntrySize: Math.ceil(limit / 8) || 1 })
  const planned = createPlanned()
  const wasAsked = createDoorkeeper()
  /** Counts changes; which of them was the last one of each name. */
  let change = 0
  const changed = new Map<string, number>()
  let hits = 0

  /** Whether it still is what would be answered; then it holds up to the last change. */
  const holds = (answer: Kept): boolean => {
    if (answer.holdsAt !== change) {
      for (const tag of answer.tags) if ((changed.get(tag) ?? 0) > answer.holdsAt) return false
      answer.until = Math.min(answer.until, planned.first(answer.tags))
      answer.holdsAt = change
    }
    return answer.until === Infinity || now() < answer.until
  }
  const lookThrough = (): void => {
    for (const [key, answer] of [...answers]) if (!holds(answer)) answers.delete(key)
    changed.clear()
  }
  const drop = (tags: Iterable<string>): void => {
    change += 1
    for (const tag of tags) changed.set(tag, change)
    if (changed.size > MOST_CHANGED) lookThrough()
  }
  /** What was planned and has come changes answers as an entry does, whoever asked for them meanwhile. */
  const passPlans = (): void => {
    if (!planned.areThere()) return
    for (const tags of planned.takePassed(now())) drop(tags)
  }
  return {
    get: (key) => {
      passPlans()
      const answer = answers.get(key)
      if (!answer) return undefined
      if (!holds(answer)) {
        answers.delete(key)
        return undefined
      }
      hits += 1
      return answer
    },
    admits: (key) => answers.calculatedSize < limit * FULL || wasAsked(key),
    changes: () => {
      passPlans()
      return change
    },
    put: (key, answer) => {
      answers.set(key, Object.assign(answer, { holdsAt: change }), { size: sizeOf(key, answer) })
    },
    drop,
    endAt: (at, tags) => {
      change += 1
      planned.add(at, tags)
    },
    endOf: (tags) => planned.first(tags),
    clear: () => {
      change += 1
      answers.clear()
      changed.clear()
    },
    status: () => ({ answers: answers.size, bytes: answers.calculatedSize, hits }),
  }
}

const sizeOf = (key: string, { body, tags }: Answer): number =>
  OVERHEAD + Math.ceil(body.length * 1.5) + key.length * 2 + tags.size * 100
