import { NATIONAL, type DocumentKind } from '../../vocabulary.js'
import { isInForce } from './inForce.js'
import { folded, type Item } from './item.js'
import { oneByOne } from './oneByOne.js'
import { relationsOf, type Relations } from './relations.js'

export const states = ['galler', 'galler-inte', 'offentlig', 'tillbakadragen', 'borttagen'] as const
export type State = (typeof states)[number]

/** What is looked for; null where it does not matter. */
export interface Wanted {
  /** Words that all stand in the title, or in the name of the edition. */
  text: string | null
  /** A county that shows it, or the literal `nationell`. */
  county: string | null
  /** The slug of a topic, in whichever county. */
  topic: string | null
  /** A part of a party's name. */
  party: string | null
  diaryNumber: string | null
  year: number | null
  state: State | null
  kind: DocumentKind | null
}

export interface Hits {
  /** In the order of the catalogue. */
  items: readonly Item[]
  /** How many there are of each kind, whichever kind is wanted. */
  counts: ReadonlyMap<DocumentKind, number>
}

/** @param day on which validity is asked, `YYYY-MM-DD` */
export async function find(items: readonly Item[], wanted: Wanted, day: string): Promise<Hits> {
  const relations = relationsOf(items)
  const isOfDay = wanted.state === 'galler' || wanted.state === 'galler-inte'
  if (isOfDay) await oneByOne(items, (item) => isInForce(item, relations, day))
  const holds = conditions(wanted, relations, day)
  const all = holds.reduce<readonly Item[]>((left, condition) => left.filter(condition), items)
  const counts = new Map<DocumentKind, number>()
  for (const { kind } of all) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return { items: wanted.kind === null ? all : all.filter(({ kind }) => kind === wanted.kind), counts }
}

type Condition = (item: Item) => boolean

function conditions(wanted: Wanted, relations: Relations, day: string): Condition[] {
  const { text, county, topic, party, diaryNumber, year, state } = wanted
  const words = folded(text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  // A strategy is found by what its editions say.
  const some = (item: Item, holds: Condition): boolean =>
    holds(item) || (item.kind === 'strategy' && relations.editionsOf(item.id).some(holds))
  const [name, number] = [folded(party ?? ''), folded(diaryNumber ?? '')]
  const topics = topic === null ? new Set<string>() : idsOf(relations, topic)
  return [
    words.length > 0 && ((item: Item) => words.every((word) => item.searched.includes(word))),
    county !== null && ((item: Item) => isShownIn(item, county)),
    topic !== null && ((item: Item) => relations.topicsOf(item).some((id) => topics.has(id))),
    party !== null && ((item: Item) => some(item, ({ parties }) => parties.includes(name))),
    diaryNumber !== null && ((item: Item) => some(item, ({ diaryNumbers }) => diaryNumbers.includes(number))),
    year !== null && ((item: Item) => isOfYear(item, year, relations)),
    state !== null && ((item: Item) => isIn(state, item, relations, day)),
  ].filter((condition) => condition !== false)
}

const idsOf = ({ byId }: Relations, slug: string): Set<string> =>
  new Set([...byId.values()].filter((item) => item.kind === 'topic' && item.slug === slug).map(({ id }) => id))

const isShownIn = ({ owner, audience }: Item, county: string): boolean =>
  owner === county || (county !== NATIONAL && (audience === 'all' || audience.includes(county)))

/** A strategy belongs to the years of its editions; before its first one to those in which it could be read. */
function isOfYear(item: Item, year: number, { editionsOf }: Relations): boolean {
  const isWithin = ({ years }: Item): boolean => years.from <= year && year <= years.until
  if (item.kind !== 'strategy') return isWithin(item)
  const editions = editionsOf(item.id).filter(({ validity }) => validity !== null)
  return editions.length > 0 ? editions.some(isWithin) : isWithin(item)
}

function isIn(state: State, item: Item, relations: Relations, day: string): boolean {
  switch (state) {
    case 'offentlig':
      return item.publication === 'PUBLIC'
    case 'tillbakadragen':
      return item.publication === 'WITHDRAWN'
    case 'borttagen':
      return item.publication === 'SEALED'
    default:
      return isInForce(item, relations, day) === (state === 'galler')
  }
}
