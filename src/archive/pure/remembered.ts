/** Different texts that one function is remembered for: of dates, decades of days. Longer ones are somebody's nonsense. */
const MOST = 5_000
const LONGEST = 30

/** A pure function of a text that is asked for the same few texts again and again: worked out once for each. */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const result = work(text)
    // A flood of others costs what asking without memory costs.
    if (text.length > LONGEST) return result
    if (known.size >= MOST) known.clear()
    known.set(text, result)
    return result
  }
}
