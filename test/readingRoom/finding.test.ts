import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { paragraph, publishedNews, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startRoom, type Room } from './room.js'

onEachDatabase((database) => {
  let room: Room
  beforeAll(async () => {
    room = await startRoom(database)
  })
  afterAll(() => room.close())

  /** The names, in `fill`, of the documents that a search finds, as they are listed. */
  const listed = async (query: string): Promise<string[]> => {
    const { html } = await room.get(`/arkiv?${query}`)
    const ids = [...html.matchAll(/<h3><a href="\/arkiv\/([0-9a-f-]{36})"/g)].map(([, id]) => id)
    return ids.map((id) => Object.keys(room.ids).find((name) => room.ids[name] === id) ?? String(id))
  }
  const found = async (query: string): Promise<string[]> => (await listed(query)).sort()
  const everything = ['calm', 'first', 'gone', 'helpline', 'news', 'second', 'strategy', 'third', 'topic']

  test.each([
    ['all that was ever public, tombstones too, and no draft', '', everything],
    ['words of the title, however they are typed', 'q=LANSSTRATEGI+vald', ['strategy']],
    ['the name of an edition', 'q=2022–2024', ['third']],
    ['a county, with what is sealed there', 'lan=vasternorrland', everything],
    ['another county', 'lan=gavleborg', []],
    [
      'a topic, by what stands under it',
      'amne=vald-i-nara-relationer',
      ['first', 'helpline', 'second', 'strategy', 'third', 'topic'],
    ],
    ['a party, and the strategy whose edition it adopted', 'part=landstinget', ['first', 'strategy']],
    ['a part of a diary number', 'dnr=801-1234', ['strategy', 'third']],
    ['a year of validity', 'ar=2015&typ=edition', ['first']],
    ['a year of the gap', 'ar=2017&typ=edition', []],
    ['the strategy that has an edition in that year', 'ar=2019&typ=strategy', ['strategy']],
    ['what is in force', 'tillstand=galler', ['strategy', 'third']],
    ['what is not in force', 'tillstand=galler-inte', ['first', 'second']],
    ['what is withdrawn', 'tillstand=tillbakadragen', ['first', 'gone']],
    ['what is sealed', 'tillstand=borttagen', ['second']],
    ['nothing of what is sealed by its words', 'q=andra', []],
    ['several at once', 'q=fisk&typ=news&ar=2025', ['news']],
  ])('it finds %s', async (_what, query, expected) => {
    expect(await found(query)).toEqual(expected)
  })

  test('what was changed last stands first, and all else stays in its order', async () => {
    const before = await listed('')
    expect([before.slice(0, 2), before.at(-1)]).toEqual([
      ['gone', 'news'],
      expect.stringMatching(/calm|helpline|topic/),
    ])
    await update(room.reading.payload, 'topics', room.ids['calm']!, { title: 'Fiske', body: paragraph('Mer om fisk.') })
    await room.settle()
    expect(await listed('')).toEqual(['calm', ...before.filter((name) => name !== 'calm')])
  })

  test('the number of results is told, and of each kind', async () => {
    const { text } = await room.get('/arkiv?q=strategi')
    expect(text).toContain('Träffar 3 träffar')
    expect(text).toContain('Alla (3) Strategier (1) Utgåvor (2)')
  })

  test('who finds nothing is helped, and who writes what is none is told what to write', async () => {
    expect((await room.get('/arkiv?q=finnsinte')).text).toContain('Fyll i färre fält')
    const { status, text, html } = await room.get('/arkiv?ar=tjugosjutton&lan=atlantis')
    expect([status, text]).toEqual([400, expect.stringContaining('Skriv året med fyra siffror, till exempel 2017.')])
    expect(html).toContain('aria-invalid="true"')
  })

  test('a long list has pages that lead to each other', async () => {
    const { payload, clock } = room.reading
    for (let number = 0; number < 25; number += 1)
      await publishedNews(payload, { title: `Länsdag ${number}`, owner: 'uppsala', slug: `dag-${number}` })
    clock.pass()
    await room.settle()
    const first = await room.get('/arkiv?lan=uppsala')
    const next = /rel="next"\s+href="([^"]+)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&')
    const second = await room.get(next!)
    const titles = [first, second].flatMap(({ html }) => [...html.matchAll(/Länsdag \d+/g)].map(([title]) => title))
    expect(new Set(titles).size).toBe(25)
    expect(second.text).toContain('Sida 2 av 2')
  })

  test('a page that was made before is sent again, until a record changes what it shows', async () => {
    const made = () => room.site.answers.status().made
    await room.get('/arkiv?q=fisk')
    const before = made()
    const again = await room.get('/arkiv?q=fisk&utm_source=x')
    expect(made()).toBe(before)
    expect((await room.get('/arkiv?q=fisk', { 'if-none-match': again.headers.get('etag')! })).status).toBe(304)
    await publishedNews(room.reading.payload, { title: 'Fiskeförbud', slug: 'fiskeforbud' })
    await room.settle()
    expect((await room.get('/arkiv?q=fisk')).text).toContain('Fiskeförbud')
  })

  test('what is planned is found when its moment has come, by itself', async () => {
    const { payload, clock } = room.reading
    const plannedFor = new Date(Date.parse(clock.now()) + 3_600_000).toISOString()
    await publishedNews(
      payload,
      { title: 'Planerad fiskedag', slug: 'planerad' },
      { context: { release: { plannedFor } } },
    )
    await room.settle()
    expect((await room.get('/arkiv?q=planerad')).text).not.toContain('Planerad fiskedag')
    clock.pass(2)
    expect((await room.get('/arkiv?q=planerad')).text).toContain('Planerad fiskedag')
  })
})
