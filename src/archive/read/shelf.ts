import type { Entry, Instant, Snapshot } from '../pure/model.js'
import { standingAt } from '../pure/resolve.js'
import { createTree, type Tree } from '../pure/tree.js'
import { currentSnapshots, entriesSince } from './following.js'
import { createIndexes, type Indexes } from './indexes.js'
import type { ArchiveReader, CheckpointRow } from './reader.js'

/** Everything that was entered, by document, and the texts that are public now: held by the delivering process itself. */
export interface Shelf {
  entriesOf(document: string): readonly Entry[]
  entry(record: string): Entry | undefined
  /** In log order, from number `seq` on. */
  entriesFrom(seq: number, count: number): readonly Entry[]
  indexes: Indexes
  /** The snapshot of a record that is public now or planned; undefined for those of the past. */
  current(record: string): Snapshot | undefined
  /** The log's tree, and its newest checkpoint among those that the tree has grown to. */
  log(): { tree: Tree; checkpoint: CheckpointRow | undefined }
  /** The greatest number that was followed; -1 before the first. */
  head(): number
  now(): Instant
  /**
   * Works something out once for all moments between the last change and the next one that is known, until the next
   * entry. For earlier moments it is worked out each time.
   */
  remember<T>(moment: Instant, key: string, make: () => T): T
  /** Reads what was entered since. Calls that overlap share a run, with one more after it. */
  follow(): Promise<void>
  /** Everything that was placed before `lastFollowedAt` has been read. */
  status(): { head: number; documents: number; lastFollowedAt: Instant | null; error: string | null }
}

interface ShelfOptions {
  reader: ArchiveReader
  now: () => Instant
  /** Told of entries, in log order, as soon as they are read here; of none where the log was signed anew. */
  onEntries?: (entries: readonly Entry[]) => void
}

export function createShelf({ reader, now, onEntries = () => {} }: ShelfOptions): Shelf {
  const timelines = new Map<string, Entry[]>()
  const entries = new Map<string, Entry>()
  const inOrder: Entry[] = []
  const current = new Map<string, Snapshot>()
  const indexes = createIndexes()
  const tree = createTree()
  let checkpoint: CheckpointRow | undefined
  let remembered = new Map<string, unknown>()
  let lastChange: Instant = ''
  /** Instants of plans, those that have passed included until somebody asks. */
  let plans: Instant[] = []
  let head = -1
  let lastFollowedAt: Instant | null = null
  let error: string | null = null
  let running: Promise<void> | undefined
  let again: Promise<void> | undefined

  const read = async (): Promise<void> => {
    for (;;) {
      const asked = now()
      const batch = await entriesSince(reader, head)
      // Only the answer to a question that finds nothing is known to miss nothing.
      if (batch.length === 0) {
        lastFollowedAt = asked
        return readCheckpoint()
      }
      put(batch, await currentSnapshots(reader, batch))
    }
  }
  const readCheckpoint = async (): Promise<void> => {
    if (checkpoint?.size === tree.size()) return
    const newest = await reader.checkpoint()
    if (!newest || newest.size > tree.size() || newest.size === checkpoint?.size) return
    checkpoint = newest
    onEntries([])
  }
  // No await in here: a reader sees all of a batch or nothing of it.
  const put = (batch: readonly Entry[], snapshots: ReadonlyMap<string, Snapshot>): void => {
    remembered = new Map()
    for (const entry of batch) {
      head = entry.seq
      tree.append(Buffer.from(entry.leaf, 'hex'))
      if (entry.publicFrom > entry.placedAt) plans.push(entry.publicFrom)
      if (entry.placedAt > lastChange) lastChange = entry.placedAt
      entries.set(entry.record.id, entry)
      inOrder.push(entry)
      const timeline = timelines.get(entry.record.document.id) ?? []
      timelines.set(entry.record.document.id, timeline)
      timeline.push(entry)
      indexes.add(entry)
      const snapshot = snapshots.get(entry.record.id)
      if (snapshot) current.set(entry.record.id, snapshot)
    }
    for (const document of new Set(batch.map((entry) => entry.record.document.id)))
      keepCurrent(timelines.get(document) ?? [])
    onEntries(batch)
  }
  const keepCurrent = (timeline: readonly Entry[]): void => {
    const instant = now()
    const content = standingAt(timeline, instant)?.content
    for (const entry of timeline) if (entry !== content && entry.publicFrom <= instant) current.delete(entry.record.id)
  }
  const run = async (): Promise<void> => {
    try {
      await read()
      error = null
    } catch (cause) {
      error = cause instanceof Error ? cause.message : String(cause)
      throw cause
    } finally {
      running = undefined
    }
  }
  const follow = (): Promise<void> => {
    if (!running) return (running = run())
    again ??= running
      .catch(() => {})
      .then(() => {
        again = undefined
        return follow()
      })
    return again
  }
  const passPlans = (moment: Instant): void => {
    if (!plans.some((instant) => instant <= moment)) return
    for (const instant of plans) if (instant <= moment && instant > lastChange) lastChange = instant
    plans = plans.filter((instant) => instant > moment)
    remembered = new Map()
  }
  const remember = <T>(moment: Instant, key: string, make: () => T): T => {
    // A view begins no later than now: what has passed for it has passed for all that follow.
    passPlans(moment)
    if (moment < lastChange) return make()
    if (remembered.has(key)) return remembered.get(key) as T
    const made = make()
    remembered.set(key, made)
    return made
  }
  return {
    remember,
    entriesOf: (document) => timelines.get(document) ?? [],
    entry: (record) => entries.get(record),
    entriesFrom: (seq, count) => inOrder.slice(seq, seq + count),
    indexes,
    current: (record) => current.get(record),
    log: () => ({ tree, checkpoint }),
    head: () => head,
    now,
    follow,
    status: () => ({ head, documents: timelines.size, lastFollowedAt, error }),
  }
}
