import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sha256 } from '../../src/archive/pure/digest.js'
import { leafHash } from '../../src/archive/pure/log.js'
import { createAsked } from '../../src/delivery/asked.js'
import { createShelf } from '../../src/archive/read/shelf.js'
import { createViews } from '../../src/archive/read/view.js'
import { create, newsItem, publishedNews, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { allRows, discard, writtenAbout } from '../support/service.js'
import { startReading, told, type Reading } from './reading.js'

const justBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString()

onEachDatabase((database) => {
  let reading: Reading
  beforeAll(async () => {
    reading = await startReading(database)
  })
  afterAll(async () => {
    await reading.close()
    await discard(reading.editorial)
  })

  const tellAt = async (id: string, knownAt?: string): Promise<string> => {
    const view = await reading.view(knownAt)
    return told(view, view.document(id))
  }

  test('what is published is read back, with the content that was archived', async () => {
    const news = await publishedNews(reading.payload, { title: 'En nyhet', lead: 'Ingress' })
    const view = await reading.view()
    const found = view.document(news.id)
    const [written] = await writtenAbout(reading.payload, news.id)
    expect(found).toMatchObject({ id: news.id, kind: 'news', publication: 'PUBLIC', seal: null })
    expect(await view.snapshot(found!.content!)).toEqual(written?.snapshot)
    expect(sha256(await view.bytes(found!.entry.record.id))).toBe(found?.entry.record.snapshot)
  })

  test('what is public now is answered without a question to the database', async () => {
    const news = await publishedNews(reading.payload)
    const view = await reading.view()
    expect(view.snapshot(view.document(news.id)!.content!)).not.toBeInstanceOf(Promise)
  })

  test('a draft leaves nothing, neither new nor over what is public', async () => {
    const draft = await create(reading.payload, 'news', newsItem(), { draft: true })
    expect(await tellAt(draft.id)).toBe('nothing')
    const news = await publishedNews(reading.payload, { title: 'Publik' })
    const { head } = (await reading.view(), reading.shelf.status())
    await update(reading.payload, 'news', news.id, { title: 'Utkast' }, { draft: true })
    expect(await tellAt(news.id)).toBe('PUBLIC Publik')
    expect(reading.shelf.head()).toBe(head)
  })

  test('between two publications the first is known, and before it nothing', async () => {
    const before = reading.clock.pass()
    reading.clock.pass()
    const news = await publishedNews(reading.payload, { title: 'Första' })
    const between = reading.clock.pass()
    reading.clock.pass()
    await update(reading.payload, 'news', news.id, { title: 'Andra' })
    const after = reading.clock.pass()
    const answers = [
      await tellAt(news.id, before),
      await tellAt(news.id, between),
      await tellAt(news.id, after),
      await tellAt(news.id),
    ]
    expect(answers).toEqual(['nothing', 'PUBLIC Första', 'PUBLIC Andra', 'PUBLIC Andra'])
    const view = await reading.view(between)
    expect(view.history(news.id).map(({ record }) => record.revision)).toEqual([1])
    const second = (await reading.view()).history(news.id)[1]!
    expect(view.record(second.record.id)).toBeUndefined()
    expect((await reading.view()).record(second.record.id)).toBe(second)
  })

  test.each([
    ['explained', 'WITHDRAWN Tidigare'],
    ['gone', 'WITHDRAWN tombstone'],
  ] as const)(
    'a withdrawn document that is %s says so from then on, and past moments still answer',
    async (shownAs, expected) => {
      const news = await publishedNews(reading.payload, { title: 'Tidigare' })
      const before = reading.clock.pass()
      reading.clock.pass()
      await reading.withdraw('news', news.id, shownAs)
      reading.clock.pass()
      expect(await tellAt(news.id, before)).toBe('PUBLIC Tidigare')
      expect(await tellAt(news.id)).toBe(expected)
      expect((await reading.view()).ofCounty('news', 'vasternorrland').map(({ id }) => id)).not.toContain(news.id)
      expect((await reading.view(before)).ofCounty('news', 'vasternorrland').map(({ id }) => id)).toContain(news.id)
    },
  )

  test('a seal hides the content at every moment at which it was public, and a new text may follow', async () => {
    const news = await publishedNews(reading.payload, { title: 'Skyddad adress' })
    const first = reading.clock.pass()
    reading.clock.pass()
    await update(reading.payload, 'news', news.id, { title: 'Skyddad adress, rättad' })
    const second = reading.clock.pass()
    reading.clock.pass()
    await reading.seal('news', news.id)
    reading.clock.pass()
    const all = [await tellAt(news.id, first), await tellAt(news.id, second), await tellAt(news.id)]
    expect(all).toEqual(['SEALED tombstone', 'SEALED tombstone', 'SEALED tombstone'])
    await update(reading.payload, 'news', news.id, { title: 'Utan adress', _status: 'published' })
    reading.clock.pass()
    expect([await tellAt(news.id, second), await tellAt(news.id)]).toEqual(['SEALED tombstone', 'PUBLIC Utan adress'])
    const view = await reading.view()
    expect(view.history(news.id).map((entry) => view.sealOf(entry)?.record.note ?? null)).toEqual([
      'Fel adress',
      'Fel adress',
      'Fel adress',
      null,
    ])
  })

  test('a moment more than a minute ahead is refused, one that is a little ahead is answered as of now', async () => {
    // A view is asked for an hour from now.
    const now = new Date(Date.parse(reading.clock.now()) + 3_600_000).toISOString()
    const ahead = (seconds: number): string => new Date(Date.parse(now) + seconds * 1_000).toISOString()
    expect((await reading.view(ahead(60))).knownAt).toBe(justBefore(now))
    await expect(reading.view(ahead(3_600 + 61))).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })

  test('a moment that was not followed to is answered as of the last that was, and says so', async () => {
    const { knownAt: followed } = await reading.view()
    reading.clock.pass()
    const news = await publishedNews(reading.payload)
    const asked = reading.clock.pass()

    const behind = createViews(reading.shelf, reading.archive.reader)(asked)
    expect([behind.knownAt, behind.document(news.id)]).toEqual([justBefore(followed), undefined])
    const { knownAt } = await reading.view(asked)
    expect(knownAt).toBe(asked)
    expect(await tellAt(news.id, asked)).toContain('PUBLIC')
  })

  test('what may still be entered in the very millisecond in which the log was asked is not left out for good', async () => {
    const { knownAt: asked } = await reading.view()
    const early = createAsked(reading.shelf, reading.archive.reader)
    const { knownAt } = early.context.viewAt(asked)
    const news = await publishedNews(reading.payload)
    await reading.shelf.follow()
    const { placedAt } = reading.shelf.entriesOf(news.id)[0]!
    expect([placedAt, knownAt < placedAt, early.isReached()]).toEqual([asked, true, false])
    // No two entries have the same instant: with it, the moment is known whole.
    const late = createAsked(reading.shelf, reading.archive.reader)
    const view = late.context.viewAt(asked)
    expect([view.knownAt, view.document(news.id)?.publication, late.isReached()]).toEqual([asked, 'PUBLIC', true])
  })

  test('what is entered late, or by a slower clock, is not left out for good of a moment that was asked about', async () => {
    const now = (): string => new Date(Date.parse(reading.clock.now()) + 1_500).toISOString()
    const ahead = createShelf({ reader: reading.archive.reader, now, settling: 2_000 })
    const asked = reading.clock.pass()
    await ahead.follow()
    const early = createAsked(ahead, reading.archive.reader)
    expect([early.context.viewAt(asked).knownAt < asked, early.isReached()]).toEqual([true, false])
    const news = await publishedNews(reading.payload)
    reading.clock.pass(1)
    await ahead.follow()
    const late = createAsked(ahead, reading.archive.reader)
    const view = late.context.viewAt(asked)
    expect([view.knownAt, view.document(news.id)?.publication, late.isReached()]).toEqual([asked, 'PUBLIC', true])
  })

  test('each entry that is read is the one that the log committed to', async () => {
    const places = await allRows(reading.payload, 'log')
    const bodies = new Map((await allRows(reading.payload, 'records')).map((row) => [row['id'], String(row['body'])]))
    const entries = await reading.archive.reader.entriesAfter(-1, 1_000)
    expect(entries).toHaveLength(places.length)
    for (const entry of entries) {
      const { seq, placedAt, publicFrom, commitment, leaf } = entry
      expect(places.find((row) => row['seq'] === seq)).toMatchObject({
        placedAt,
        publicFrom,
        leaf,
        record: entry.record.id,
      })
      expect(commitment).toBe(sha256(bodies.get(entry.record.id)!))
      expect(leafHash({ seq, placedAt, commitment })).toBe(leaf)
    }
  })
})
