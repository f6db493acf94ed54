import { certaintyOf, effectiveValidity, resolveOn, validityOf } from '../archive/pure/inForce.js'
import type { Contents } from '../archive/pure/model.js'
import type { Certainty, EditionValidity, Resolution, ValidityState } from '../archive/pure/validity.js'
import type { Found, View } from '../archive/read/view.js'
import { todayOf, type Scope } from './scope.js'
import { serve, type Served } from './served.js'

/** An edition with what tells when it is in force. A sealed one keeps its place in time: only its content is gone. */
export interface Placed extends EditionValidity {
  found: Found
  supersedesInPart: Contents['edition']['facts']['supersedesInPart']
}

const known = new WeakMap<View, Map<string, Promise<Placed[]>>>()

/** The editions of a strategy that were known at the moment, by number. Read once for each view. */
export function editionsOf({ view }: Scope, strategy: string): Promise<Placed[]> {
  const ofView = known.get(view) ?? new Map<string, Promise<Placed[]>>()
  known.set(view, ofView)
  const editions = ofView.get(strategy) ?? placedEditions(view, strategy)
  ofView.set(strategy, editions)
  return editions
}

async function placedEditions(view: View, strategy: string): Promise<Placed[]> {
  const readable = view.editionsOf(strategy).filter((found) => found.seal?.record.action !== 'DISPOSE')
  const placed = await Promise.all(
    readable.map(async (found): Promise<Placed> => {
      const { facts } = await view.snapshot<'edition'>(found.published)
      const { number, validFrom, validUntil, repeal, supersedes, supersedesInPart } = facts
      return {
        id: found.id,
        found,
        number,
        label: found.seal ? null : facts.label,
        validFrom,
        validUntil,
        repealedFrom: repeal?.from ?? null,
        supersedes,
        supersedesInPart,
      }
    }),
  )
  return placed.sort((one, other) => one.number - other.number)
}

export interface Resolved {
  scope: Scope
  day: string
  strategy: string
  resolution: Resolution<Placed>
}

export async function resolveStrategy(scope: Scope, strategy: string, day: string): Promise<Resolved> {
  return { scope, day, strategy, resolution: resolveOn(await editionsOf(scope, strategy), day, todayOf(scope)) }
}

/** @returns null for an edition whose dates nobody may read any more */
export async function validityOn(
  scope: Scope,
  strategy: string,
  edition: string,
  day: string,
): Promise<{ state: ValidityState; certainty: Certainty } | null> {
  const all = await editionsOf(scope, strategy)
  const own = all.find(({ id }) => id === edition)
  return own ? { state: validityOf(own, all, day), certainty: certaintyOf(own, all, day) } : null
}

/** Its own last day, or the day on which one that supersedes it begins. */
export async function effectiveUntil(scope: Scope, strategy: string, edition: string): Promise<string | null> {
  const all = await editionsOf(scope, strategy)
  const own = all.find(({ id }) => id === edition)
  return own ? effectiveValidity(own, all).until : null
}

export const serveEdition = (scope: Scope, { found }: Placed): Served<'edition'> | Promise<Served<'edition'>> =>
  serve<'edition'>(found, scope)

export type Evidence = Contents['edition']['facts']['priorPublication'][number] & { edition: string }

/** Where editions were public before this archive knew them, as it is known today. */
export async function priorPublication(today: View, strategy: string): Promise<Evidence[]> {
  const readable = today.editionsOf(strategy).filter((found) => found.content !== null)
  const facts = await Promise.all(
    readable.map(async (found) => (await today.snapshot<'edition'>(found.content ?? found.published)).facts),
  )
  return facts
    .toSorted((one, other) => one.number - other.number)
    .flatMap((one) => one.priorPublication.map((evidence) => ({ ...evidence, edition: one.label })))
}
