import type { Entry } from '../archive/pure/model.js'
import { standingAt } from '../archive/pure/resolve.js'
import type { Shelf } from '../archive/read/shelf.js'
import { createRoom } from '../archive/read/texts.js'
import type { Answer } from './cache/answer.js'
import { createByteCache, type ByteCache } from './cache/byteCache.js'
import { hidesContent, touchedBy } from './cache/touched.js'
import { createTogether } from './cache/together.js'
import { tagOf } from './cache/trace.js'
import type { Answered, Delivery } from './delivery.js'
import { mapMaybe, type MaybePromise } from './maybe.js'
import type { DeliveryRequest } from './requestParameters.js'

/** What is sent: an answer that may be kept, or one for this request alone. */
export type Finished = (
  { answer: Answer } | { answer: null; status: number; headers: Record<string, string>; body: Buffer | null }
) & {
  /** What the query cost; null where none was executed. */
  cost: number | null
}

/** Answers as bytes: made once, and kept until something that they were made from changes. */
export interface Answers {
  /** At once, where the very same request was answered before and nothing has changed since. */
  known(key: string): Answer | undefined
  make(key: string, request: DeliveryRequest): MaybePromise<Finished>
  /** The same for what is made in another way than by a query, as pages are. */
  keep(key: string, answer: () => MaybePromise<Answered>): MaybePromise<Finished>
  /** Drops what these entries change. Told before anybody can read them. */
  follow(entries: readonly Entry[]): void
  /** Drops everything: addresses inside answers may have changed. */
  clear(): void
  /** `made` counts what was worked out; those who asked for it meanwhile waited for the same one. */
  status(): ReturnType<ByteCache['status']> & { made: number }
  /** Milliseconds since 1970, by the clock of the shelf. */
  now(): number
}

interface AnswersOptions {
  delivery: Delivery
  shelf: Pick<Shelf, 'entriesOf' | 'now'>
  /** Bytes. */
  limit: number
}

export function createAnswers({ delivery, shelf, limit }: AnswersOptions): Answers {
  const now = (): number => Date.parse(shelf.now())
  const cache = createByteCache({ limit, now })
  const together = createTogether()
  const lend = createRoom()

  const finish = (key: string, { response, encoding, kept, isPast, cost }: Answered, before: number): Finished => {
    const [body, { status, headers: told }] = response
    const headers = (told ?? {}) as Record<string, string>
    if (!kept || !isLasting(status) || body === null)
      return { answer: null, status, headers, body: body === null ? null : Buffer.from(body, encoding), cost }
    const { 'content-type': mediaType, ...own } = headers
    // What changed while it was made may have changed it.
    const isCurrent = cache.changes() === before
    const isKept = isCurrent && cache.admits(key)
    const answer: Answer = {
      status,
      // What is sent once shares a piece of memory with others; what is kept would hold on to all of it.
      body: isKept ? Buffer.from(body, encoding) : written(body, encoding, lend(Buffer.byteLength(body, encoding))),
      mediaType: String(mediaType),
      own: Object.entries(own).flat(),
      tags: kept.tags,
      until: isCurrent
        ? Math.min(kept.until === null ? Infinity : Date.parse(kept.until), cache.endOf(kept.tags))
        : now(),
      isPast,
      sent: new Map(),
    }
    if (isKept) cache.put(key, answer)
    return { answer, cost }
  }
  const make = (key: string, work: () => MaybePromise<Answered>): MaybePromise<Finished> => {
    const before = cache.changes()
    return mapMaybe(work(), (answered) => finish(key, answered, before))
  }
  const keep: Answers['keep'] = (key, work) => {
    // Who waited for a turn may find that somebody else had the same one made.
    const made = cache.get(key)
    return made ? { answer: made, cost: 0 } : together.once(key, () => make(key, work))
  }
  return {
    known: (key) => cache.get(key),
    make: (key, request) => keep(key, () => delivery.answer(request)),
    keep,
    follow: (entries) => {
      together.startOver()
      follow(cache, shelf, entries)
    },
    clear: () => {
      together.startOver()
      delivery.forget()
      cache.clear()
    },
    status: () => ({ ...cache.status(), made: together.made() }),
    now,
  }
}

/** What was taken down answers as lastingly as what is there; a fault is for one request alone. */
const isLasting = (status: number): boolean => status === 200 || status === 410

function written(text: string, encoding: BufferEncoding, memory: Buffer): Buffer {
  memory.write(text, encoding)
  return memory
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
        timeline,
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
      cache.endAt(Date.parse(instant), touchedBy(document, timeline, standing, then).add(tagOf.log))
      standing = then
    }
  }
  cache.drop([tagOf.log])
}
