import { sharedRuns } from '../../sharedRuns.js'
import type { Entry, Instant, Snapshot } from '../pure/model.js'
import type { Tree } from '../pure/tree.js'
import type { Kept } from './disk/shelfFile.js'
import type { ShelfOnDisk } from './disk/shelfOnDisk.js'
import { currentTexts, entriesSince } from './following.js'
import { createHeld, type Held } from './held.js'
import type { Indexes } from './indexes.js'
import type { ArchiveReader, CheckpointRow } from './reader.js'
import { isOfLog } from './signed.js'

/** Everything that was entered, by document, and the texts that are public now: held by the delivering process itself. */
export interface Shelf {
  entriesOf(document: string): readonly Entry[]
  entry(record: string): Entry | undefined
  /** In log order, from number `seq` on. */
  entriesFrom(seq: number, count: number): readonly Entry[]
  readonly indexes: Indexes
  /** The snapshot of a record that is public now or planned; undefined for those of the past. */
  current(record: string): Snapshot | undefined
  /** The log's tree, and its newest checkpoint among those that the tree has grown to. */
  log(): { tree: Tree; checkpoint: CheckpointRow | undefined }
  /** The greatest number that was followed; -1 before the first. */
  head(): number
  now(): Instant
  /**
   * Where views keep what they work out: one room for all moments between the last change and the next one that is known,
   * until the next entry. Each earlier moment has one of its own.
   */
  roomAt(moment: Instant): Map<string, unknown>
  /** Takes what was kept on disk. @returns whether there was anything that can be served */
  load(): Promise<boolean>
  /** Reads what was entered since. Calls that overlap share a run, with one more after it. */
  follow(): Promise<void>
  /** The last moment of which everything is known: what is told of it stays so. Null before anything was read. */
  knownUntil(): Instant | null
  /** `lastFollowedAt` is when the log was last asked for what is new. */
  status(): { head: number; documents: number; lastFollowedAt: Instant | null; error: string | null }
}

interface ShelfOptions {
  reader: ArchiveReader
  now: () => Instant
  /** Told of entries, in log order, as soon as they are read here; of none where the log was signed anew. */
  onEntries?: (entries: readonly Entry[]) => void
  /** Told when all that was held was replaced: the database has another log than the one that was followed. */
  onReplaced?: () => void
  /**
   * Milliseconds that may pass between the instant that an entry is given and the moment when it can be read, with what
   * the clock here may be ahead of the one there.
   */
  settling?: number
  /** Where it is kept as well; none for who stands beside the database and cannot do without it. */
  disk?: Pick<ShelfOnDisk, 'load' | 'keep' | 'forget' | 'throwAway'>
}

/** Milliseconds between notes on disk of how far was followed, where nothing was entered. */
const NOTE = 10_000

export function createShelf({
  reader,
  now,
  onEntries = () => {},
  onReplaced = () => {},
  settling = 0,
  disk,
}: ShelfOptions): Shelf {
  let held = createHeld(now)
  let checkpoint: CheckpointRow | undefined
  let lastFollowedAt: Instant | null = null
  let notedAt = 0
  /** Whether the database was seen to have the log that is held: asked at first, and whenever it was away. */
  let isSameLog = false
  /** The signature for which everything was read anew: if it does not fit then, it is not of this log. */
  let misfit: string | undefined
  let error: string | null = null

  const read = async (): Promise<void> => {
    if (!isSameLog && !(await hasHead(reader, held))) await readAnew()
    isSameLog = true
    for (;;) {
      const asked = now()
      const batch = await entriesSince(reader, held.head())
      // Only the answer to a question that finds nothing is known to miss nothing.
      if (batch.length === 0) {
        lastFollowedAt = asked
        await readCheckpoint()
        const gone = held.letGo()
        disk?.forget(gone)
        if (gone.length > 0 || Date.parse(asked) - notedAt > NOTE) keep()
        return
      }
      const gone = held.put(batch, await currentTexts(reader, batch))
      disk?.forget(gone)
      onEntries(batch)
      keep()
    }
  }
  const readCheckpoint = async (): Promise<void> => {
    if (checkpoint?.size === held.tree.size()) return
    const newest = await reader.checkpoint()
    if (!newest || newest.size > held.tree.size() || newest.size === checkpoint?.size) return
    if (!isOfLog(newest, held.tree) && misfit !== newest.note) {
      misfit = newest.note
      await readAnew()
    }
    checkpoint = newest
    onEntries([])
    keep()
  }
  /** What is held goes on being served until the other log has been read whole. */
  const readAnew = async (): Promise<void> => {
    const other = createHeld(now)
    for (;;) {
      const batch = await entriesSince(reader, other.head())
      if (batch.length === 0) break
      other.put(batch, await currentTexts(reader, batch))
    }
    held = other
    checkpoint = undefined
    onReplaced()
    await disk?.throwAway()
    keep()
  }
  const keep = (): void => {
    if (!disk || lastFollowedAt === null) return
    notedAt = Date.parse(lastFollowedAt)
    disk.keep((from) => keptOf(held, from, { checkpoint, followedAt: lastFollowedAt ?? '' }))
  }
  const load = async (): Promise<boolean> => {
    const kept = await disk?.load()
    if (!kept) return false
    const other = createHeld(now)
    const gone = other.put(kept.entries, kept.texts)
    if (kept.checkpoint && !isOfLog(kept.checkpoint, other.tree)) {
      await disk?.throwAway()
      return false
    }
    held = other
    ;({ checkpoint, followedAt: lastFollowedAt } = kept)
    disk?.forget(gone)
    if (gone.length > 0) keep()
    return true
  }
  const run = async (): Promise<void> => {
    try {
      await read()
      error = null
    } catch (cause) {
      isSameLog = false
      error = cause instanceof Error ? cause.message : String(cause)
      throw cause
    }
  }
  return {
    entriesOf: (document) => held.entriesOf(document),
    entry: (record) => held.entry(record),
    entriesFrom: (seq, count) => held.entriesFrom(seq, count),
    get indexes() {
      return held.indexes
    },
    current: (record) => held.current(record),
    log: () => ({ tree: held.tree, checkpoint }),
    head: () => held.head(),
    now,
    roomAt: (moment) => held.roomAt(moment),
    load,
    follow: sharedRuns(run),
    knownUntil: () => {
      if (lastFollowedAt === null) return null
      // In the very millisecond in which the log was asked more may be entered still.
      const settled = new Date(Date.parse(lastFollowedAt) - settling - 1).toISOString()
      // Each entry is given a later instant than the one before.
      const newest = held.entriesFrom(held.head(), 1)[0]?.placedAt ?? ''
      return newest > settled ? newest : settled
    },
    status: () => ({ head: held.head(), documents: held.documents(), lastFollowedAt, error }),
  }
}

/** Whether the log in the database has the newest entry that is held: then it has all before it, too. */
async function hasHead(reader: ArchiveReader, held: Held): Promise<boolean> {
  const [ours] = held.entriesFrom(held.head(), 1)
  if (!ours) return true
  const [theirs] = await reader.entriesAfter(ours.seq - 1, 1)
  return theirs?.leaf === ours.leaf
}

function keptOf(held: Held, from: number, rest: Pick<Kept, 'checkpoint' | 'followedAt'>): Kept {
  const entries = held.entriesFrom(from, Infinity)
  return { ...rest, entries, texts: held.textsOf(entries) }
}
