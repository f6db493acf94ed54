import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import sharp from 'sharp'
import { openArchive } from '../../src/archive/read/openArchive.js'
import { verifyArchive } from '../../src/archive/read/verify.js'
import { enterHold } from '../../src/archive/write/holds.js'
import { servicesOf } from '../../src/archive/write/services.js'
import { dispose } from '../../src/workflow/dispose.js'
import { takeDown } from '../../src/workflow/takeDown.js'
import { publishedNews, update, type Stored } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startPublic } from '../support/public.js'
import { allRows, discard, startEditorial, type TestEditorial } from '../support/service.js'

onEachDatabase((database) => {
  let editorial: TestEditorial
  beforeEach(async () => {
    editorial = await startEditorial(database)
  })
  afterEach(() => discard(editorial))
  const req = () => createLocalReq({}, editorial.payload)
  const authority = 'RA-MS 2024:12'
  const withdrawn = async (more: object = {}): Promise<Stored> => {
    const news = await publishedNews(editorial.payload, { title: 'Gammalt', ...more })
    await update(editorial.payload, 'news', news.id, { title: 'Gammalt, rättat' })
    const withdrawal = { shownAs: 'explained' as const, redirectTo: null }
    await takeDown(await req(), 'news', news.id, { action: 'WITHDRAW', reason: 'Inaktuell', withdrawal })
    return news
  }
  const verified = async () => {
    const { audit, files, close } = await openArchive(editorial)
    const verdict = await verifyArchive({ audit, files, deep: true })
    await close()
    return verdict
  }

  test('a disposal removes the content everywhere; records, receipts and a tombstone stay, and all verifies', async () => {
    const news = await withdrawn()
    const other = await publishedNews(editorial.payload, { title: 'Ett annat' })
    await dispose(await req(), news.id, { authority, reason: 'Gallringsfristen har gått ut' })
    const texts = JSON.stringify([
      await allRows(editorial.payload, 'snapshots'),
      await allRows(editorial.payload, 'news'),
      (await editorial.payload.db.findVersions({ collection: 'news', pagination: false })).docs,
    ])
    expect([texts.includes('Gammalt'), texts.includes('Ett annat')]).toEqual([false, true])
    const site = await startPublic(editorial)
    const { data } = await site.query(
      `query ($id: ID!, $other: ID!) {
        node(id: $id) { ... on NewsItem { publication title takenDown { reason } history(first: 9) { nodes { action digest snapshot receipt } } } }
        other: node(id: $other) { ... on NewsItem { title } } }`,
      { id: news.id, other: other.id },
    )
    expect(data).toMatchObject({
      node: {
        publication: 'SEALED',
        title: null,
        takenDown: { reason: 'Gallrad med stöd av RA-MS 2024:12.' },
        history: {
          nodes: [
            { action: 'DISPOSE' },
            { action: 'WITHDRAW' },
            {
              action: 'PUBLISH',
              snapshot: null,
              digest: expect.stringMatching(/^[0-9a-f]{64}$/),
              receipt: expect.any(String),
            },
            { action: 'PUBLISH', snapshot: null },
          ],
        },
      },
      other: { title: 'Ett annat' },
    })
    await site.close()
    expect(await verified()).toMatchObject({ finding: null, entries: 5, snapshots: 1 })
  })

  const picture = async (): Promise<Stored> => {
    const data = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#005293' } })
      .png()
      .toBuffer()
    const file = { data, mimetype: 'image/png', name: 'blå.png', size: data.length }
    const media = { collection: 'media', data: { owner: 'vasternorrland', alt: 'Blått' }, file }
    return (await editorial.payload.create(media as never)) as unknown as Stored
  }

  test('a file goes with the last content that names it', async () => {
    const image = await picture()
    const [first, second] = [await withdrawn({ image: image.id }), await withdrawn({ image: image.id })]
    expect((await dispose(await req(), first.id, { authority, reason: null })).files).toEqual([])
    expect((await dispose(await req(), second.id, { authority, reason: null })).files).toHaveLength(1)
  })

  test('a picture whose file was disposed of is not published again until it has been uploaded again', async () => {
    const image = await picture()
    const { files } = await dispose(await req(), (await withdrawn({ image: image.id })).id, { authority, reason: null })
    for (const sha256 of files) await servicesOf(editorial.payload).files.remove(sha256)
    await expect(publishedNews(editorial.payload, { image: image.id })).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await picture()
    await publishedNews(editorial.payload, { image: image.id })
    expect(await verified()).toMatchObject({ finding: null, files: 1 })
  })

  test('under a hold nothing is disposed of, and what says so tells why', async () => {
    const news = await withdrawn()
    const hold = { document: news.id, reason: 'Tvist vid domstol', who: 'Arkivarien' }
    await enterHold(await req(), { ...hold, act: 'PLACE' })
    await expect(dispose(await req(), news.id, { authority, reason: null })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Tvist vid domstol'),
    })
    expect((await verified()).entries).toBe(3)
    await enterHold(await req(), { ...hold, act: 'RELEASE' })
    await expect(dispose(await req(), news.id, { authority, reason: null })).resolves.toBeDefined()
  })

  test('without an authority, of what is public, or twice, it is refused', async () => {
    const news = await withdrawn()
    await expect(dispose(await req(), news.id, { authority: ' ', reason: null })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    })
    const open = await publishedNews(editorial.payload)
    await expect(dispose(await req(), open.id, { authority, reason: null })).rejects.toMatchObject({
      code: 'WITHDRAW_FIRST',
    })
    await dispose(await req(), news.id, { authority, reason: null })
    await expect(dispose(await req(), news.id, { authority, reason: null })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(dispose(await req(), 'nobody', { authority, reason: null })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
