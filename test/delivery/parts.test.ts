import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Found } from '../../src/archive/read/view.js'
import { createParts } from '../../src/delivery/writing/parts.js'
import { openWorld } from '../properties/openWorld.js'
import { create, paragraph, publishedNews, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'

// What a query tells of a document in a list is written once, and used by other variables: as long as it is right.
onEachDatabase((database) => {
  const site = { county: 'vasternorrland', origins: [{ origin: 'https://vn.example.se' }] }
  const open = openWorld(database)
  let website: { id: string }
  beforeAll(async () => {
    const { payload } = open.world.editorial
    const topic = await create(payload, 'topics', {
      ...{ owner: 'vasternorrland', audience: 'own', _status: 'published', title: 'Våld', slug: 'vald' },
    })
    await publishedNews(payload, { title: 'Nyhet', slug: 'nyhet', topics: [topic.id] })
    website = await create(payload, 'websites', { ...site, paths: { news: '/nyheter/{slug}' } })
    await passed()
    await open.world.site.websites.follow()
  })
  /** Some time, with what was entered in it. */
  const passed = async (): Promise<void> => {
    open.world.clock.pass()
    await open.world.site.shelf.follow()
  }

  let other = 0
  /** Each time with another variable, so that no kept answer fits. */
  const told = async (fields: string): Promise<unknown> => {
    other += 1
    const query = `query { county(slug: "vasternorrland") { news { nodes { ${fields} } } } }`
    const { data } = await open.world.site.query(query, { other })
    return (data as { county: { news: { nodes: object[] } } }).county.news.nodes[0]
  }

  test('an address inside it follows the website’s paths', async () => {
    const before = [await told('pageUrl'), await told('pageUrl'), await told('pageUrl')]
    expect(before).toEqual(Array(3).fill({ pageUrl: 'https://vn.example.se/nyheter/nyhet' }))
    await update(open.world.editorial.payload, 'websites', website.id, { paths: { news: '/aktuellt/{slug}' } })
    await open.world.site.websites.follow()
    expect(await told('pageUrl')).toEqual({ pageUrl: 'https://vn.example.se/aktuellt/nyhet' })
  })

  test('each answer tells its own moment', async () => {
    const moments = []
    for (let n = 0; n < 4; n += 1) {
      await passed()
      moments.push([await told('knownAt'), { knownAt: open.world.clock.now() }])
    }
    for (const [answered, now] of moments) expect(answered).toEqual(now)
  })

  test('what it tells of another document changes with that one', async () => {
    const before = [await told('topics { title }'), await told('topics { title }'), await told('topics { title }')]
    expect(before[2]).toEqual({ topics: [{ title: 'Våld' }] })
    const [topic] = (await open.world.editorial.payload.find({ collection: 'topics' as never, depth: 0 })).docs
    await update(open.world.editorial.payload, 'topics', String(topic!.id), {
      title: 'Våld i nära relationer',
      _status: 'published',
    })
    await passed()
    expect(await told('topics { title }')).toEqual({ topics: [{ title: 'Våld i nära relationer' }] })
  })

  test('the same query costs of the limit of texts what it did at first', async () => {
    const long = { title: 'Lång', slug: 'lang', body: paragraph('&'.repeat(25_000)) }
    await publishedNews(open.world.editorial.payload, { ...long, owner: 'gotland' })
    await passed()
    const forms = Array.from({ length: 60 }, (_, n) => `h${n}: html`).join(' ')
    const query = `{ county(slug: "gotland") { news { nodes { body { ${forms} } } } } }`
    const answers = []
    for (let n = 0; n < 4; n += 1) answers.push(await open.world.site.query(query, { n }))
    expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined, undefined])
    // What was written before something had to be waited for is written again, and counted once.
    const texts = Array.from({ length: 90 }, (_, n) => `t${n}: text`).join(' ')
    const both = `{ newsItem(county: "gotland", slug: "lang") { body { ${texts} } history { nodes { snapshot } } } }`
    expect((await open.world.site.query(both)).errors).toBeUndefined()
  })
})

describe('what is kept', () => {
  const found = { id: 'one' } as Found
  const part = (text: string, until: string | null = null) => ({ text, tags: new Set<string>(), until, spent: 0 })

  test('holds up to its instant and no longer', () => {
    const kept = createParts().of('a')
    kept.put(found, part('"text"', '2026-01-02T00:00:00.000Z'))
    expect(kept.get(found, '2026-01-01T23:59:59.999Z')?.text).toBe('"text"')
    expect(kept.get(found, '2026-01-02T00:00:00.000Z')).toBeUndefined()
  })

  test('makes room for what is used: the selection that was used longest ago goes', () => {
    const parts = createParts(10_000)
    for (const key of ['a', 'b', 'c']) parts.of(key).put(found, part('x'.repeat(2_500)))
    const isThere = (key: string): boolean => parts.of(key).get(found, '') !== undefined
    expect(isThere('a')).toBe(true)
    parts.of('d').put(found, part('x'.repeat(2_500)))
    expect(['b', 'a', 'd'].map(isThere)).toEqual([false, true, true])
  })

  test('selections of which nothing was kept make room too', () => {
    const parts = createParts(10_000)
    parts.of('a').put(found, part('x'))
    for (let n = 0; n < 100; n += 1) parts.of(`empty ${n}`)
    parts.of('b').put(found, part('x'))
    expect(parts.of('a').get(found, '')).toBeUndefined()
  })

  test('what a client sends counts too: a key as long as its variables', () => {
    const parts = createParts(10_000)
    for (const key of ['a', 'b']) parts.of(key.repeat(6_000)).put(found, part('x'))
    expect(parts.of('a'.repeat(6_000)).get(found, '')).toBeUndefined()
  })

  test('who still writes with a selection that was let go keeps nothing, and takes no room', () => {
    const parts = createParts(10_000)
    const gone = parts.of('gone')
    for (let n = 0; n < 40; n += 1) gone.put({ id: String(n) } as Found, part('x'.repeat(1_000)))
    parts.of('next').put(found, part('x'))
    gone.put({ id: 'one more' } as Found, part('x'))
    expect(parts.of('next').get(found, '')?.text).toBe('x')
  })
})
