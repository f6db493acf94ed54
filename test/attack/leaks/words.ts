/** Words that stand in one place alone, so that whoever meets one knows where it came from. */
export interface Words {
  /** What nobody outside may ever meet. @param where in plain words */
  hidden(where: string): string
  /** What everybody may meet: a search that finds none of these finds nothing. */
  open(where: string): string
  /** What is hidden and was not made up here: ids, digests, keys, addresses. */
  keep(where: string, secret: string): void
  /** Where the hidden things come from that stand in a text, but for those that the asker has sent. */
  foundIn(text: string, sent: string): string[]
  /** Open words that were met in all texts so far, and those that were not. */
  met(): { open: string[]; never: string[] }
}

const HIDDEN = /xq7v\d+z/gi
const OPEN = /yq7v\d+z/gi
/** A cursor: a JSON array in base64url. */
const CURSOR = /WyI[\w-]+/g

export function createWords(): Words {
  const hidden = new Map<string, string>()
  const open = new Map<string, string>()
  const kept = new Map<string, string>()
  const met = new Set<string>()
  const word = (words: Map<string, string>, letter: string, where: string): string => {
    const made = `${letter}q7v${words.size}z`
    words.set(made, where)
    return made
  }
  return {
    hidden: (where) => word(hidden, 'x', where),
    open: (where) => word(open, 'y', where),
    keep: (where, secret) => void kept.set(secret, where),
    foundIn: (text, sent) => {
      const cursors = [...text.matchAll(CURSOR)].map(([cursor]) => Buffer.from(cursor, 'base64url').toString())
      const whole = [text, ...cursors].join('\n')
      for (const [one] of whole.matchAll(OPEN)) if (!sent.includes(one)) met.add(one.toLowerCase())
      const words = [...whole.matchAll(HIDDEN)].map(([one]) => [one, hidden.get(one.toLowerCase()) ?? one] as const)
      const secrets = [...kept].filter(([secret]) => whole.includes(secret))
      return [...words, ...secrets].filter(([one]) => !sent.includes(one)).map(([one, where]) => `${where} (${one})`)
    },
    met: () => ({
      open: [...open].filter(([one]) => met.has(one)).map(([, where]) => where),
      never: [...open].filter(([one]) => !met.has(one)).map(([, where]) => where),
    }),
  }
}
