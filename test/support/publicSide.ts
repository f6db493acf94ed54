import { afterAll, beforeAll } from '@jest/globals'
import type { Payload } from 'payload'
import type { TestDatabase } from './databases.js'
import { startPublic, type PublicSide } from './public.js'
import { discard, startEditorial, type TestEditorial } from './service.js'

/** Both sides of the service for the tests that stand around the call; there is nothing to be had before they run. */
export interface BothSides {
  readonly editorial: TestEditorial
  readonly payload: Payload
  readonly site: PublicSide
}

export function bothSides(database: TestDatabase): BothSides {
  let editorial: TestEditorial
  let site: PublicSide
  beforeAll(async () => {
    editorial = await startEditorial(database)
    site = await startPublic(editorial)
  })
  afterAll(async () => {
    await site.close()
    await discard(editorial)
  })
  return {
    get editorial() {
      return editorial
    },
    get payload() {
      return editorial.payload
    },
    get site() {
      return site
    },
  }
}
