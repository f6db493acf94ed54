import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { publishedNews, update } from '../support/content.js'
import { cuttable, type Cuttable } from '../support/cuttable.js'
import { startDelivering, type Delivering } from '../support/delivering.js'
import { onEachDatabase } from '../support/databases.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'

onEachDatabase((database) => {
  let editorial: TestEditorial
  let way: Cuttable
  let delivering: Delivering
  let news: { id: string }
  let before: string

  beforeAll(async () => {
    editorial = await startEditorial(database)
    news = await publishedNews(editorial.payload, { title: 'Första' })
    before = new Date().toISOString()
    await update(editorial.payload, 'news', news.id, { title: 'Andra' })
    way = await cuttable(database, editorial.databaseUrl)
    const { dataDir } = editorial
    delivering = await startDelivering({
      databaseUrl: way.databaseUrl,
      dataDir,
      shelfDir: path.join(dataDir, 'shelf'),
    })
    await delivering.until(async () => (await read(`/arkiv/${news.id}`)).html.includes('Andra'))
  })
  afterAll(async () => {
    await delivering.kill('SIGKILL')
    await way.close()
    await discard(editorial)
  })
  const read = async (address: string): Promise<{ status: number; html: string; headers: Headers }> => {
    const response = await delivering.get(address)
    return { status: response.status, html: await response.text(), headers: response.headers }
  }

  test('an instance that only delivers has the reading room, and without the database all of it but the past', async () => {
    await way.cut('refused')
    await delivering.until(async () => (await read('/arkiv')).headers.get('X-Data-As-Of') !== null)
    for (const address of [`/arkiv/${news.id}`, `/arkiv/en/${news.id}`, '/arkiv?q=andra'])
      expect(await read(address)).toMatchObject({ status: 200, html: expect.stringContaining('Andra') })
    const past = await read(`/arkiv/${news.id}?knownAt=${before}`)
    expect([past.status, past.headers.get('Retry-After')]).toEqual([503, '5'])
    expect(past.html).toContain('Äldre versioner går inte att läsa just nu. Försök igen om en stund.')
    await way.mend()
    await delivering.until(async () => (await read('/arkiv')).headers.get('X-Data-As-Of') === null)
    expect(await read(`/arkiv/${news.id}?knownAt=${before}`)).toMatchObject({
      status: 200,
      html: expect.stringContaining('Första'),
    })
  })
})
