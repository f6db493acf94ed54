import { existsSync, readFileSync } from 'node:fs'

const page = new URL('../../../shared/real/vald-i-nara-relationer.txt', import.meta.url)

/** The county's own page as it once stood, where it is at hand; it is not a part of the repository. */
export const realPage = existsSync(page) ? readFileSync(page, 'utf8') : undefined

/** The words between two others. */
const between = (text: string, before: string, after: string): string => {
  const start = text.indexOf(before)
  const end = text.indexOf(after, start)
  if (start < 0 || end < 0) throw new Error(`The page has no “${before} … ${after}”.`)
  return text.slice(start + before.length, end)
}

/** The parties in the order of the page's own sentence. */
export const partiesIn = (text: string): string[] =>
  between(text, 'i samarbete mellan ', '. Länsstyrelsen samordnar')
    .split(/,| samt | och /)
    .map((name) => name.trim())

/** The mandate's tasks: the page's bullets. */
export const tasksIn = (text: string): string[] =>
  [...between(text, 'inom sitt ansvarsområde', 'Under 2013').matchAll(/•\s+(.+)/g)].map(([, task]) => task ?? '')
