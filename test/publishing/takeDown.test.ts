import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { takeDown } from '../../src/workflow/takeDown.js'
import { create, newsItem, publishedNews, update, userWith } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { allRows, discard, startEditorial, writtenAbout, type TestEditorial } from '../support/service.js'

onEachDatabase((database) => {
  let editorial: TestEditorial
  let payload: Payload
  beforeAll(async () => {
    editorial = await startEditorial(database)
    payload = editorial.payload
  })
  afterAll(() => discard(editorial))

  const asking = (user?: unknown): Promise<PayloadRequest> => createLocalReq({ user: user as never }, payload)
  const seal = async (id: string, user?: unknown): Promise<unknown> =>
    takeDown(await asking(user), 'news', id, { action: 'SEAL', reason: 'Fel telefonnummer', withdrawal: null })
  const withdraw = async (id: string, user?: unknown): Promise<unknown> =>
    takeDown(await asking(user), 'news', id, {
      action: 'WITHDRAW',
      reason: 'Inaktuell',
      withdrawal: { shownAs: 'explained', redirectTo: null },
    })

  test('withdrawing writes one record with its reason and takes the row back to a draft', async () => {
    const news = await publishedNews(payload)
    await withdraw(news.id)
    const written = await writtenAbout(payload, news.id)
    expect(written.map(({ record }) => [record.action, record.note])).toEqual([
      ['PUBLISH', null],
      ['WITHDRAW', 'Inaktuell'],
    ])
    expect(await payload.findByID({ collection: 'news', id: news.id } as never)).toMatchObject({ _status: 'draft' })
  })

  test('readers are sent only to another page that is public', async () => {
    const news = await publishedNews(payload)
    const draft = await create(payload, 'news', newsItem(), { draft: true })
    const other = await publishedNews(payload)
    const redirect = async (redirectTo: string | null): Promise<unknown> =>
      takeDown(await asking(), 'news', news.id, {
        action: 'WITHDRAW',
        reason: 'Ersatt',
        withdrawal: { shownAs: 'redirect', redirectTo },
      })
    for (const target of [null, news.id, draft.id, '00000000-0000-4000-8000-000000000000'])
      await expect(redirect(target)).rejects.toMatchObject({ code: 'BAD_INPUT', fields: ['redirectTo'] })
    expect(await writtenAbout(payload, news.id)).toHaveLength(1)
    await redirect(other.id)
    expect((await writtenAbout(payload, news.id)).at(-1)?.record.withdrawal).toEqual({
      shownAs: 'redirect',
      redirectTo: other.id,
    })
  })

  test('an unfinished draft does not stand in the way of a seal, and is kept', async () => {
    const news = await publishedNews(payload)
    await update(payload, 'news', news.id, { title: '' }, { draft: true })
    await seal(news.id)
    expect((await writtenAbout(payload, news.id)).map(({ record }) => record.action)).toEqual(['PUBLISH', 'SEAL'])
  })

  test('what was sealed can be published anew, and releases nothing of the sealed text', async () => {
    const news = await publishedNews(payload, { title: 'Hemlig adress' })
    await update(payload, 'news', news.id, { title: 'Secret address', _status: 'published' }, { locale: 'en' })
    await seal(news.id)
    await update(payload, 'news', news.id, { title: 'Utan adress', _status: 'published' })
    const newest = (await writtenAbout(payload, news.id)).at(-1)
    expect(newest?.record).toMatchObject({ action: 'PUBLISH', revision: 4 })
    expect(Object.keys(newest?.snapshot?.languages ?? {})).toEqual(['sv'])
  })

  test('what is not public cannot be withdrawn, and nothing is written', async () => {
    const news = await publishedNews(payload)
    await withdraw(news.id)
    await expect(withdraw(news.id)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await writtenAbout(payload, news.id)).toHaveLength(2)
  })

  test('a withdrawn document can be sealed and then deleted; its records stay', async () => {
    const news = await publishedNews(payload)
    await withdraw(news.id)
    await seal(news.id)
    await payload.delete({ collection: 'news', id: news.id } as never)
    expect(await writtenAbout(payload, news.id)).toHaveLength(3)
  })

  test('a document that was withdrawn and deleted can be sealed still, by those who may', async () => {
    const news = await publishedNews(payload)
    await withdraw(news.id)
    await payload.delete({ collection: 'news', id: news.id } as never)
    await expect(withdraw(news.id)).rejects.toMatchObject({ code: 'CONFLICT' })
    const stranger = await userWith(payload, 'publisher', 'gavleborg')
    await expect(seal(news.id, stranger)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await seal(news.id)
    const actions = (await writtenAbout(payload, news.id)).map(({ record }) => record.action)
    expect(actions).toEqual(['PUBLISH', 'WITHDRAW', 'SEAL'])
  })

  test('only those who may publish for the owner take down', async () => {
    const news = await publishedNews(payload)
    for (const user of [
      await userWith(payload, 'editor', 'vasternorrland'),
      await userWith(payload, 'publisher', 'gavleborg'),
      await userWith(payload, 'national-editor'),
      await userWith(payload, 'archivist'),
      await userWith(payload, 'administrator'),
    ]) {
      await expect(seal(news.id, user)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(withdraw(news.id, user)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    const publisher = await userWith(payload, 'publisher', 'vasternorrland')
    await seal(news.id, publisher)
    const [, sealed] = await writtenAbout(payload, news.id)
    const [statement] = await allRows(payload, 'statements', { id: { equals: sealed?.record.id } })
    expect(JSON.parse(String(statement?.['body']))).toMatchObject({
      who: { id: publisher.id, email: publisher.email },
      role: 'publisher',
      reason: 'Fel telefonnummer',
    })
  })
})
