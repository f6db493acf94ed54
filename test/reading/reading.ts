import type { Payload } from 'payload'
import { createLocalReq } from 'payload'
import { openArchive, type OpenArchive } from '../../src/archive/read/openArchive.js'
import { createShelf, type Shelf } from '../../src/archive/read/shelf.js'
import { createViews, type Found, type View } from '../../src/archive/read/view.js'
import type { GovernedCollection } from '../../src/vocabulary.js'
import { takeDown } from '../../src/workflow/takeDown.js'
import type { TestDatabase } from '../support/databases.js'
import { startEditorial, type TestEditorial } from '../support/service.js'

/** A service whose editors write and whose archive is read on a connection of its own, by one clock that a test moves. */
export interface Reading {
  editorial: TestEditorial
  payload: Payload
  archive: OpenArchive
  shelf: Shelf
  clock: Clock
  /** What a request sees an hour later: it has followed first, and has views of its own. */
  view(knownAt?: string): Promise<View>
  withdraw(collection: GovernedCollection, id: string, shownAs?: 'explained' | 'gone'): Promise<void>
  seal(collection: GovernedCollection, id: string): Promise<void>
  close(): Promise<void>
}

export interface Clock {
  now(): string
  /** Moves on, and tells the new moment. */
  pass(hours?: number): string
  /** Moves on to that moment. */
  moveTo(instant: string): void
}

const HOUR = 3_600_000

export function clockFrom(start: string): Clock {
  let milliseconds = Date.parse(start)
  const now = (): string => new Date(milliseconds).toISOString()
  return {
    now,
    pass: (hours = 1) => {
      milliseconds += hours * HOUR
      return now()
    },
    moveTo: (instant) => {
      milliseconds = Date.parse(instant)
    },
  }
}

/** Ids and salts in the order in which they are asked for, so that two databases are given the same. */
export function numbered(): { newId: () => string; newSalt: () => string } {
  let count = 0
  const next = (): string => String((count += 1))
  return {
    newId: () => `00000000-0000-4000-8000-${next().padStart(12, '0')}`,
    newSalt: () => next().padStart(64, '0'),
  }
}

export async function startReading(database: TestDatabase, start = '2026-01-01T08:00:00.000Z'): Promise<Reading> {
  const clock = clockFrom(start)
  const editorial = await startEditorial(database, { time: { now: clock.now, ...numbered() } })
  const { payload } = editorial
  const archive = await openArchive(editorial)
  const shelf = createShelf({ reader: archive.reader, now: clock.now })
  return {
    editorial,
    payload,
    archive,
    shelf,
    clock,
    view: async (knownAt) => {
      clock.pass()
      await shelf.follow()
      return createViews(shelf, archive.reader)(knownAt ?? null)
    },
    withdraw: async (collection, id, shownAs = 'explained') => {
      const withdrawal = { shownAs, redirectTo: null }
      await takeDown(await createLocalReq({}, payload), collection, id, {
        action: 'WITHDRAW',
        reason: 'Inaktuell',
        withdrawal,
      })
    },
    seal: async (collection, id) => {
      const req = await createLocalReq({}, payload)
      await takeDown(req, collection, id, { action: 'SEAL', reason: 'Fel adress', withdrawal: null })
    },
    close: () => archive.close(),
  }
}

/** How a document stands in a view, in words: its publication and its Swedish title, if that can be read. */
export async function told(view: View, found: Found | undefined): Promise<string> {
  if (!found) return 'nothing'
  if (!found.content) return `${found.publication} tombstone`
  const { languages } = await view.snapshot(found.content)
  const texts = languages.sv as { title?: string; name?: string } | undefined
  return `${found.publication} ${texts?.title ?? texts?.name ?? ''}`
}
