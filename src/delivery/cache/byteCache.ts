import { createPlanned } from './planned.js'

/** A finished answer: bytes, what they were made from, and for how long they hold. */
export interface Answer {
  body: Buffer
  /** As in `Content-Type`. */
  mediaType: string
  tags: ReadonlySet<string>
  /** Milliseconds since 1970; Infinity where no change is known. */
  until: number
  /** Whether a moment of the past was asked about: then only a tombstone can change it. */
  isPast: boolean
  /** What is sent, by content coding: made when it is first asked for. */
  sent: Map<string, Representation>
}

/** One coding of an answer, ready to go out. */
export interface Representation {
  bytes: Buffer
  etag: string
  /** Names and values in turn, as Node takes them: all but what changes with time and from request to request. */
  head: readonly string[]
}

export interface ByteCache {
  get(key: string): Answer | undefined
  /** Makes an answer once for all who ask for it at the same time. */
  once<T>(key: string, make: () => Promise<T>): Promise<T>
  put(key: string, answer: Answer): void
  drop(tags: Iterable<string>): void
  /**
   * What is planned takes effect by itself: what it will change holds until then at the most.
   *
   * @param at milliseconds since 1970
   */
  endAt(at: number, tags: ReadonlySet<string>): void
  /** When the first of the plans takes effect that changes what carries these tags; Infinity where none does. */
  endOf(tags: ReadonlySet<string>): number
  clear(): void
  /** `made` counts what was worked out; those who asked for it meanwhile waited for the same one. */
  status(): { answers: number; bytes: number; hits: number; misses: number; made: number }
}

/** Memory that an answer takes beside its bytes, about: its places in two maps. Compressed it takes half of its bytes more. */
const OVERHEAD = 1_000

interface Kept extends Answer {
  /** Asked for since the last look at it. */
  isUsed: boolean
}

/** @param limit bytes; what was asked for since it was last looked at gets a second chance, all else goes, oldest first */
export function createByteCache({ limit, now }: { limit: number; now: () => number }): ByteCache {
  const answers = new Map<string, Kept>()
  const byTag = new Map<string, Set<string>>()
  const running = new Map<string, Promise<unknown>>()
  const planned = createPlanned()
  let bytes = 0
  let hits = 0
  let misses = 0
  let made = 0

  const remove = (key: string): void => {
    const answer = answers.get(key)
    if (!answer) return
    answers.delete(key)
    bytes -= sizeOf(key, answer)
    for (const tag of answer.tags) {
      const keys = byTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) byTag.delete(tag)
    }
  }
  const withTags = (tags: Iterable<string>): string[] => [...tags].flatMap((tag) => [...(byTag.get(tag) ?? [])])
  const makeRoom = (): void => {
    while (bytes > limit) {
      const [key, oldest] = answers.entries().next().value!
      if (!oldest.isUsed) {
        remove(key)
        continue
      }
      oldest.isUsed = false
      answers.delete(key)
      answers.set(key, oldest)
    }
  }
  return {
    get: (key) => {
      const answer = answers.get(key)
      if (!answer || (answer.until !== Infinity && answer.until <= now())) {
        misses += 1
        if (answer) remove(key)
        return undefined
      }
      hits += 1
      answer.isUsed = true
      return answer
    },
    once: <T>(key: string, make: () => Promise<T>): Promise<T> => {
      const known = running.get(key) as Promise<T> | undefined
      if (known) return known
      made += 1
      const making = make().finally(() => running.delete(key))
      running.set(key, making)
      return making
    },
    put: (key, answer) => {
      remove(key)
      const size = sizeOf(key, answer)
      if (size > limit / 8) return
      answers.set(key, Object.assign(answer, { isUsed: false }))
      bytes += size
      for (const tag of answer.tags) {
        const keys = byTag.get(tag)
        if (keys) keys.add(key)
        else byTag.set(tag, new Set([key]))
      }
      makeRoom()
    },
    drop: (tags) => {
      for (const key of withTags(tags)) remove(key)
    },
    endAt: (at, tags) => {
      planned.add(at, tags)
      for (const key of withTags(tags)) {
        const answer = answers.get(key)
        if (answer) answer.until = Math.min(answer.until, at)
      }
    },
    endOf: (tags) => planned.first(tags, now()),
    clear: () => {
      answers.clear()
      byTag.clear()
      bytes = 0
    },
    status: () => ({ answers: answers.size, bytes, hits, misses, made }),
  }
}

const sizeOf = (key: string, { body, tags }: Answer): number =>
  OVERHEAD + body.length * 1.5 + key.length * 2 + tags.size * 100
