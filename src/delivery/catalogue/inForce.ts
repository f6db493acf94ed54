import { certaintyOf, resolveOn, validityOf } from '../../archive/pure/inForce.js'
import type { EditionValidity, ValidityState } from '../../archive/pure/validity.js'
import type { Item } from './item.js'
import type { Relations } from './relations.js'

const inForce = new WeakMap<Relations, { day: string; known: Map<string, boolean | undefined> }>()

/** Whether it is in force on the day; undefined for what is never in force or out of it. Worked out once a day. */
export function isInForce(item: Item, relations: Relations, day: string): boolean | undefined {
  if (item.kind !== 'edition' && item.kind !== 'strategy') return undefined
  const today = inForce.get(relations)
  const known = today?.day === day ? today.known : new Map<string, boolean | undefined>()
  inForce.set(relations, { day, known })
  if (!known.has(item.id)) known.set(item.id, workOut(item, relations, day))
  return known.get(item.id)
}

function workOut(item: Item, relations: Relations, day: string): boolean | undefined {
  if (item.kind === 'edition') {
    const validity = editionOn(item, relations, day)
    return validity && validity.state === 'IN_FORCE'
  }
  return resolveOn(validities(item.id, relations), day).state === 'IN_FORCE'
}

/** @returns undefined for what is no edition, or one whose dates nobody may read any more */
export function editionOn(
  { validity, strategy }: Item,
  relations: Relations,
  day: string,
): { state: ValidityState; isCertain: boolean } | undefined {
  if (!validity || !strategy) return undefined
  const all = validities(strategy, relations)
  return { state: validityOf(validity, all, day), isCertain: certaintyOf(validity, all, day) === 'CERTAIN' }
}

const validities = (strategy: string, { editionsOf }: Relations): EditionValidity[] =>
  editionsOf(strategy).flatMap(({ validity }) => (validity ? [validity] : []))
