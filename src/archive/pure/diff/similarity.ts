/** Pairs that are looked at beside each other; of more parts, only those that stand about as far down. */
const MOST_PAIRS = 10_000
/** Words of a part that count for its likeness. */
const MOST_WORDS = 500

export interface Likeness {
  one: number
  other: number
  /** 0 for no word in common to 1 for the same words (Sørensen–Dice, over words with their counts). */
  likeness: number
}

/** @returns all pairs of at least that likeness, by their positions */
export function alikeAmong(ones: readonly string[], others: readonly string[], least: number): Likeness[] {
  const numbers = new Map<string, number>()
  const [some, more] = [ones.map((text) => bagOf(text, numbers)), others.map((text) => bagOf(text, numbers))]
  const reach = Math.max(1, Math.floor(MOST_PAIRS / Math.max(1, some.length)))
  const found: Likeness[] = []
  some.forEach((bag, one) => {
    const middle = Math.round((one * more.length) / some.length)
    const from = Math.max(0, Math.min(middle - (reach >> 1), more.length - reach))
    for (let other = from; other < Math.min(more.length, from + reach); other += 1) {
      const likeness = likenessOf(bag, more[other]!, least)
      if (likeness >= least) found.push({ one, other, likeness })
    }
  })
  return found
}

/** The words of a text as numbers, in rising order, each as often as it stands there. */
function bagOf(text: string, numbers: Map<string, number>): Int32Array {
  const bag: number[] = []
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    const number = numbers.get(word) ?? numbers.size
    numbers.set(word, number)
    bag.push(number)
    if (bag.length === MOST_WORDS) break
  }
  return Int32Array.from(bag).sort()
}

function likenessOf(one: Int32Array, other: Int32Array, least: number): number {
  const all = one.length + other.length
  // So unequal in length that no words could make them alike.
  if (all === 0 || (2 * Math.min(one.length, other.length)) / all < least) return 0
  let [common, i, j] = [0, 0, 0]
  while (i < one.length && j < other.length) {
    const difference = one[i]! - other[j]!
    if (difference === 0) common += 1
    if (difference <= 0) i += 1
    if (difference >= 0) j += 1
  }
  return (2 * common) / all
}
