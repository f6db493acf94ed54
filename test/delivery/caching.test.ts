import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { create, publishedNews, type Stored } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'

// What caches in front of the service are told.
onEachDatabase((database) => {
  let editorial: TestEditorial
  let site: PublicSide
  let topic: Stored
  let item: Stored
  beforeAll(async () => {
    editorial = await startEditorial(database)
    const owned = { owner: 'vasternorrland', audience: 'own', _status: 'published' }
    topic = await create(editorial.payload, 'topics', { ...owned, title: 'Ett ämne', slug: 'ett-amne' })
    item = await publishedNews(editorial.payload, { slug: 'en-nyhet', topics: [topic.id] })
    await publishedNews(editorial.payload, { slug: 'en-annan' })
    site = await startPublic(editorial)
  })
  afterAll(async () => {
    await site.close()
    await discard(editorial)
  })

  const ask = (query: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${site.url}/graphql?query=${encodeURIComponent(query)}`, init)
  /** The last twelve characters of its id. */
  const keyOf = ({ id }: Stored): string => String(id).slice(-12)
  const keysOf = async (query: string): Promise<string[]> =>
    String((await ask(query)).headers.get('surrogate-key')).split(' ')

  test('an answer carries a key for each document that it shows and each list that it read, and no other', async () => {
    const single = await keysOf('{ newsItem(county: "vasternorrland", slug: "en-nyhet") { title } }')
    expect(single.toSorted()).toEqual([keyOf(item), 'slug/news/en-nyhet'].toSorted())
    const list = await keysOf('{ county(slug: "vasternorrland") { news { nodes { title } } } }')
    expect(list).toContain(keyOf(item))
    expect(list).toContain('list/news/vasternorrland')
    const page = '{ topic(county: "vasternorrland", slug: "ett-amne") { title news { nodes { title } } } }'
    const onTopic = await keysOf(page)
    expect(onTopic).toContain(keyOf(topic))
    expect(onTopic).toContain(`list/news/vasternorrland/${topic.id}`)
    expect(onTopic).not.toContain('list/news/vasternorrland')
    expect(await keysOf('{ county(slug: "uppsala") { news { nodes { title } } } }')).toEqual(['list/news/uppsala'])
  })

  test('caches that read Cache-Tag get the same keys', async () => {
    const { headers } = await ask('{ county(slug: "vasternorrland") { news { nodes { title } } } }')
    expect(String(headers.get('cache-tag')).split(',')).toEqual(String(headers.get('surrogate-key')).split(' '))
  })

  test('what is the same bytes is the same tag; not modified has every header of the answer but its body', async () => {
    const query = '{ counties { name } }'
    const whole = await ask(query)
    const etag = String(whole.headers.get('etag'))
    expect(etag).toMatch(/^"[^"]+"$/)
    const notModified = await ask(query, { headers: { 'if-none-match': `"other", W/${etag}` } })
    expect([notModified.status, await notModified.text()]).toEqual([304, ''])
    for (const name of ['etag', 'cache-control', 'vary', 'surrogate-key', 'cache-tag'])
      expect([name, notModified.headers.get(name)]).toEqual([name, whole.headers.get(name)])
  })

  test('HEAD tells what GET would, without the body, for faults too', async () => {
    for (const query of ['{ counties { name code } }', '{ nothing }']) {
      const [get, head] = [await ask(query), await ask(query, { method: 'HEAD' })]
      expect([head.status, await head.text()]).toEqual([get.status, ''])
      for (const name of ['content-type', 'cache-control', 'etag', 'vary'])
        expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)])
    }
  })

  test('OPTIONS says what may be done, and another method is told so too', async () => {
    const options = await ask('{ counties { name } }', { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST, OPTIONS'])
    const put = await ask('{ counties { name } }', { method: 'PUT' })
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS'])
    expect(await put.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] })
  })

  test('no fault may be kept by anybody', async () => {
    const caching = async (query: string): Promise<string | null> => (await ask(query)).headers.get('cache-control')
    expect(await caching('{')).toBe('no-store')
    expect(await caching('{ topic(county: "atlantis", slug: "x") { id } }')).toBe('no-store')
  })
})
