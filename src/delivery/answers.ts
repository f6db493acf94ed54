import type { Entry } from '../archive/pure/model.js'
import { standingAt } from '../archive/pure/resolve.js'
import type { Shelf } from '../archive/read/shelf.js'
import { createByteCache, type Answer, type ByteCache } from './cache/byteCache.js'
import { hidesContent, touchedBy } from './cache/touched.js'
import { tagOf } from './cache/trace.js'
import type { Delivery, DeliveryRequest } from './delivery.js'

/** What is sent: an answer that may be kept, or one for this request alone. */
export type Finished = (
  { answer: Answer } | { answer: null; status: number; headers: Record<string, string>; body: string | null }
) & {
  /** What the query cost; null where there was none to execute. */
  cost: number | null
}

/** Answers of GraphQL as bytes: made once, and kept until something that they were made from changes. */
export interface Answers {
  /** At once, where the very same request was answered before and nothing has changed since. */
  known(key: string): Answer | undefined
  make(key: string, request: DeliveryRequest): Promise<Finished>
  /** Drops what these entries change. Told before anybody can read them. */
  follow(entries: readonly Entry[]): void
  /** Drops everything: addresses inside answers may have changed. */
  clear(): void
  status: ByteCache['status']
  /** Milliseconds since 1970, by the clock of the shelf. */
  now(): number
}

interface AnswersOptions {
  delivery: Delivery
  shelf: Pick<Shelf, 'head' | 'entriesOf' | 'now'>
  /** Bytes. */
  limit: number
}

export function createAnswers({ delivery, shelf, limit }: AnswersOptions): Answers {
  const now = (): number => Date.parse(shelf.now())
  const cache = createByteCache({ limit, now })
  /** Counts what may have changed answers that are being made. */
  let changes = 0

  const make = async (key: string, request: DeliveryRequest): Promise<Finished> => {
    const before = changes
    const { response, kept, isPast, cost } = await delivery.answer(request)
    const [body, { status, headers }] = response
    if (!kept || status !== 200 || body === null)
      return { answer: null, status, headers: (headers ?? {}) as Record<string, string>, body, cost }
    const answer: Answer = {
      body: Buffer.from(body),
      mediaType: String((headers as Record<string, string>)['content-type']),
      tags: kept.tags,
      until: Math.min(kept.until === null ? Infinity : Date.parse(kept.until), cache.endOf(kept.tags)),
      isPast,
      sent: new Map(),
    }
    if (changes === before) cache.put(key, answer)
    return { answer, cost }
  }
  return {
    known: (key) => cache.get(key),
    // Whoever asks after a record was followed does not get an answer that was begun before.
    make: (key, request) => cache.once(`${changes} ${key}`, () => make(key, request)),
    follow: (entries) => {
      changes += 1
      follow(cache, shelf, entries)
    },
    clear: () => {
      changes += 1
      cache.clear()
    },
    status: cache.status,
    now,
  }
}

function follow(cache: ByteCache, shelf: Pick<Shelf, 'entriesOf' | 'now'>, entries: readonly Entry[]): void {
  if (entries.some(hidesContent)) cache.clear()
  const now = shelf.now()
  const isEmpty = cache.status().answers === 0
  const first = entries[0]?.seq ?? 0
  for (const document of new Set(entries.map(({ record }) => record.document.id))) {
    const timeline = shelf.entriesOf(document)
    const plans = timeline.filter(({ publicFrom }) => publicFrom > now).map(({ publicFrom }) => publicFrom)
    if (isEmpty && plans.length === 0) continue
    let standing = standingAt(timeline, now)
    cache.drop(
      touchedBy(
        document,
        standingAt(
          timeline.filter(({ seq }) => seq < first),
          now,
        ),
        standing,
      ),
    )
    for (const instant of [...new Set(plans)].toSorted()) {
      const then = standingAt(timeline, instant)
      // A record that is not public yet is found in the log.
      cache.endAt(Date.parse(instant), touchedBy(document, standing, then).add(tagOf.log))
      standing = then
    }
  }
  cache.drop([tagOf.log])
}
