import type { Allowance } from './allowance.js'
import { longestCommon } from './longestCommon.js'

/** A stretch that both orders have, or only one of them. */
export interface Edit {
  change: 'SAME' | 'REMOVED' | 'ADDED'
  count: number
}

/**
 * The fewest removals and additions that make one order of the other; where both stand together, what was removed comes
 * first. Beyond the allowance all between what is the same at both ends is removed and added.
 */
export function editsBetween(older: readonly string[], newer: readonly string[], allowance: Allowance): Edit[] {
  const numbers = new Map<string, number>()
  const [before, after] = [numbered(older, numbers), numbered(newer, numbers)]
  const edits: Edit[] = []
  const add = (change: Edit['change'], count: number): void => {
    const last = edits.at(-1)
    if (count === 0) return
    if (last?.change === change) last.count += count
    else edits.push({ change, count })
  }
  let [from, to] = [0, 0]
  const meetAt = (one: number, other: number, count: number): void => {
    add('REMOVED', one - from)
    add('ADDED', other - to)
    add('SAME', count)
    ;[from, to] = [one + count, other + count]
  }
  const start = sameAtStart(before, after)
  const end = sameAtEnd(before, after, start)
  meetAt(0, 0, start)
  const [some, others] = [between(before, after, start, end), between(after, before, start, end)]
  const common = longestCommon(valuesAt(before, some), valuesAt(after, others), allowance)
  for (const [one, other] of common) meetAt(some[one]!, others[other]!, 1)
  meetAt(before.length - end, after.length - end, end)
  return edits
}

/** Numbers are quicker to compare than texts. */
function numbered(keys: readonly string[], numbers: Map<string, number>): Int32Array {
  const result = new Int32Array(keys.length)
  keys.forEach((key, place) => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    result[place] = number
  })
  return result
}

function sameAtStart(before: Int32Array, after: Int32Array): number {
  let count = 0
  while (count < Math.min(before.length, after.length) && before[count] === after[count]) count += 1
  return count
}

function sameAtEnd(before: Int32Array, after: Int32Array, start: number): number {
  const most = Math.min(before.length, after.length) - start
  let count = 0
  while (count < most && before[before.length - 1 - count] === after[after.length - 1 - count]) count += 1
  return count
}

/** The places, between what is the same at both ends, of what the other order has there too. */
function between(some: Int32Array, others: Int32Array, start: number, end: number): number[] {
  const known = new Set(others.subarray(start, others.length - end))
  const places: number[] = []
  for (let place = start; place < some.length - end; place += 1) if (known.has(some[place]!)) places.push(place)
  return places
}

function valuesAt(all: Int32Array, places: readonly number[]): Int32Array {
  const values = new Int32Array(places.length)
  places.forEach((place, position) => (values[position] = all[place]!))
  return values
}
