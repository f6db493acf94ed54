import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { create, newsItem, paragraph } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startRoom, type Room } from './room.js'

const MARK = 'x9z'
const strings = [
  `"><script>${MARK}</script>`,
  `'><img src=x onerror=${MARK}>`,
  `${MARK}\u0000\u202e\ufffe</title>`,
  `javascript:${MARK}`,
  '../../../../etc/passwd',
  '%00%0d%0aSet-Cookie:%20a=b',
  `{"$ne":null}`,
  "' OR 1=1 --",
  '__proto__',
  'constructor',
  '0',
  '-1',
  '1e999',
  '9999-99-99',
  '0000-00-00',
  '2017-02-30',
  '+010000-01-01T00:00:00Z',
  '2026-06-31T25:61:61Z',
  '🦌'.repeat(300),
  'a'.repeat(10_000),
]
const names = [
  ...['q', 'lan', 'amne', 'part', 'dnr', 'ar', 'tillstand', 'typ', 'sida', 'knownAt', 'validAt', 'language'],
  ...['fran', 'till', 'handelser', 'post', '__proto__'],
]

onEachDatabase((database) => {
  let room: Room
  beforeAll(async () => {
    room = await startRoom(database)
  })
  afterAll(() => room.close())

  /** The addresses of all pages, those of records and comparisons as they are linked to. */
  const paths = async (): Promise<string[]> => {
    const documents = Object.entries(room.ids).filter(([name]) => name !== 'draft')
    const plain = documents.flatMap(([, id]) => [`/arkiv/${id}`, `/arkiv/en/${id}`, `/arkiv/${id}?knownAt=2024-12-31`])
    const linked = await Promise.all(plain.map(async (path) => linksIn((await room.get(path)).html)))
    const fixed = [
      '/arkiv',
      '/arkiv/en',
      '/arkiv?q=text',
      '/arkiv?sida=2',
      '/arkiv/jamfor',
      '/arkiv/kontrollera',
      '/arkiv/rensa-spar',
    ]
    return [...new Set([...fixed, ...plain, ...linked.flat()])]
  }
  const linksIn = (html: string): string[] =>
    [...html.matchAll(/href="(\/arkiv[^"#]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))

  test('whatever is written in any parameter is answered with help, escaped, and never a fault of ours', async () => {
    const places = ['/arkiv', `/arkiv/${room.ids['strategy']}`, '/arkiv/jamfor', '/arkiv/kontrollera']
    const faults: string[] = []
    for (const place of places)
      for (const name of names)
        for (const string of strings) {
          const path = `${place}?${name}=${encodeURIComponent(string)}`
          const { status, html } = await room.get(path)
          if (status >= 500) faults.push(`${status} ${path.slice(0, 100)}`)
          if (/<script>|<img src=x|href="javascript:/.test(html)) faults.push(`unescaped: ${path.slice(0, 100)}`)
        }
    expect(faults).toEqual([])
  })

  test('whatever is written in the path, and whatever is sent beside, is answered without a fault', async () => {
    const faults: string[] = []
    for (const string of [
      ...strings,
      'post',
      'post/x',
      'post/x/text',
      'en/post',
      'en/en',
      '%E0%A4%A',
      '//',
      '%252e%252e/',
    ]) {
      const { status, html } = await room.get(`/arkiv/${string.startsWith('%') ? string : encodeURI(string)}`)
      if (![400, 404].includes(status) || html.includes('<script>')) faults.push(`${status} ${string.slice(0, 40)}`)
    }
    expect(faults).toEqual([])
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect((await fetch(`${room.site.url}/arkiv`, { method })).status).toBe(405)
  })

  test('what is not there is said on a page of the room, and what was asked wrongly beside the form that asked it', async () => {
    for (const [path, words] of [
      ['/arkiv/nonsens', 'Det finns inget sådant dokument'],
      ['/arkiv/en/post/nonsense', 'There is no such document'],
      ['/arkiv/jamfor?fran=x&till=y', 'Det finns ingen offentlig post x.'],
    ] as const) {
      const { status, text, html } = await room.get(path)
      expect([status, text]).toEqual([404, expect.stringContaining(words)])
      expect(html).toContain('<header class="top">')
    }
    expect((await room.get('/arkiv/jamfor?fran=x&till=y')).html).toContain('<input id="fran" name="fran" value="x"')
  })

  test('what editors write is text, wherever it is shown', async () => {
    const title = `</title><script>${MARK}</script>" onload="${MARK}`
    const news = await create(
      room.reading.payload,
      'news',
      newsItem({ title, slug: 'elak', lead: title, body: paragraph(title), _status: 'published' }),
    )
    await room.settle()
    for (const path of [`/arkiv/${news.id}`, `/arkiv/en/${news.id}`, '/arkiv', '/arkiv?q=script']) {
      const { html } = await room.get(path)
      expect(html).toContain('&lt;script&gt;')
      expect(html).not.toMatch(/<script>|" onload="/)
    }
  })

  test('a draft is nowhere', async () => {
    for (const path of await paths()) expect((await room.get(path)).html).not.toContain('Hemligt utkast')
    expect((await room.get(`/arkiv/${room.ids['draft']}`)).status).toBe(404)
  })

  test('within one following, a seal takes the words from every page, of every moment', async () => {
    const words = /Den tredje texten|Rättat stavfel|Landstinget i Väst/
    const before = await paths()
    const showed = []
    for (const path of before) if (words.test((await room.get(path)).html)) showed.push(path)
    expect(showed.length).toBeGreaterThan(5)
    await room.reading.seal('editions', room.ids['third']!)
    await room.reading.seal('editions', room.ids['first']!)
    await room.settle()
    const shows = []
    for (const path of [...new Set([...before, ...(await paths())])]) {
      const { status, html } = await room.get(path)
      if (words.test(html)) shows.push(path)
      if (status >= 500) shows.push(`${status} ${path}`)
    }
    expect(shows).toEqual([])
  })
})
