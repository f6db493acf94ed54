import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startRoom, type Room } from './room.js'

onEachDatabase((database) => {
  let room: Room
  beforeAll(async () => {
    room = await startRoom(database)
  })
  afterAll(() => room.close())
  const page = (name: string, query = '') => room.get(`/arkiv/${room.ids[name]}${query}`)

  test.each(['topic', 'strategy', 'first', 'third', 'helpline'])(
    'a page under a sensitive topic can be left quickly, is neutral in tabs, and in no search engine: %s',
    async (name) => {
      const { html, headers } = await page(name)
      expect(html).toMatch(/<a\s+href="https:\/\/www\.example\.se\/vader"\s+rel="nofollow noreferrer"\s+data-exit=/)
      expect(/<title>(.*)<\/title>/.exec(html)?.[1]).toBe('Information från länet')
      expect(html).toContain('href="/arkiv/rensa-spar"')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-robots-tag')).toBe('noindex')
      expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    },
  )

  test('so is its past, its records, its comparisons, and a search that shows it', async () => {
    const third = await page('third')
    const record = /href="(\/arkiv\/post\/[^"]+)"/.exec(third.html)?.[1]
    const comparison = /href="(\/arkiv\/jamfor\?[^"]+)"/.exec(third.html)?.[1]?.replaceAll('&amp;', '&')
    for (const path of [`/arkiv/${room.ids['third']}?knownAt=2023-01-01`, record!, comparison!, '/arkiv?q=strategi'])
      expect((await room.get(path)).html).toContain('data-exit=')
    expect(/<title>(.*)<\/title>/.exec((await room.get('/arkiv?q=strategi')).html)?.[1]).toBe(
      'Sök i arkivet – Länskällan',
    )
  })

  test('other pages have none of it, run nothing, and may be found', async () => {
    const { html, headers } = await page('calm')
    expect(html).not.toMatch(/data-exit|<script(?! type="application\/ld\+json")/)
    expect(headers.get('x-robots-tag')).toBeNull()
    expect(html).toContain('<title>Fiske – Länskällan</title>')
  })

  test('a topic that becomes sensitive makes the pages under it so at once', async () => {
    await update(room.reading.payload, 'news', room.ids['news']!, { title: 'Andra fisketider' })
    await room.settle()
    const before = await page('news')
    const comparison = /href="(\/arkiv\/jamfor[^"]+)"/.exec(before.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    for (const { html } of [before, await room.get(comparison)]) expect(html).not.toContain('data-exit=')
    await update(room.reading.payload, 'topics', room.ids['calm']!, { sensitive: true })
    await room.settle()
    for (const { html } of [await page('news'), await room.get(comparison), await page('calm')])
      expect(html).toContain('data-exit=')
  })
})
