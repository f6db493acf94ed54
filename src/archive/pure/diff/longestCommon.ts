import type { Allowance } from './allowance.js'

/** Bits of a word: so few that a sum of two words and a carry is still a small integer. */
const BITS = 30
const ALL = 2 ** BITS - 1

/**
 * What two orders have in common in the same order, as much of it as there is: of equally long ones, that which begins
 * first. Thirty places of the older order are looked at in one step.
 *
 * @returns pairs of places, rising in both; none where that would take more than the allowance
 * @see Hyyrö 2004, Bit-Parallel LCS-length Computation Revisited
 */
export function longestCommon(before: Int32Array, after: Int32Array, allowance: Allowance): [number, number][] {
  const [n, m] = [before.length, after.length]
  if (n * m > allowance.pairs) return []
  allowance.pairs -= n * m
  const rows = rowsOf(before, after)
  const width = Math.ceil(n / BITS)
  const pairs: [number, number][] = []
  let [one, other] = [0, 0]
  while (one < n && other < m) {
    const bit = n - 1 - one
    if (before[one] === after[other]) pairs.push([one++, other++])
    // Whether as much is in common without this one.
    else if ((rows[other * width + Math.floor(bit / BITS)]! >>> (bit % BITS)) & 1) one += 1
    else other += 1
  }
  return pairs
}

/**
 * A row for each place of the newer order, a bit for each of the older one, from its end: 0 where what follows both places
 * has one more in common than what follows the next place of the older order.
 */
function rowsOf(before: Int32Array, after: Int32Array): Int32Array {
  const width = Math.ceil(before.length / BITS)
  const masks = masksOf(before, width)
  const rows = new Int32Array(after.length * width)
  const row = new Int32Array(width).fill(ALL)
  for (let place = after.length - 1; place >= 0; place -= 1) {
    const mask = masks.get(after[place]!)!
    let carry = 0
    for (let word = 0; word < width; word += 1) {
      const [bits, equal] = [row[word]!, mask[word]!]
      const sum = bits + (bits & equal) + carry
      carry = sum >>> BITS
      row[word] = (sum & ALL) | (bits & ~equal)
    }
    rows.set(row, place * width)
  }
  return rows
}

/** Where each value stands, as bits from the end. */
function masksOf(before: Int32Array, width: number): Map<number, Int32Array> {
  const masks = new Map<number, Int32Array>()
  before.toReversed().forEach((value, bit) => {
    const mask = masks.get(value) ?? new Int32Array(width)
    masks.set(value, mask)
    mask[Math.floor(bit / BITS)]! |= 1 << (bit % BITS)
  })
  return masks
}
