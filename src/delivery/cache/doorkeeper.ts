/** Keys that are remembered at least, and at most twice as many. */
const MOST = 20_000

/**
 * Tells whether something was asked for of late, and remembers that it was asked for now: in a few bytes for each, and so
 * that of a billion keys it takes a few for each other.
 *
 * @see https://arxiv.org/abs/1512.00727 TinyLFU, whose doorkeeper this is
 */
export function createDoorkeeper(): (key: string) => boolean {
  // Two generations: the older one goes when the younger one is full.
  let young = new Set<number>()
  let old = new Set<number>()
  return (key) => {
    const hash = hashOf(key)
    if (young.has(hash)) return true
    const isKnown = old.has(hash)
    young.add(hash)
    if (young.size > MOST) [old, young] = [young, new Set()]
    return isKnown
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5 | 0
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}
