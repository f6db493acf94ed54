import type { Instant } from '../archive/pure/model.js'
import { logViewOf } from '../archive/read/logView.js'
import { places } from '../archive/read/past.js'
import type { ArchiveReader } from '../archive/read/reader.js'
import type { Shelf } from '../archive/read/shelf.js'
import { createViews, type View } from '../archive/read/view.js'
import { createBudget } from './budget.js'
import { createTrace, tagOf, traced } from './cache/trace.js'
import { limits } from './limits.js'
import type { DeliveryContext } from './scope.js'

/** What one request may read, and what came of its reading. */
export interface Asked {
  context: Omit<DeliveryContext, 'addresses'>
  /** Whether anything was asked as of now. */
  isNow(): boolean
  /** Whether every moment that was asked about has been followed to. */
  isReached(): boolean
  /** Lets go of what was read of the past. */
  end(): void
}

export function createAsked(shelf: Shelf, reader: ArchiveReader): Asked {
  const trace = createTrace()
  const budget = createBudget(limits)
  const place = places.holding()
  const plain = createViews(shelf, reader, place)
  const views = new Map<Instant | null, View>()
  let isNow = false
  let isReached = true
  const viewAt = (knownAt: Instant | null): View => {
    const known = views.get(knownAt)
    if (known) return known
    const view = traced(plain(knownAt), trace, budget)
    views.set(knownAt, view)
    if (knownAt === null) isNow = true
    else if (view.knownAt !== knownAt) isReached = false
    return view
  }
  const log = (): ReturnType<typeof logViewOf> => {
    isNow = true
    trace.tags.add(tagOf.log)
    return logViewOf(shelf)
  }
  return { context: { viewAt, trace, log, budget }, isNow: () => isNow, isReached: () => isReached, end: place.end }
}
