import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { onEachDatabase } from '../support/databases.js'
import { publishedNews } from '../support/content.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'

const CACHE_BYTES = 60_000

// When there is no room for everything that is asked for.
onEachDatabase((database) => {
  let editorial: TestEditorial
  let site: PublicSide
  beforeAll(async () => {
    editorial = await startEditorial(database)
    await publishedNews(editorial.payload, { title: 'En nyhet', slug: 'en-nyhet' })
    site = await startPublic(editorial, { cacheBytes: CACHE_BYTES })
  })
  afterAll(async () => {
    await site.close()
    await discard(editorial)
  })

  const queryOf = (name: string): string => `query ${name} { counties { name news(first: 1) { nodes { title } } } }`
  /** Asks each in turn. @returns how many of them were worked out */
  const madeFor = async (names: readonly string[]): Promise<number> => {
    const before = site.answers.status().made
    for (const name of names) expect(await site.query(queryOf(name))).not.toHaveProperty('errors')
    return site.answers.status().made - before
  }
  const all = Array.from({ length: 200 }, (_, number) => `Walk${number}`)

  test('who walks through everything drives out nothing that others share', async () => {
    expect(await madeFor(['Shared', 'Shared'])).toBe(1)
    expect(await madeFor(all)).toBe(all.length)
    expect(await madeFor(['Shared'])).toBe(0)
    expect(site.answers.status().bytes).toBeLessThanOrEqual(CACHE_BYTES)
  })

  test('what is asked for again is kept from then on, though there was no room', async () => {
    expect(await madeFor(['New', 'New', 'New', 'New'])).toBe(2)
    expect(site.answers.status().bytes).toBeLessThanOrEqual(CACHE_BYTES)
  })

  test('an answer that is not kept is the same as one that is', async () => {
    const kept = await site.query(queryOf('Shared'))
    expect(await Promise.all(all.map((name) => site.query(queryOf(name))))).toEqual(all.map(() => kept))
  })
})
