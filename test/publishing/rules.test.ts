import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import { create, paragraph, publishedNews, type Stored, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { discard, startEditorial, writtenAbout, type TestEditorial } from '../support/service.js'

onEachDatabase((database) => {
  let editorial: TestEditorial
  let payload: Payload
  beforeAll(async () => {
    editorial = await startEditorial(database)
    payload = editorial.payload
  })
  afterAll(() => discard(editorial))
  const own = { owner: 'vasternorrland', audience: 'own', _status: 'published' }
  const strategy = (slug: string): Promise<Stored> => create(payload, 'strategies', { ...own, title: 'Strategi', slug })
  const editionOf = (of: Stored, number: number, more: object): object => ({
    ...own,
    strategy: of.id,
    title: 'Utgåva',
    body: paragraph('x'),
    number,
    label: `Utgåva ${number}`,
    ...more,
  })
  const edition = (of: Stored, number: number, more: object): Promise<Stored> =>
    create(payload, 'editions', editionOf(of, number, more) as Record<string, unknown>)

  test('editions whose validity overlaps are refused unless one supersedes the other', async () => {
    const of = await strategy('strategi-overlapp')
    const first = await edition(of, 1, { validFrom: '2018', validThrough: '2021' })
    await expect(edition(of, 2, { validFrom: '2020-01-01' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      fields: ['validFrom', 'supersedes'],
    })
    const made = await edition(of, 2, { validFrom: '2020-01-01', supersedes: [first.id] })
    expect((await writtenAbout(payload, made.id))[0]?.snapshot?.facts).toMatchObject({
      validFrom: '2020-01-01',
      validUntil: null,
      supersedes: [first.id],
    })
    expect((await writtenAbout(payload, first.id))[0]?.snapshot?.facts).toMatchObject({
      validFrom: '2018',
      validUntil: '2022',
    })
  })

  test('editions that supersede each other in a circle are refused, however long it is', async () => {
    const of = await strategy('strategi-cirkel')
    const correction = { context: { release: { changeNote: 'Ersätter även en äldre' } } }
    const first = await edition(of, 1, { validFrom: '2015', validThrough: '2016' })
    const second = await edition(of, 2, { validFrom: '2017', validThrough: '2018', supersedes: [first.id] })
    const third = await edition(of, 3, { validFrom: '2019', supersedes: [second.id] })
    for (const supersedes of [[second.id], [third.id]]) {
      await expect(update(payload, 'editions', first.id, { supersedes }, correction)).rejects.toMatchObject({
        code: 'BAD_INPUT',
        fields: ['supersedes'],
      })
    }
    await expect(
      update(payload, 'editions', third.id, { supersedes: [second.id, first.id] }, correction),
    ).resolves.toBeDefined()
  })

  test('a shared address that a county uses itself is refused and the county named, but corrections are not held up', async () => {
    const shared = { slug: 'delad', owner: 'gavleborg', audience: 'named', audienceCounties: ['jamtland'] }
    const news = await publishedNews(payload, shared)
    await publishedNews(payload, { slug: 'delad' })
    const named = ['jamtland', 'vasternorrland']
    const refused = { code: 'SLUG_RESERVED', message: expect.stringContaining('Västernorrland') }
    await expect(update(payload, 'news', news.id, { audienceCounties: named })).rejects.toMatchObject(refused)
    await expect(update(payload, 'news', news.id, { audience: 'all' })).rejects.toMatchObject(refused)

    await publishedNews(payload, { slug: 'delad', owner: 'jamtland' })
    await update(payload, 'news', news.id, { title: 'Rättad' })
    expect(await writtenAbout(payload, news.id)).toHaveLength(2)
  })
})
