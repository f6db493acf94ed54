import { randomBytes } from 'node:crypto'

const longest = 80
const plain = /^utkast-[0-9a-f]{8}$/

/** A slug out of a title: å and ä become a, ö becomes o, other accents go. Empty where nothing is left. */
export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '')

/** What a draft is called until it has a name of its own; unique, since the database asks for that of drafts as well. */
export const draftSlug = (): string => `utkast-${randomBytes(4).toString('hex')}`

export const isDraftSlug = (slug: string): boolean => plain.test(slug)
