import type { Entry, Instant, Snapshot } from '../pure/model.js'
import { plansAfter, standingAt } from '../pure/resolve.js'
import { createTree, type Tree } from '../pure/tree.js'
import { createIndexes, type Indexes } from './indexes.js'
import { createTexts } from './texts.js'

/** What a shelf holds in memory of one log. */
export interface Held {
  entriesOf(document: string): readonly Entry[]
  entry(record: string): Entry | undefined
  /** In log order, from number `seq` on. */
  entriesFrom(seq: number, count: number): readonly Entry[]
  indexes: Indexes
  current(record: string): Snapshot | undefined
  /** The bytes of the texts that are held of these entries, by record. */
  textsOf(entries: readonly Entry[]): Map<string, Buffer>
  tree: Tree
  /** -1 before the first. */
  head(): number
  documents(): number
  roomAt(moment: Instant): Map<string, unknown>
  /**
   * Enters the next entries, with the texts that may be public now. There is no await in it: a reader sees all of a batch
   * or nothing of it.
   *
   * @returns the records whose texts are held no longer: replaced, withdrawn for good, cancelled or sealed
   */
  put(batch: readonly Entry[], texts: ReadonlyMap<string, Buffer>): string[]
  /** Lets go of what plans that have taken effect by now have replaced. @returns the records, as `put` does */
  letGo(): string[]
}

export function createHeld(now: () => Instant): Held {
  const timelines = new Map<string, Entry[]>()
  const entries = new Map<string, Entry>()
  const inOrder: Entry[] = []
  const texts = createTexts()
  const indexes = createIndexes()
  const tree = createTree()
  let remembered = new Map<string, unknown>()
  let lastChange: Instant = ''
  /** Plans, until the text that each replaces was let go. */
  let plans: { at: Instant; document: string }[] = []

  const put: Held['put'] = (batch, read) => {
    remembered = new Map()
    for (const entry of batch) {
      tree.append(Buffer.from(entry.leaf, 'hex'))
      if (entry.publicFrom > entry.placedAt) plans.push({ at: entry.publicFrom, document: entry.record.document.id })
      if (entry.placedAt > lastChange) lastChange = entry.placedAt
      entries.set(entry.record.id, entry)
      inOrder.push(entry)
      const timeline = timelines.get(entry.record.document.id)
      if (timeline) timeline.push(entry)
      else timelines.set(entry.record.document.id, [entry])
      indexes.add(entry)
      const text = read.get(entry.record.id)
      if (text) texts.put(entry.record.id, text)
    }
    return keepCurrentOf(
      batch.map((entry) => entry.record.document.id),
      now(),
    )
  }
  const keepCurrentOf = (documents: readonly string[], instant: Instant): string[] =>
    [...new Set(documents)].flatMap((document) => keepCurrent(timelines.get(document) ?? [], instant))
  const keepCurrent = (timeline: readonly Entry[], instant: Instant): string[] => {
    // A document's first publication is what is public of it, or will be.
    if (timeline.length === 1) return []
    const kept = new Set([standingAt(timeline, instant)?.content])
    if (timeline.some(({ publicFrom }) => publicFrom > instant))
      for (const plan of plansAfter(timeline, instant)) kept.add(plan)
    const gone = timeline.filter((entry) => !kept.has(entry) && texts.has(entry.record.id))
    for (const { record } of gone) texts.delete(record.id)
    return gone.map(({ record }) => record.id)
  }
  const passPlans = (moment: Instant): void => {
    for (const { at } of plans) {
      if (at > moment || at <= lastChange) continue
      lastChange = at
      remembered = new Map()
    }
  }
  return {
    entriesOf: (document) => timelines.get(document) ?? [],
    entry: (record) => entries.get(record),
    entriesFrom: (seq, count) => inOrder.slice(seq, seq + count),
    indexes,
    current: texts.get,
    textsOf: (some) =>
      new Map(
        some.flatMap(({ record }): [string, Buffer][] => {
          const bytes = texts.bytes(record.id)
          return bytes ? [[record.id, bytes]] : []
        }),
      ),
    tree,
    head: () => inOrder.length - 1,
    documents: () => timelines.size,
    roomAt: (moment) => {
      // A view begins no later than now: what has passed for it has passed for all that follow.
      passPlans(moment)
      return moment < lastChange ? new Map() : remembered
    },
    put,
    letGo: () => {
      const instant = now()
      passPlans(instant)
      const passed = plans.filter(({ at }) => at <= instant)
      if (passed.length === 0) return []
      plans = plans.filter(({ at }) => at > instant)
      return keepCurrentOf(
        passed.map(({ document }) => document),
        instant,
      )
    },
  }
}
