import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startAway, type Away } from '../support/away.js'
import { onEachDatabase } from '../support/databases.js'

onEachDatabase((database) => {
  let away: Away
  beforeAll(async () => {
    away = await startAway(database)
  })
  afterAll(() => away.close(away.delivering))
  const read = async (address: string): Promise<{ status: number; html: string; headers: Headers }> => {
    const response = await away.delivering.get(address)
    return { status: response.status, html: await response.text(), headers: response.headers }
  }

  test('an instance that only delivers has the reading room, and without the database all of it but the past', async () => {
    const { way, delivering, news, before } = away
    await way.cut('refused')
    await delivering.until(async () => (await read('/arkiv')).headers.get('X-Data-As-Of') !== null)
    for (const address of [`/arkiv/${news.id}`, `/arkiv/en/${news.id}`, '/arkiv?q=andra'])
      expect(await read(address)).toMatchObject({ status: 200, html: expect.stringContaining('Andra') })
    const past = await read(`/arkiv/${news.id}?knownAt=${before}`)
    expect([past.status, past.headers.get('Retry-After')]).toEqual([503, '5'])
    expect(past.html).toContain('Äldre versioner går inte att läsa just nu. Försök igen om en stund.')
    await way.mend()
    await delivering.until(async () => (await read('/arkiv')).headers.get('X-Data-As-Of') === null)
    // What is followed and what is read of the past need not find the database again at the same moment.
    await delivering.until(async () => (await read(`/arkiv/${news.id}?knownAt=${before}`)).status === 200)
    expect((await read(`/arkiv/${news.id}?knownAt=${before}`)).html).toContain('Första')
  })
})
