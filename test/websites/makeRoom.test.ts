import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { makeRoom, type Kept } from '../../src/websites/makeRoom.js'
import { idOf, room } from '../../src/websites/manifest.js'
import { onEachDatabase } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'
import { bearer, websiteWithKey } from './website.js'

const NOW = '2026-06-01T12:00:00.000Z'
const daysAgo = (days: number): string => new Date(Date.parse(NOW) - days * 86_400_000).toISOString()

describe('room for a manifest', () => {
  const kept = (count: number, days: (i: number) => number, bytes = 10): Kept[] =>
    Array.from({ length: count }, (_, i) => ({ id: String(i), registeredAt: daysAgo(days(i)), bytes }))
  const leaving = (others: readonly Kept[], documents: number, bytes = 0): string[] | undefined =>
    makeRoom(others, { documents, bytes }, NOW)?.map(({ id }) => id)

  test('nothing goes while there is room, however old it is', () => {
    expect(
      leaving(
        kept(room.documents - 1, () => 900),
        1,
      ),
    ).toEqual([])
  })
  test('what no build has registered for longest goes first, and no more than needed', () => {
    expect(
      leaving(
        kept(room.documents, (i) => 31 + i),
        2,
      ),
    ).toEqual(['499', '498'])
  })
  test('bytes count as documents do', () => {
    expect(
      leaving(
        kept(10, (i) => 40 - i, room.bytes / 10),
        1,
        room.bytes / 5,
      ),
    ).toEqual(['0', '1'])
  })
  test('nothing goes that a build has registered within 30 days', () => {
    expect(
      leaving(
        kept(room.documents, () => 29),
        1,
      ),
    ).toBeUndefined()
    expect(
      leaving(
        kept(room.documents, () => 30),
        1,
      ),
    ).toHaveLength(1)
  })
})

onEachDatabase((database) => {
  let editorial: TestEditorial
  let site: PublicSide
  let key: string
  let now = NOW
  beforeAll(async () => {
    editorial = await startEditorial(database)
    key = await websiteWithKey(editorial.payload, 'vasternorrland')
    site = await startPublic(editorial, { editing: true, now: () => now })
  })
  afterAll(async () => {
    await site.close()
    await discard(editorial)
  })
  const register = async (by: string, ...texts: string[]): Promise<number> => {
    const body = JSON.stringify(Object.fromEntries(texts.map((text) => [idOf(text), text])))
    const response = await fetch(`${site.url}/graphql/documents`, { method: 'POST', headers: bearer(by), body })
    return response.status
  }
  /** Two fifths of what a site may have, in as few texts as may be. */
  const large = (name: string): string[] =>
    ['a', 'b', 'c', 'd'].map((part) => `query ${name} { counties { name } } #${part.repeat(room.text - 50)}`)

  test('a full room refuses at first, makes place after 30 days, and leaves other sites alone', async () => {
    const other = await websiteWithKey(editorial.payload, 'uppsala')
    await site.websites.follow()
    expect(await register(other, ...large('One'))).toBe(200)
    expect(await register(key, ...large('One'), ...large('Two'))).toBe(200)
    expect(await register(key, ...large('Three'))).toBe(409)
    now = new Date(Date.parse(NOW) + 20 * 86_400_000).toISOString()
    // A build that still uses it keeps it alive.
    expect(await register(key, ...large('Two'))).toBe(200)
    now = new Date(Date.parse(NOW) + 31 * 86_400_000).toISOString()
    expect(await register(key, ...large('Three'))).toBe(200)
    const isKnown = (name: string): boolean =>
      large(name).every((text) => site.websites.document(idOf(text)) !== undefined)
    expect(['Two', 'Three'].map(isKnown)).toEqual([true, true])
    // Gone for the one site as far as it had to, and kept by the other.
    expect(isKnown('One')).toBe(true)
    const { totalDocs } = await editorial.payload.find({
      collection: 'persisted-documents',
      where: { county: { equals: 'vasternorrland' } },
    })
    expect(totalDocs).toBe(10)
  })
})
