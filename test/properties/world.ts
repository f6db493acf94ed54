import { clockFrom, numbered, type Clock } from '../reading/reading.js'
import type { TestDatabase } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'

/** A whole service on one database, its clock, ids and salts given, with what the test knows of the acts done to it. */
export interface World {
  editorial: TestEditorial
  site: PublicSide
  clock: Clock
  documents: Document[]
  /** Every address that was ever given, with the kind of document that it leads to. */
  slugs: { slug: string; kind: Kind }[]
  media: string[]
  texts: Text[]
  close(): Promise<void>
}

export interface Document {
  id: string
  kind: Kind
  /** Another row refers to this one. Such a row is not removed here: the databases differ in what becomes of the other. */
  isNamed: boolean
  isRemoved: boolean
}

export type Kind = 'news' | 'strategy' | 'edition'

/** A word that stands in one text alone, and when readers may meet it. */
export interface Text {
  word: string
  document: string | null
  /** Null for a draft, and where it was refused. */
  from: string | null
  /** Cancelled before its instant, sealed, or disposed of. */
  isGone: boolean
}

export async function startWorld(database: TestDatabase): Promise<World> {
  const clock = clockFrom('2026-01-01T08:00:00.000Z')
  const editorial = await startEditorial(database, { time: { now: clock.now, ...numbered() } })
  const site = await startPublic(editorial, { now: clock.now })
  const close = async (): Promise<void> => {
    await site.close()
    await discard(editorial)
  }
  return { editorial, site, clock, documents: [], slugs: [], media: [], texts: [], close }
}

export class NothingThere extends Error {}

export const documentWith = (id: string, kind: Kind): Document => ({ id, kind, isNamed: false, isRemoved: false })

/** Those that can be referred to. */
export const ofKind = ({ documents }: World, kind: Kind): Document[] =>
  documents.filter((one) => one.kind === kind && !one.isRemoved)

/** One that is referred to from now on. */
export function named(all: readonly Document[], number: number): string {
  const one = pick(all, number)
  one.isNamed = true
  return one.id
}

export function pick<T>(all: readonly T[], number: number): T {
  if (all.length === 0) throw new NothingThere()
  return all[number % all.length]!
}
