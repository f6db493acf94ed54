import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import { create, newsItem, publishedNews, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { allRows, discard, startEditorial, writtenAbout, type TestEditorial } from '../support/service.js'

const twenty = Array.from({ length: 20 }, (_, number) => number)

onEachDatabase((database) => {
  let editorial: TestEditorial
  let payload: Payload
  beforeAll(async () => {
    editorial = await startEditorial(database)
    payload = editorial.payload
  })
  afterAll(() => discard(editorial))

  test('twenty editors who publish twenty documents at the same moment all succeed', async () => {
    const drafts = await Promise.all(twenty.map(() => create(payload, 'news', newsItem(), { draft: true })))
    await Promise.all(drafts.map(({ id }) => update(payload, 'news', id, { _status: 'published' })))
    for (const { id } of drafts) expect(await writtenAbout(payload, id)).toHaveLength(1)
  })

  test('twenty new documents published at the same moment all succeed', async () => {
    const news = await Promise.all(twenty.map(() => publishedNews(payload)))
    for (const { id } of news) expect(await writtenAbout(payload, id)).toHaveLength(1)
  })

  test('of twenty who publish one document at the same moment one wins, and the others are told CONFLICT', async () => {
    const news = await publishedNews(payload)
    const results = await Promise.allSettled(
      twenty.map((number) => update(payload, 'news', news.id, { title: `Rubrik ${number}` })),
    )
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused).toHaveLength(19)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'CONFLICT' })
    expect(await writtenAbout(payload, news.id)).toHaveLength(2)
  })

  test('who started from an older revision is told CONFLICT, however late', async () => {
    const news = await publishedNews(payload)
    const release = { basedOn: 1 }
    await update(payload, 'news', news.id, { title: 'Först' }, { context: { release } })
    await expect(update(payload, 'news', news.id, { title: 'Sedan' }, { context: { release } })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect(await writtenAbout(payload, news.id)).toHaveLength(2)
  })

  test('the log is contiguous from 0, strictly rising, and holds every record once', async () => {
    const log = (await allRows(payload, 'log')).sort((one, other) => Number(one['seq']) - Number(other['seq']))
    expect(log.map((row) => row['seq'])).toEqual(log.map((_, position) => position))
    const placed = log.map((row) => String(row['placedAt']))
    expect(new Set(placed).size).toBe(placed.length)
    expect([...placed].sort()).toEqual(placed)
    const records = await allRows(payload, 'records')
    expect(new Set(log.map((row) => row['record']))).toEqual(new Set(records.map((row) => row['id'])))
  })
})
