import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import { create, newsItem, paragraph, publishedNews, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { allRows, discard, startEditorial, writtenAbout, type TestEditorial } from '../support/service.js'

// Every way in which Payload can make a document public or not public either writes exactly one record or is refused.
onEachDatabase((database) => {
  let editorial: TestEditorial
  let payload: Payload
  beforeAll(async () => {
    editorial = await startEditorial(database)
    payload = editorial.payload
  })
  afterAll(() => discard(editorial))

  const actions = async (id: string): Promise<string[]> =>
    (await writtenAbout(payload, id)).map(({ record }) => record.action)

  test('a draft leaves no trace in the archive', async () => {
    const draft = await create(payload, 'news', newsItem(), { draft: true })
    await update(payload, 'news', draft.id, { title: 'Ändrat utkast' }, { draft: true })
    expect(await actions(draft.id)).toEqual([])
  })

  test('publishing writes one record, its snapshot, its statement and its place', async () => {
    const news = await publishedNews(payload, { title: 'En nyhet' })
    const [written, ...more] = await writtenAbout(payload, news.id)
    expect(more).toEqual([])
    expect(written?.record).toMatchObject({
      action: 'PUBLISH',
      revision: 1,
      document: { kind: 'news', owner: 'vasternorrland' },
    })
    expect(written?.snapshot).toMatchObject({ format: 2, languages: { sv: { title: 'En nyhet' } } })
    expect(await allRows(payload, 'statements', { id: { equals: written?.record.id } })).toHaveLength(1)
    expect(await allRows(payload, 'log', { record: { equals: written?.record.id } })).toHaveLength(1)
  })

  test('publishing a saved draft writes one record', async () => {
    const draft = await create(payload, 'news', newsItem(), { draft: true })
    await update(payload, 'news', draft.id, { _status: 'published' })
    expect(await actions(draft.id)).toEqual(['PUBLISH'])
  })

  test('a plain PATCH on a public document is a correction', async () => {
    const news = await publishedNews(payload)
    await update(payload, 'news', news.id, { title: 'Rättad rubrik' })
    const written = await writtenAbout(payload, news.id)
    expect(written.map(({ record }) => record.revision)).toEqual([1, 2])
    expect(written[1]?.snapshot?.languages.sv).toMatchObject({ title: 'Rättad rubrik' })
  })

  test('a select that leaves out the status still records', async () => {
    const news = await publishedNews(payload)
    await payload.update({ collection: 'news', id: news.id, data: { title: 'Vald' }, select: { title: true } } as never)
    expect(await actions(news.id)).toEqual(['PUBLISH', 'PUBLISH'])
  })

  test('an earlier version that is published with a select is recorded whole', async () => {
    const [title, body] = ['Hel', paragraph('Du kan ringa oss.')]
    const news = await publishedNews(payload, { title, body, audience: 'all' })
    await update(payload, 'news', news.id, { title: 'Senare' })
    const { docs } = await payload.findVersions({
      ...{ collection: 'news', where: { parent: { equals: news.id } }, sort: 'createdAt', limit: 1 },
    } as never)
    const select = { title: true, _status: true }
    await payload.restoreVersion({ collection: 'news', id: String(docs[0]?.id), select } as never)
    const [first, , third] = await writtenAbout(payload, news.id)
    expect(third?.record.document).toEqual(first?.record.document)
    expect({ ...third?.snapshot, languages: null, salt: null }).toEqual({
      ...first?.snapshot,
      languages: null,
      salt: null,
    })
    expect(third?.snapshot?.languages.sv).toMatchObject({
      title,
      body: (first!.snapshot!.languages.sv as { body?: unknown }).body,
    })
  })

  test('an unchanged publish writes nothing', async () => {
    const news = await publishedNews(payload)
    await update(payload, 'news', news.id, { _status: 'published' })
    await update(payload, 'news', news.id, { internalNote: 'Bara för oss' })
    expect(await actions(news.id)).toEqual(['PUBLISH'])
  })

  test('a draft saved over a public document changes nothing that is public', async () => {
    const news = await publishedNews(payload)
    await update(payload, 'news', news.id, { title: 'Nytt utkast' }, { draft: true })
    expect(await actions(news.id)).toEqual(['PUBLISH'])
  })

  test('a PATCH that would silently unpublish is refused', async () => {
    const news = await publishedNews(payload)
    await update(payload, 'news', news.id, { title: 'Nytt utkast' }, { draft: true })
    await expect(update(payload, 'news', news.id, { lead: 'En ingress' })).rejects.toMatchObject({
      code: 'WITHDRAW_FIRST',
    })
    expect(await payload.findByID({ collection: 'news', id: news.id } as never)).toMatchObject({
      _status: 'published',
      title: news['title'],
    })
  })

  test.each([
    ['unpublishing', { data: { _status: 'draft' } }],
    ['throwing into the bin', { data: { deletedAt: new Date().toISOString() } }],
  ])('%s of a public document is refused', async (_name, args) => {
    const news = await publishedNews(payload)
    await expect(payload.update({ collection: 'news', id: news.id, ...args } as never)).rejects.toMatchObject({
      code: 'WITHDRAW_FIRST',
    })
    expect(await actions(news.id)).toEqual(['PUBLISH'])
    expect(await payload.findByID({ collection: 'news', id: news.id } as never)).toMatchObject({ _status: 'published' })
  })

  test('deleting a public document is refused', async () => {
    const news = await publishedNews(payload)
    await expect(payload.delete({ collection: 'news', id: news.id } as never)).rejects.toMatchObject({
      code: 'WITHDRAW_FIRST',
    })
    expect(await payload.findByID({ collection: 'news', id: news.id } as never)).toMatchObject({ id: news.id })
  })

  test('changing and deleting several documents at once is refused', async () => {
    const news = await publishedNews(payload)
    const where = { id: { in: [news.id] } }
    await expect(payload.update({ collection: 'news', where, data: { title: 'Alla' } } as never)).rejects.toMatchObject(
      { code: 'BAD_INPUT' },
    )
    await expect(payload.delete({ collection: 'news', where } as never)).rejects.toMatchObject({ code: 'BAD_INPUT' })
    expect(await actions(news.id)).toEqual(['PUBLISH'])
  })

  test('restoring an older version as published is a further publication', async () => {
    const news = await publishedNews(payload, { title: 'Första' })
    await update(payload, 'news', news.id, { title: 'Andra' })
    const versions = await payload.findVersions({
      collection: 'news',
      where: { 'version.title': { equals: 'Första' } },
      sort: 'createdAt',
    } as never)
    await payload.restoreVersion({ collection: 'news', id: (versions.docs[0] as { id: string }).id } as never)
    const written = await writtenAbout(payload, news.id)
    expect(written.map(({ snapshot }) => snapshot?.languages.sv)).toMatchObject([
      { title: 'Första' },
      { title: 'Andra' },
      { title: 'Första' },
    ])
  })

  test('a draft in another language never releases what lies unreleased in the row', async () => {
    const draft = await create(payload, 'news', newsItem(), { draft: true })
    await update(payload, 'news', draft.id, { title: 'Unreleased' }, { draft: true, locale: 'en' })
    await update(payload, 'news', draft.id, { _status: 'published' })
    await update(payload, 'news', draft.id, { lead: 'Still a draft' }, { draft: true, locale: 'en' })
    const written = await writtenAbout(payload, draft.id)
    expect(written).toHaveLength(1)
    expect(JSON.stringify(written)).not.toContain('Unreleased')
  })

  test('a copy of a public document has an id and an address of its own', async () => {
    const news = await publishedNews(payload, { title: 'Förlaga' })
    const copy = (await payload.duplicate({ collection: 'news', id: news.id } as never)) as unknown as {
      id: string
      slug: string
    }
    expect(copy.id).not.toBe(news.id)
    expect(copy.slug).not.toBe(news['slug'])
    expect(await actions(news.id)).toEqual(['PUBLISH'])
  })

  test('nobody chooses the id of a document', async () => {
    const chosen = '00000000-0000-4000-8000-000000000000'
    expect((await create(payload, 'news', newsItem({ id: chosen }))).id).not.toBe(chosen)
  })

  test('publishing in one language releases that language alone', async () => {
    const draft = await create(payload, 'news', newsItem({ title: 'Ofärdig svenska' }), { draft: true })
    await update(
      payload,
      'news',
      draft.id,
      { title: 'Ready', body: paragraph('Text.'), _status: 'published' },
      { locale: 'en' },
    )
    const [written] = await writtenAbout(payload, draft.id)
    expect(Object.keys(written?.snapshot?.languages ?? {})).toEqual(['en'])
    expect(JSON.stringify(written)).not.toContain('Ofärdig')
  })

  test('languages that are not released stay as they are public, not as they are drafted', async () => {
    const news = await publishedNews(payload, { title: 'Rubrik' })
    await update(payload, 'news', news.id, { title: 'Title', body: paragraph('Text.') }, { draft: true, locale: 'en' })
    await update(
      payload,
      'news',
      news.id,
      { _status: 'published' },
      { context: { release: { languages: ['sv', 'en'] } } },
    )
    await update(payload, 'news', news.id, { title: 'Half done' }, { draft: true, locale: 'en' })
    await update(payload, 'news', news.id, { title: 'Ny rubrik', _status: 'published' })
    const newest = (await writtenAbout(payload, news.id)).at(-1)
    expect(newest?.snapshot?.languages).toMatchObject({
      sv: { title: 'Ny rubrik', revision: 3 },
      en: { title: 'Title', madeFrom: 1 },
    })
  })

  test('a slug is unique within its owner, by the database', async () => {
    const news = await publishedNews(payload)
    const row = { id: 'another', slug: news['slug'], owner: 'vasternorrland', audience: 'own', _status: 'draft' }
    await expect(payload.db.create({ collection: 'news', data: row })).rejects.toThrow()
    await expect(
      payload.db.create({ collection: 'news', data: { ...row, id: 'elsewhere', owner: 'nationell' } }),
    ).resolves.toBeDefined()
    await expect(
      payload.db.create({ collection: 'news', data: { ...row, id: 'elsewhere-2', owner: 'nationell' } }),
    ).rejects.toThrow()
  })

  test('an address that was public once is not given to another document', async () => {
    const news = await publishedNews(payload)
    await update(payload, 'news', news.id, { slug: `${String(news['slug'])}-ny` })
    await expect(publishedNews(payload, { slug: news['slug'] })).rejects.toMatchObject({ code: 'SLUG_RESERVED' })
  })
})
