import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { publishedNews, update } from '../support/content.js'
import { startDelivering, type Delivering } from '../support/delivering.js'
import { onEachDatabase } from '../support/databases.js'
import { allRows, discard, startEditorial, type TestEditorial } from '../support/service.js'

onEachDatabase((database) => {
  let editorial: TestEditorial
  let delivering: Delivering
  const place = (): Parameters<typeof startDelivering>[0] => ({
    databaseUrl: editorial.databaseUrl,
    dataDir: editorial.dataDir,
    shelfDir: path.join(editorial.dataDir, 'shelf'),
  })
  beforeEach(async () => {
    editorial = await startEditorial(database)
    await publishedNews(editorial.payload)
    delivering = await startDelivering(place())
  })
  afterEach(async () => {
    await delivering.kill('SIGKILL')
    await discard(editorial)
  })

  const leaves = async (): Promise<string[]> => {
    const { data, errors } = await delivering.query('{ log { size leaves { hash } } }')
    for (const { extensions } of errors ?? []) expect(extensions['code']).toBe('ARCHIVE_UNAVAILABLE')
    return ((data?.['log'] as { leaves: { hash: string }[] } | undefined)?.leaves ?? []).map(({ hash }) => hash)
  }
  const placed = async (): Promise<string[]> =>
    (await allRows(editorial.payload, 'log'))
      .toSorted((one, other) => Number(one['seq']) - Number(other['seq']))
      .map((row) => String(row['leaf']))
  const expectAll = async (): Promise<void> => {
    const all = await placed()
    await delivering.until(async () => (await leaves()).length === all.length)
    expect(await leaves()).toEqual(all)
  }
  const publishSome = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) await publishedNews(editorial.payload)
  }

  test('another process shows everything that is published, in the order of the log', async () => {
    await expectAll()
    await publishSome(5)
    await Promise.all(Array.from({ length: 5 }, () => publishedNews(editorial.payload)))
    await expectAll()
  })

  test('one that stood still for a while has missed nothing when it goes on', async () => {
    await expectAll()
    delivering.child.kill('SIGSTOP')
    const news = await publishedNews(editorial.payload, { title: 'Före' })
    await update(editorial.payload, 'news', news.id, { title: 'Efter' })
    await publishSome(3)
    delivering.child.kill('SIGCONT')
    await expectAll()
    const { data } = await delivering.query('query($id: ID!) { node(id: $id) { ... on NewsItem { title } } }', news)
    expect(data).toEqual({ node: { title: 'Efter' } })
  })

  test('one that was killed again and again while others published has missed nothing', async () => {
    for (let kill = 0; kill < 4; kill += 1) {
      const publishing = publishSome(3)
      await delivering.kill('SIGKILL')
      await publishing
      delivering = await startDelivering(place())
    }
    await expectAll()
  })
})
