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
  const versionOf = (name: string): string => room.site.shelf.entriesOf(room.ids[name]!)[0]!.record.id
  /** By which caches in front know the document. */
  const keyOf = (name: string): string => room.ids[name]!.slice(-12)
  const asHtml = { accept: 'text/html' }

  /** How often pages were made while that was done. */
  async function madeBy(work: () => Promise<unknown>): Promise<number> {
    const { made } = room.site.answers.status()
    await work()
    return room.site.answers.status().made - made
  }

  test.each([
    ['a sealed document', () => `/arkiv/${room.ids['second']}`, 'public, max-age=10,'],
    ['it in English', () => `/arkiv/en/${room.ids['second']}`, 'public, max-age=10,'],
    ['its past', () => `/arkiv/${room.ids['second']}?knownAt=2019-01-01`, 'public, max-age=300,'],
    ['its record', () => `/arkiv/post/${versionOf('second')}`, 'public, max-age=10,'],
    ['its version', () => `/arkiv/version/${versionOf('second')}`, 'public, max-age=300,'],
    ['a document that is gone', () => `/arkiv/${room.ids['gone']}`, 'public, max-age=10,'],
  ])('what is left of %s is made once, and sent again as it was made', async (_what, path, lifetime) => {
    const first = await room.get(path(), asHtml)
    expect([first.status, first.headers.get('cache-control')]).toEqual([410, expect.stringContaining(lifetime)])
    const key = keyOf(path().includes(room.ids['gone']!) ? 'gone' : 'second')
    expect(first.headers.get('surrogate-key')?.split(' ')).toContain(key)
    let again = first
    // RFC 9110, 13.2.1: only what would be answered with 200 can be "not modified".
    const conditions = { ...asHtml, 'if-none-match': first.headers.get('etag')! }
    expect(await madeBy(async () => (again = await room.get(path(), conditions)))).toBe(0)
    expect([again.status, again.html]).toEqual([410, first.html])
  })

  test('a version that can be read is made once too, and names all that it was made from', async () => {
    const path = `/arkiv/version/${versionOf('third')}`
    const first = await room.get(path, asHtml)
    expect(first.headers.get('surrogate-key')?.split(' ')).toEqual(
      expect.arrayContaining([keyOf('third'), keyOf('strategy')]),
    )
    expect(await madeBy(() => room.get(path, asHtml))).toBe(0)
    const known = { ...asHtml, 'if-none-match': first.headers.get('etag')! }
    expect((await room.get(path, known)).status).toBe(304)
  })

  test('what is published again is read again at once, and what is sealed then is sealed at once', async () => {
    const path = `/arkiv/${room.ids['gone']}`
    const [past] = room.site.shelf.entriesOf(room.ids['gone']!)
    const before = `${path}?knownAt=${past!.publicFrom}`
    expect([(await room.get(path)).status, (await room.get(before)).status]).toEqual([410, 200])
    const back = { title: 'Tillbaka', _status: 'published' }
    await update(room.reading.payload, 'news', room.ids['gone']!, back)
    await room.settle()
    expect(await room.get(path)).toMatchObject({ status: 200, text: expect.stringContaining('Tillbaka') })
    await room.reading.seal('news', room.ids['gone']!)
    await room.settle()
    for (const address of [path, before, `/arkiv/version/${past!.record.id}`]) {
      const { status, text, html } = await room.get(address, asHtml)
      expect([status, text]).toEqual([410, expect.stringContaining('Dokumentet är spärrat')])
      expect(html).not.toMatch(/Tillbaka|Borta med vinden/)
    }
  })
})
