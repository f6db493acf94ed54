import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { create, newsItem } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startRoom, type Room } from './room.js'

const PUBLIC = 'https://lanskallan.example'

onEachDatabase((database) => {
  let room: Room
  beforeAll(async () => {
    room = await startRoom(database)
  })
  afterAll(() => room.close())
  const page = (name: string, speech = '') => room.get(`/arkiv${speech}/${room.ids[name]}`)
  const map = async (): Promise<string> => (await room.get('/arkiv/sitemap.xml')).html

  test('the page of a document tells machines what it is, in both languages at their own addresses', async () => {
    const { html } = await page('news', '/en')
    const [, data] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)!
    expect(JSON.parse(data!)).toMatchObject({
      '@id': `${PUBLIC}/id/${room.ids['news']}`,
      '@type': 'NewsArticle',
      name: 'Fisketider',
      url: `${PUBLIC}/arkiv/en/${room.ids['news']}`,
    })
    expect(html).toContain(`<link rel="canonical" href="${PUBLIC}/arkiv/en/${room.ids['news']}" />`)
    expect(html).toContain(`<link rel="alternate" hreflang="sv" href="${PUBLIC}/arkiv/${room.ids['news']}" />`)
    expect(html).toContain('<meta name="dcterms.title" content="Fisketider" />')
  })

  test('a page in danger tells machines nothing', async () => {
    for (const name of ['topic', 'strategy', 'third', 'helpline']) {
      const { html, headers } = await page(name)
      expect(html).not.toMatch(/ld\+json|dcterms|canonical/)
      expect(headers.get('x-robots-tag')).toBe('noindex')
    }
  })

  test('the map of pages has what search engines may show, in both languages, and nothing else', async () => {
    const draft = await create(room.reading.payload, 'news', newsItem({ title: 'Utkast' }), { draft: true })
    await room.settle()
    const text = await map()
    for (const name of ['news', 'calm'])
      for (const speech of ['', '/en']) expect(text).toContain(`${PUBLIC}/arkiv${speech}/${room.ids[name]}"`)
    for (const name of ['topic', 'strategy', 'first', 'second', 'third', 'gone', 'helpline'])
      expect(text).not.toContain(room.ids[name])
    expect(text).not.toContain(draft.id)
    expect((await room.get('/robots.txt')).html).toContain(`Sitemap: ${PUBLIC}/arkiv/sitemap.xml`)
    expect((await room.get('/arkiv/sitemap-2.xml')).status).toBe(404)
  })

  test('what is published is on the map at once, and what is sealed is off it', async () => {
    const item = await create(room.reading.payload, 'news', newsItem({ title: 'Ny', _status: 'published' }))
    await room.settle()
    expect(await map()).toContain(item.id)
    await room.reading.seal('news', item.id)
    await room.settle()
    expect(await map()).not.toContain(item.id)
  })

  test('the lasting address of a document leads to its page here, also when it is withdrawn or sealed', async () => {
    for (const name of ['news', 'gone', 'second']) {
      const { status, headers } = await room.get(`/id/${room.ids[name]}`)
      expect([status, headers.get('location')]).toEqual([303, `/arkiv/${room.ids[name]}`])
    }
    expect((await room.get(`/id/${room.ids['draft']}`)).status).toBe(404)
  })

  test('a version for people is the page of the reading room as it read then', async () => {
    const [entry] = room.site.shelf.entriesOf(room.ids['third']!)
    const { status, text, headers } = await room.get(`/arkiv/version/${entry!.record.id}`, { accept: 'text/html' })
    expect([status, headers.get('memento-datetime')]).toEqual([200, new Date(entry!.publicFrom).toUTCString()])
    expect(text).toContain('Du läser dokumentet som det var den 15 mars 2022')
    expect(text).toContain('Den tredje texten.')
    expect(headers.get('link')).toContain('rel="original"')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})
