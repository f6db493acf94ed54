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
  /** The body by content coding, made when it is first asked for. */
  encoded: Map<string, Buffer>
}

export interface ByteCache {
  get(key: string): Answer | undefined
  /** Makes an answer once for all who ask for it at the same time. Undefined from `make` is not kept. */
  once<T>(key: string, make: () => Promise<T>): Promise<T>
  put(key: string, answer: Answer): void
  drop(tags: Iterable<string>): void
  /** Drops them when the instant has come: what is planned takes effect by itself. @param at milliseconds since 1970 */
  dropAt(at: number, tags: ReadonlySet<string>): void
  clear(): void
  /** `made` counts what was worked out; those who asked for it meanwhile waited for the same one. */
  status(): { answers: number; bytes: number; hits: number; misses: number; made: number }
}

/** Memory that an answer takes beside its bytes, about: its places in two maps. Compressed it takes half of its bytes more. */
const OVERHEAD = 1_000

/** @param limit bytes; what was not asked for longest goes first */
export function createByteCache({ limit, now }: { limit: number; now: () => number }): ByteCache {
  const answers = new Map<string, Answer>()
  const byTag = new Map<string, Set<string>>()
  const running = new Map<string, Promise<unknown>>()
  let planned: { at: number; tags: ReadonlySet<string> }[] = []
  let nextPlanned = Infinity
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
  const drop = (tags: Iterable<string>): void => {
    for (const tag of tags) for (const key of [...(byTag.get(tag) ?? [])]) remove(key)
  }
  const dropDue = (instant: number): void => {
    for (const { at, tags } of planned) if (at <= instant) drop(tags)
    planned = planned.filter(({ at }) => at > instant)
    nextPlanned = Math.min(Infinity, ...planned.map(({ at }) => at))
  }
  return {
    get: (key) => {
      const instant = now()
      if (instant >= nextPlanned) dropDue(instant)
      const answer = answers.get(key)
      if (!answer || answer.until <= instant) {
        misses += 1
        if (answer) remove(key)
        return undefined
      }
      hits += 1
      // The map keeps the order in which answers were asked for.
      answers.delete(key)
      answers.set(key, answer)
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
      answers.set(key, answer)
      bytes += size
      for (const tag of answer.tags) {
        const keys = byTag.get(tag)
        if (keys) keys.add(key)
        else byTag.set(tag, new Set([key]))
      }
      while (bytes > limit) remove(answers.keys().next().value!)
    },
    drop,
    dropAt: (at, tags) => {
      planned.push({ at, tags })
      nextPlanned = Math.min(nextPlanned, at)
    },
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
