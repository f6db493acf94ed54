import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import http from 'node:http'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { create, newsItem, publishedNews, update, type Stored } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard } from '../support/service.js'
import { startReading, type Reading } from '../reading/reading.js'

interface Got {
  status: number
  headers: http.IncomingHttpHeaders
  body: Buffer
}

const listOf = (county: string): string => `{ county(slug: "${county}") { news(first: 50) { nodes { id title } } } }`
const itemOf = (slug: string): string =>
  `{ newsItem(county: "vasternorrland", slug: "${slug}") { title publication body { text } } }`

onEachDatabase((database) => {
  let reading: Reading
  let site: PublicSide
  let first: Stored
  beforeAll(async () => {
    reading = await startReading(database)
    site = await startPublic(reading.editorial, { now: reading.clock.now })
    first = await publishedNews(reading.payload, { title: 'Den första', slug: 'den-forsta', body: undefined })
    await publishedNews(reading.payload, { title: 'Den andra', slug: 'den-andra' })
    await publishedNews(reading.payload, { title: 'I Gävleborg', slug: 'i-gavleborg', owner: 'gavleborg' })
    reading.clock.pass()
    await site.shelf.follow()
  })
  afterAll(async () => {
    await site.close()
    await reading.close()
    await discard(reading.editorial)
  })

  /** Node's own client, which neither decompresses nor caches. */
  const get = (query: string, headers: http.OutgoingHttpHeaders = {}, method = 'GET'): Promise<Got> =>
    new Promise((resolve, reject) => {
      const address = `${site.url}/graphql?query=${encodeURIComponent(query)}`
      const request = http.request(address, { method, headers: { accept: 'application/json', ...headers } }, (res) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part))
        res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(parts) }))
      })
      request.on('error', reject).end()
    })
  const made = (): number => site.answers.status().made
  /** Which of these are worked out anew, and not taken from memory. */
  const madeAnew = async (queries: readonly string[]): Promise<string[]> => {
    const anew: string[] = []
    for (const query of queries) {
      const before = made()
      await get(query)
      if (made() > before) anew.push(query)
    }
    return anew
  }
  const publish = async (act: () => Promise<unknown>): Promise<void> => {
    await act()
    reading.clock.pass(1 / 60)
    await site.shelf.follow()
  }

  test('a request that was answered before goes out again byte by byte, by POST too, and is made once', async () => {
    const query = listOf('vasternorrland')
    const [one, other] = [await get(query), await get(query)]
    expect(other.body).toEqual(one.body)
    expect(other.headers.etag).toBe(one.headers.etag)
    const before = made()
    const posts = [await site.query(query), await site.query(query)]
    expect(posts[0]).toEqual(JSON.parse(one.body.toString()))
    expect([posts[1], made() - before]).toEqual([posts[0], 1])
  })

  test('a hundred who ask at once for what nobody has asked yet are answered by one execution', async () => {
    const before = made()
    const query = `query Together { county(slug: "vasternorrland") { name news(first: 7) { totalCount } } }`
    const bodies = await Promise.all(Array.from({ length: 100 }, async () => (await get(query)).body.toString()))
    expect(new Set(bodies).size).toBe(1)
    expect(made() - before).toBe(1)
  })

  test('who has the answer is told so, and each coding has its own tag', async () => {
    const long = `query Long { counties { slug name code news(first: 1) { totalCount } } }`
    const plain = await get(long)
    const etag = String(plain.headers.etag)
    expect(etag).toMatch(/^"[\w-]+"$/)
    expect(await get(long, { 'if-none-match': etag })).toMatchObject({ status: 304, body: Buffer.alloc(0) })
    expect((await get(long, { 'if-none-match': '"other"' })).status).toBe(200)
    const [br, gzip] = [
      await get(long, { 'accept-encoding': 'gzip, deflate, br' }),
      await get(long, { 'accept-encoding': 'gzip, br;q=0' }),
    ]
    expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip'])
    expect(brotliDecompressSync(br.body)).toEqual(plain.body)
    expect(gunzipSync(gzip.body)).toEqual(plain.body)
    expect(new Set([etag, br.headers.etag, gzip.headers.etag]).size).toBe(3)
    expect(br.headers.vary).toBe('Accept, Accept-Encoding, Origin')
    const head = await get(long, {}, 'HEAD')
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(plain.body.length)])
  })

  test('publishing one news item drops what shows it and the lists that it enters, and nothing else', async () => {
    const untouched = [listOf('gavleborg'), listOf('uppsala'), itemOf('den-andra'), '{ counties { name } }']
    const touched = [listOf('vasternorrland'), itemOf('en-ny')]
    await madeAnew([...untouched, ...touched])
    expect(await madeAnew([...untouched, ...touched])).toEqual([])
    await publish(() => publishedNews(reading.payload, { title: 'En ny', slug: 'en-ny' }))
    expect(await madeAnew([...untouched, ...touched])).toEqual(touched)
    expect((await get(itemOf('en-ny'))).body.toString()).toContain('En ny')
  })

  test('a correction drops the lists that show it, and no list that does not', async () => {
    const short = '{ county(slug: "vasternorrland") { news(first: 1) { nodes { title } } } }'
    const all = [short, listOf('vasternorrland'), itemOf('den-forsta'), itemOf('den-andra')]
    await madeAnew(all)
    await publish(() => update(reading.payload, 'news', first.id, { title: 'Rättad', _status: 'published' }))
    expect(await madeAnew(all)).toEqual([listOf('vasternorrland'), itemOf('den-forsta')])
    expect((await get(itemOf('den-forsta'))).body.toString()).toContain('Rättad')
  })

  test('a seal drops every answer, those about the past included', async () => {
    const secret = await publishedNews(reading.payload, { title: 'Skyddad adress', slug: 'skyddad' })
    reading.clock.pass(1 / 60)
    await site.shelf.follow()
    const knownAt = reading.clock.now()
    reading.clock.pass(1 / 60)
    await site.shelf.follow()
    const past = `{ newsItem(county: "vasternorrland", slug: "skyddad", knownAt: "${knownAt}") { title } }`
    for (const query of [past, itemOf('skyddad')]) expect((await get(query)).body.toString()).toContain('Skyddad')
    expect(await madeAnew([past])).toEqual([])
    await publish(() => reading.seal('news', secret.id))
    for (const query of [past, itemOf('skyddad'), listOf('vasternorrland')])
      expect((await get(query)).body.toString()).not.toContain('Skyddad')
  })

  test('a plan that is placed after the answer was made takes effect at its instant all the same', async () => {
    const query = itemOf('planerad')
    expect((await get(query)).body.toString()).toContain('"newsItem":null')
    const at = new Date(Date.parse(reading.clock.now()) + 60_000).toISOString()
    await create(reading.payload, 'news', newsItem({ title: 'Planerad', slug: 'planerad', _status: 'published' }), {
      context: { release: { plannedFor: at } },
    })
    await site.shelf.follow()
    expect((await get(query)).body.toString()).toContain('"newsItem":null')
    reading.clock.moveTo(at)
    expect((await get(query)).body.toString()).toContain('Planerad')
  })

  test('what was asked as of now ends where its showing ends', async () => {
    reading.clock.moveTo('2026-03-01T22:59:50.000Z')
    await site.shelf.follow()
    await publish(() =>
      publishedNews(reading.payload, { title: 'Kort', slug: 'kort', shownUntil: '2026-03-01T23:30:00.000Z' }),
    )
    reading.clock.moveTo('2026-03-01T23:29:59.000Z')
    expect((await get(listOf('vasternorrland'))).body.toString()).toContain('Kort')
    reading.clock.moveTo('2026-03-01T23:30:00.000Z')
    expect((await get(listOf('vasternorrland'))).body.toString()).not.toContain('Kort')
  })

  test('no lifetime crosses a change that is known: midnight in Sweden, where today was asked for', async () => {
    reading.clock.moveTo('2026-03-05T12:00:00.000Z')
    await publish(() =>
      create(reading.payload, 'strategies', {
        ...{ owner: 'vasternorrland', audience: 'own', title: 'S', slug: 's', _status: 'published' },
      }),
    )
    const today = '{ strategy(county: "vasternorrland", slug: "s") { inForce { validAt } } }'
    const caching = async (query: string): Promise<unknown> => (await get(query)).headers['cache-control']
    expect(await caching(today)).toBe('public, max-age=10, s-maxage=10, stale-while-revalidate=30, stale-if-error=3600')
    reading.clock.moveTo('2026-03-05T22:59:56.000Z')
    expect(await caching(today)).toBe('public, max-age=4, s-maxage=4, stale-while-revalidate=0, stale-if-error=0')
    expect((await get(today)).body.toString()).toContain('2026-03-05')
    reading.clock.moveTo('2026-03-05T23:00:00.000Z')
    expect((await get(today)).body.toString()).toContain('2026-03-06')
    const past = '{ newsItem(county: "vasternorrland", slug: "den-forsta", knownAt: "2026-01-02T08:00:00Z") { title } }'
    expect(await caching(past)).toContain('max-age=300')
    expect(await caching('{ nonsense }')).toBe('no-store')
  })
})
