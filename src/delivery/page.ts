import { ServiceError } from '../errors.js'
import type { MaybePromise } from './maybe.js'
import type { Unserved } from './served.js'

/** Items in one page at most, and when nothing is said. */
export const MAX_PAGE = 100
export const DEFAULT_PAGE = 20

export interface Sorted<T> {
  node: T
  /** What the list is ordered by; equal keys are ordered by id. */
  key: string
  id: string
}

/** A place in an order: of an item that stands there now, or once did. */
export interface Place {
  key: string
  id: string
}

export interface Edge<T> {
  node: T
  place: Place
}

export interface PageInfo {
  hasNextPage: boolean
  hasPreviousPage: boolean
  first: Place | null
  last: Place | null
}

export interface Page<T> {
  items: readonly Sorted<T>[]
  totalCount: number
  pageInfo: PageInfo
}

/** A page as it is answered: what stands on it may have to be read first. */
export interface Listed<T> {
  readonly edges: MaybePromise<Edge<T>[]>
  readonly nodes: MaybePromise<T[]>
  readonly totalCount: number
  readonly pageInfo: PageInfo
  /** The same documents without their texts, where they can be told without. */
  readonly unserved?: readonly Unserved[]
}

/** A page of what is told as it stands. */
export const listed = <T>({ items, ...rest }: Page<T>): Listed<T> => ({
  ...rest,
  nodes: items.map(({ node }) => node),
  edges: items.map((item) => ({ node: item.node, place: item })),
})

export type Compare = (one: string, other: string) => number

export const newestFirst: Compare = (one, other) => (one < other ? 1 : one > other ? -1 : 0)
const swedish = new Intl.Collator('sv')
export const alphabetical: Compare = (one, other) => swedish.compare(one, other)

const orderBy =
  (compare: Compare) =>
  (one: Place, other: Place): number =>
    compare(one.key, other.key) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

export const inOrder = <T>(items: readonly Sorted<T>[], compare: Compare): Sorted<T>[] =>
  items.toSorted(orderBy(compare))

/**
 * One page of a list that stands in order already. A cursor names a place in the order, not a row: it holds when the row is gone.
 *
 * @throws ServiceError BAD_INPUT for a page that is too large and a cursor that is not one of ours
 */
export function pageOf<T>(
  sorted: readonly Sorted<T>[],
  compare: Compare,
  { first, after }: { first?: number | null; after?: string | null },
): Page<T> {
  const size = sizeOf(first)
  const order = orderBy(compare)
  const from = after == null ? 0 : firstAfter(placeOf(after), sorted, order)
  const chosen = sorted.slice(from, from + size)
  return {
    items: chosen,
    totalCount: sorted.length,
    pageInfo: {
      hasNextPage: from + size < sorted.length,
      hasPreviousPage: from > 0,
      first: chosen[0] ?? null,
      last: chosen.at(-1) ?? null,
    },
  }
}

/** The position of the first item behind the place, found by halving. */
function firstAfter(place: Place, sorted: readonly Place[], order: (one: Place, other: Place) => number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (order(sorted[middle]!, place) > 0) high = middle
    else low = middle + 1
  }
  return low
}

/** A place as readers carry it: made only where it is asked for. */
export const cursorOf = ({ key, id }: Place): string => Buffer.from(JSON.stringify([key, id])).toString('base64url')

function placeOf(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(place) && place.length === 2 && place.every((part) => typeof part === 'string'))
      return { key: String(place[0]), id: String(place[1]) }
  } catch {
    // Answered below: the reader learns what to send instead.
  }
  throw new ServiceError('BAD_INPUT', {
    sv: 'after är ingen markör härifrån. Använd pageInfo.endCursor från förra sidan.',
    en: 'after is not a cursor of this service. Use pageInfo.endCursor of the page before.',
  })
}

function sizeOf(first: number | null | undefined): number {
  const size = first ?? DEFAULT_PAGE
  if (isPageSize(size)) return size
  throw badPageSize(size)
}

export const isPageSize = (size: number): boolean => size >= 0 && size <= MAX_PAGE

export const badPageSize = (size: number): ServiceError =>
  new ServiceError('BAD_INPUT', {
    sv: `first är ${size}, men får vara 0–${MAX_PAGE}. Hämta fler med after.`,
    en: `first is ${size}, but may be 0 to ${MAX_PAGE}. Fetch more with after.`,
  })
