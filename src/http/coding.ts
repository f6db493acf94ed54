export type Coding = 'br' | 'gzip' | 'identity'

/** What readers send, and what it means: browsers and libraries send a few forms only. */
const known = new Map<string, Coding>()

/** The first of ours that the reader does not refuse. @param header `Accept-Encoding` */
export function codingOf(header: string | string[] | undefined): Coding {
  if (header === undefined) return 'identity'
  const accepted = String(header)
  const before = known.get(accepted)
  if (before) return before
  const coding = read(accepted)
  if (known.size < 100) known.set(accepted, coding)
  return coding
}

function read(accepted: string): Coding {
  for (const coding of ['br', 'gzip'] as const)
    if (new RegExp(`(?<![\\w-])${coding}(?![\\w-])(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`, 'i').test(accepted))
      return coding
  return 'identity'
}
