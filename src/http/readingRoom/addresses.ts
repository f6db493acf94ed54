import type { Instant } from '../../archive/pure/model.js'
import { both, type Both, type Speech } from '../../delivery/speech.js'

export { both, type Both, type Speech }

export const ROOT: Both<string> = { sv: '/arkiv', en: '/arkiv/en' }

/** What can be fetched of a record as exact bytes. */
export const parts = ['text', 'post', 'kvitto'] as const
export type Part = (typeof parts)[number]

/** The pages of the room. Each has one lasting address in each language, and the English one says so in its path. */
export type Place =
  | { page: 'find' }
  | { page: 'document'; id: string }
  | { page: 'record'; id: string }
  | { page: 'part'; id: string; part: Part }
  | { page: 'compare' }
  | { page: 'tracks' }
  | { page: 'check' }
  /** The map of pages for search engines; its parts are counted from 1. */
  | { page: 'map'; part: number | null }
  /** Below the room, where there is no page. */
  | { page: 'missing' }

/** The id of a document or a record. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const MAP = /^sitemap(?:-([1-9]\d{0,3}))?\.xml$/

/** A page in one of the room's languages. */
export interface Addressed {
  place: Place
  speech: Speech
}

/** @returns undefined for what is not in the room at all */
export function placeOf(path: string): Addressed | undefined {
  const [, root, ...rest] = path.split('/')
  if (root !== 'arkiv') return undefined
  const speech = rest[0] === 'en' ? 'en' : 'sv'
  const place = pageAt(speech === 'en' ? rest.slice(1) : rest)
  return { place: place ?? { page: 'missing' }, speech }
}

function pageAt([first, second, third, ...more]: readonly string[]): Place | undefined {
  if (more.length > 0) return undefined
  if (first === undefined) return { page: 'find' }
  if (first === 'post' && second !== undefined && UUID.test(second)) {
    if (third === undefined) return { page: 'record', id: second }
    const part = parts.find((one) => one === third)
    return part && { page: 'part', id: second, part }
  }
  if (second !== undefined) return undefined
  if (UUID.test(first)) return { page: 'document', id: first }
  const map = MAP.exec(first)
  if (map) return { page: 'map', part: map[1] === undefined ? null : Number(map[1]) }
  return pages.get(first)
}

const pages = new Map<string, Place>([
  ['jamfor', { page: 'compare' }],
  ['rensa-spar', { page: 'tracks' }],
  ['kontrollera', { page: 'check' }],
])

export interface Moment {
  knownAt?: Instant | string | null
  validAt?: string | null
  /** The language of the text, where it is not the room's own. */
  language?: string | null
}

const query = (values: Readonly<Record<string, string | null | undefined>>): string => {
  const set = Object.entries(values).filter((pair): pair is [string, string] => pair[1] != null && pair[1] !== '')
  // A colon may stand in a question as it is, and an instant is easier to read and to copy with it.
  return set.length > 0 ? `?${new URLSearchParams(set).toString().replaceAll('%3A', ':')}` : ''
}

/** Addresses inside the room, without the origin. */
export const at = {
  find: (speech: Speech, wanted: Readonly<Record<string, string | null>> = {}): string => ROOT[speech] + query(wanted),
  document: (speech: Speech, id: string, { validAt, knownAt, language }: Moment = {}): string =>
    `${ROOT[speech]}/${id}${query({ validAt, knownAt, language })}`,
  record: (speech: Speech, id: string): string => `${ROOT[speech]}/post/${id}`,
  part: (id: string, part: Part): string => `${ROOT.sv}/post/${id}/${part}`,
  compare: (speech: Speech, from?: string, to?: string, language?: string): string =>
    `${ROOT[speech]}/jamfor${query({ fran: from, till: to, language })}`,
  tracks: (speech: Speech): string => `${ROOT[speech]}/rensa-spar`,
  map: (part: number | null = null): string => `${ROOT.sv}/sitemap${part === null ? '' : `-${part}`}.xml`,
  check: (speech: Speech): string => `${ROOT[speech]}/kontrollera`,
}
