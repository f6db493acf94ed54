/** Characters of one value: longer ones are no question of a person. */
const LONGEST = 200

/** What the pages of the room can be asked; all else in an address is passed over, and makes no page of its own. */
const names = [
  ...['q', 'lan', 'amne', 'part', 'dnr', 'ar', 'tillstand', 'typ', 'sida'],
  ...['knownAt', 'validAt', 'language', 'fran', 'till', 'handelser', 'post'],
]

/** Each question once, in a lasting order, without characters that are no text. */
export function askedIn(query: URLSearchParams): ReadonlyMap<string, string> {
  const asked = new Map<string, string>()
  for (const name of names) {
    const value = (query.get(name) ?? '')
      .slice(0, LONGEST)
      .replaceAll(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, ' ')
      .trim()
    if (value !== '') asked.set(name, value)
  }
  return asked
}

/** All that a page depends on. */
export const keyOf = (path: string, asked: ReadonlyMap<string, string>): string =>
  `room ${path}?${new URLSearchParams([...asked]).toString()}`
