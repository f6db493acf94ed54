import type { Allowance } from './allowance.js'
import { editsBetween } from './edits.js'
import { alikeAmong } from './similarity.js'

/** Something that stands in an order: equal where the keys are, alike where the words are. */
export interface Part {
  /** Equal for what is equal in every detail. */
  key: string
  words: string
}

/** What stands at a place of the older order, of the newer one, or of both. */
export interface Row {
  from: number | null
  to: number | null
  moved: boolean
}

/** From this likeness on, two parts are one that was changed. */
const ALIKE = 0.5

/**
 * Which part became which: first by what is equal in order, then what is equal elsewhere (moved), then what is alike.
 *
 * @returns rows in the order of the newer text; what was removed stands where it stood
 */
export function align(before: readonly Part[], after: readonly Part[], allowance: Allowance): Row[] {
  const rows = byOrder(before, after, allowance)
  const removed = rows.filter(({ to }) => to === null)
  const added = rows.filter(({ from }) => from === null)
  const pairs = new Map<number, number>()
  pairEqual(removed, added, before, after, pairs)
  pairAlike(removed, added, before, after, pairs)
  const paired = new Set(pairs.values())
  const joined = rows
    .filter(({ from, to }) => to !== null || !paired.has(from!))
    .map((row) => (row.from === null && pairs.has(row.to!) ? { ...row, from: pairs.get(row.to!)! } : row))
  return withMoves(joined)
}

function byOrder(before: readonly Part[], after: readonly Part[], allowance: Allowance): Row[] {
  const [older, newer] = [before.map(({ key }) => key), after.map(({ key }) => key)]
  let [from, to] = [0, 0]
  return editsBetween(older, newer, allowance).flatMap(({ change, count }) =>
    Array.from({ length: count }, (): Row => ({
      from: change === 'ADDED' ? null : from++,
      to: change === 'REMOVED' ? null : to++,
      moved: false,
    })),
  )
}

/** Pairs by position in the newer text. Of several that are equal, those go together that come first. */
function pairEqual(
  removed: readonly Row[],
  added: readonly Row[],
  before: readonly Part[],
  after: readonly Part[],
  pairs: Map<number, number>,
): void {
  const places = new Map<string, number[]>()
  for (const { from } of removed) {
    const key = before[from!]!.key
    const known = places.get(key)
    if (known) known.push(from!)
    else places.set(key, [from!])
  }
  for (const list of places.values()) list.reverse()
  for (const { to } of added) {
    const from = places.get(after[to!]!.key)?.pop()
    if (from !== undefined) pairs.set(to!, from)
  }
}

/** The likest first; of equally like ones, those that stand nearest. */
function pairAlike(
  removed: readonly Row[],
  added: readonly Row[],
  before: readonly Part[],
  after: readonly Part[],
  pairs: Map<number, number>,
): void {
  const taken = new Set(pairs.values())
  const older = removed.filter(({ from }) => !taken.has(from!)).map(({ from }) => from!)
  const newer = added.filter(({ to }) => !pairs.has(to!)).map(({ to }) => to!)
  const words = [older.map((from) => before[from]!.words), newer.map((to) => after[to]!.words)] as const
  const candidates = alikeAmong(...words, ALIKE)
    .map(({ one, other, likeness }) => ({ from: older[one]!, to: newer[other]!, likeness }))
    .toSorted((a, b) => b.likeness - a.likeness || Math.abs(a.from - a.to) - Math.abs(b.from - b.to) || a.to - b.to)
  for (const { from, to } of candidates) {
    if (taken.has(from) || pairs.has(to)) continue
    taken.add(from)
    pairs.set(to, from)
  }
}

/** Those that stayed are the longest run whose old places still rise; the others have moved. */
function withMoves(rows: readonly Row[]): Row[] {
  const kept = rows.filter(({ from, to }) => from !== null && to !== null)
  const staying = new Set(longestRise(kept.map(({ from }) => from!)).map((position) => kept[position]!))
  return rows.map((row) => ({ ...row, moved: row.from !== null && row.to !== null && !staying.has(row) }))
}

/** @returns the positions of a longest rising subsequence (Fredman 1975: by halving, n log n) */
export function longestRise(numbers: readonly number[]): number[] {
  const ends: number[] = []
  const previous: number[] = []
  numbers.forEach((number, position) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (numbers[ends[middle]!]! < number) low = middle + 1
      else high = middle
    }
    previous[position] = low > 0 ? ends[low - 1]! : -1
    ends[low] = position
  })
  const rise: number[] = []
  for (let position = ends.at(-1) ?? -1; position !== -1; position = previous[position]!) rise.push(position)
  return rise.reverse()
}
