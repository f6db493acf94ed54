import { afterAll, beforeAll } from '@jest/globals'
import type { OpenArchive } from '../../src/archive/read/openArchive.js'
import type { TestDatabase } from '../support/databases.js'
import { openFor } from '../support/uncached.js'
import { startWorld, type World } from './world.js'

/** A world with its archive open for the tests that stand around the call; there is nothing to be had before they run. */
export function openWorld(database: TestDatabase): { readonly world: World; readonly archive: OpenArchive } {
  let world: World
  let archive: OpenArchive
  beforeAll(async () => {
    world = await startWorld(database)
    archive = await openFor(world.editorial)
  })
  afterAll(async () => {
    await archive.close()
    await world.close()
  })
  return {
    get world() {
      return world
    },
    get archive() {
      return archive
    },
  }
}
