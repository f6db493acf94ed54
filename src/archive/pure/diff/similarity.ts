/** Pairs that are looked at beside each other, and words in them; of more parts, only those that stand about as far down. */
const MOST_PAIRS = { all: 10_000, words: 1_000_000 }
/** Words of a part that count for its likeness, and of all parts together. */
const MOST_WORDS = { each: 500, all: 40_000 }

/** Characters of a word that is longer than most. */
const LONG_WORD = 40

export interface Likeness {
  one: number
  other: number
  /** 0 for no word in common to 1 for the same words (Sørensen–Dice, over words with their counts). */
  likeness: number
}

/** @returns all pairs of at least that likeness, by their positions */
export function alikeAmong(ones: readonly string[], others: readonly string[], least: number): Likeness[] {
  const numbers = new Map<string, number>()
  const most = Math.min(MOST_WORDS.each, Math.ceil(MOST_WORDS.all / (ones.length + others.length)))
  const bags = (texts: readonly string[]): Int32Array[] => texts.map((text) => bagOf(text, numbers, most))
  const [some, more] = [bags(ones), bags(others)]
  const words =
    [...some, ...more].reduce((sum, { length }) => sum + length, 0) / Math.max(1, (some.length + more.length) / 2)
  const pairs = Math.min(MOST_PAIRS.all, MOST_PAIRS.words / Math.max(1, words))
  const reach = Math.max(1, Math.floor(pairs / Math.max(1, some.length)))
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
function bagOf(text: string, numbers: Map<string, number>, most: number): Int32Array {
  const words =
    text
      .slice(0, most * LONG_WORD)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const bag = new Int32Array(Math.min(words.length, most))
  for (let place = 0; place < bag.length; place += 1) {
    const number = numbers.get(words[place]!) ?? numbers.size
    numbers.set(words[place]!, number)
    bag[place] = number
  }
  return bag.sort()
}

function likenessOf(one: Int32Array, other: Int32Array, least: number): number {
  const all = one.length + other.length
  if (all === 0) return 0
  // What may be without its like in the shorter one, before nothing could make them alike.
  let spare = Math.min(one.length, other.length) - (least * all) / 2
  const [few, many] = one.length <= other.length ? [one, other] : [other, one]
  let [common, i, j] = [0, 0, 0]
  while (spare >= 0 && i < few.length) {
    const difference = j < many.length ? few[i]! - many[j]! : -1
    if (difference === 0) common += 1
    else if (difference < 0) spare -= 1
    if (difference <= 0) i += 1
    if (difference >= 0) j += 1
  }
  return (2 * common) / all
}
