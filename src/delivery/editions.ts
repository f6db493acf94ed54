import { certaintyOf, effectiveValidity, resolveOn, validityOf } from '../archive/pure/inForce.js'
import type { Contents } from '../archive/pure/model.js'
import type { Certainty, EditionValidity, Resolution, ValidityState } from '../archive/pure/validity.js'
import type { Found, View } from '../archive/read/view.js'
import { todayOf, type Scope } from './scope.js'
import { allMaybe, mapMaybe, type MaybePromise } from './maybe.js'
import { serve, type Served } from './served.js'

/** An edition with what tells when it is in force. A sealed one keeps its place in time: only its content is gone. */
export interface Placed extends EditionValidity {
  found: Found
  supersedesInPart: Contents['edition']['facts']['supersedesInPart']
}

/** The editions of a strategy that were known at the moment, by number. Read once in each scope. */
export function editionsOf({ view, memo }: Scope, strategy: string): MaybePromise<Placed[]> {
  const known = memo.editions.get(strategy) as MaybePromise<Placed[]> | undefined
  const editions = known ?? placedEditions(view, strategy)
  memo.editions.set(strategy, editions)
  return editions
}

function placedEditions(view: View, strategy: string): MaybePromise<Placed[]> {
  const readable = view.editionsOf(strategy).filter((found) => found.seal?.record.action !== 'DISPOSE')
  const placed = allMaybe(
    readable.map((found) => mapMaybe(view.snapshot<'edition'>(found.published), ({ facts }) => placeOf(found, facts))),
  )
  return mapMaybe(placed, (all) => all.sort((one, other) => one.number - other.number))
}

function placeOf(found: Found, facts: Contents['edition']['facts']): Placed {
  const { number, validFrom, validUntil, repeal, supersedes, supersedesInPart } = facts
  const label = found.seal ? null : facts.label
  const repealedFrom = repeal?.from ?? null
  return { id: found.id, found, number, label, validFrom, validUntil, repealedFrom, supersedes, supersedesInPart }
}

export interface Resolved {
  scope: Scope
  day: string
  strategy: string
  resolution: Resolution<Placed>
}

export const resolveStrategy = (scope: Scope, strategy: string, day: string): MaybePromise<Resolved> =>
  mapMaybe(editionsOf(scope, strategy), (all) => ({
    scope,
    day,
    strategy,
    resolution: resolveOn(all, day, todayOf(scope)),
  }))

/** @returns null for an edition whose dates nobody may read any more */
export const validityOn = (
  scope: Scope,
  strategy: string,
  edition: string,
  day: string,
): MaybePromise<{ state: ValidityState; certainty: Certainty } | null> =>
  mapMaybe(editionsOf(scope, strategy), (all) => {
    const own = all.find(({ id }) => id === edition)
    return own ? { state: validityOf(own, all, day), certainty: certaintyOf(own, all, day) } : null
  })

/** Its own last day, or the day on which one that supersedes it begins. */
export const effectiveUntil = (scope: Scope, strategy: string, edition: string): MaybePromise<string | null> =>
  mapMaybe(editionsOf(scope, strategy), (all) => {
    const own = all.find(({ id }) => id === edition)
    return own ? effectiveValidity(own, all).until : null
  })

export const serveEdition = (scope: Scope, { found }: Placed): Served<'edition'> | Promise<Served<'edition'>> =>
  serve<'edition'>(found, scope)

export type Evidence = Contents['edition']['facts']['priorPublication'][number] & { edition: string }

/** Where editions were public before this archive knew them, as it is known today. */
export function priorPublication(today: View, strategy: string): MaybePromise<Evidence[]> {
  const contents = today.editionsOf(strategy).flatMap(({ content }) => content ?? [])
  return mapMaybe(allMaybe(contents.map((content) => today.snapshot<'edition'>(content))), (snapshots) =>
    snapshots
      .map(({ facts }) => facts)
      .toSorted((one, other) => one.number - other.number)
      .flatMap((one) => one.priorPublication.map((evidence) => ({ ...evidence, edition: one.label }))),
  )
}
