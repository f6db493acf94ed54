import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { ArchiveReader } from '../../src/archive/read/reader.js'
import { createShelf } from '../../src/archive/read/shelf.js'
import { createViews } from '../../src/archive/read/view.js'
import { publishedNews, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { faultsOn } from '../support/faults.js'
import { allRows, discard } from '../support/service.js'
import { startReading, told, type Reading } from './reading.js'

onEachDatabase((database) => {
  let reading: Reading
  beforeEach(async () => {
    reading = await startReading(database)
  })
  afterEach(async () => {
    await reading.close()
    await discard(reading.editorial)
  })

  const faults = faultsOn(database, () => reading.editorial.databaseUrl)
  const titlesNow = async (): Promise<string[]> => {
    reading.clock.pass()
    const view = createViews(reading.shelf, reading.archive.reader)(null)
    return (await Promise.all(view.ofCounty('news', 'vasternorrland').map((found) => told(view, found)))).sort()
  }

  test('a shelf follows from nothing, and each time from where it was', async () => {
    const { shelf, payload } = reading
    expect(shelf.status()).toEqual({ head: -1, documents: 0, lastFollowedAt: null, error: null })
    await shelf.follow()
    expect(shelf.status()).toMatchObject({ head: -1, lastFollowedAt: reading.clock.now() })
    await publishedNews(payload, { title: 'A' })
    expect(await titlesNow()).toEqual([])
    await shelf.follow()
    expect([shelf.head(), await titlesNow()]).toEqual([0, ['PUBLIC A']])
  })

  test('several entries at once come in the order of the log, and missing ones after a pause', async () => {
    const { shelf, payload, clock } = reading
    const first = await publishedNews(payload, { title: 'A' })
    await shelf.follow()
    await Promise.all(['B', 'C', 'D', 'E'].map((title) => publishedNews(payload, { title })))
    clock.pass()
    await update(payload, 'news', first.id, { title: 'A igen' })
    await shelf.follow()
    expect(shelf.head()).toBe(5)
    expect(await titlesNow()).toEqual(['PUBLIC A igen', 'PUBLIC B', 'PUBLIC C', 'PUBLIC D', 'PUBLIC E'])
    expect(shelf.entriesOf(first.id).map(({ seq }) => seq)).toEqual([0, 5])
  })

  test('the reader gives what follows a number, in order, as many as are asked for', async () => {
    for (const title of ['A', 'B', 'C', 'D']) await publishedNews(reading.payload, { title })
    const seqs = async (after: number, limit: number): Promise<number[]> =>
      (await reading.archive.reader.entriesAfter(after, limit)).map(({ seq }) => seq)
    expect([await seqs(-1, 2), await seqs(1, 10), await seqs(3, 10)]).toEqual([[0, 1], [2, 3], []])
  })

  test('what is committed while a run is under way is followed by the call that was made then', async () => {
    const { archive, clock, payload } = reading
    await publishedNews(payload, { title: 'A' })
    let release = (): void => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    let questions = 0
    // The first question is answered from before the second publication, and its answer is held back until after.
    const slow: ArchiveReader = {
      ...archive.reader,
      entriesAfter: async (seq, limit) => {
        const answer = await archive.reader.entriesAfter(seq, limit)
        if ((questions += 1) === 2) await held
        return answer
      },
    }
    const shelf = createShelf({ reader: slow, now: clock.now })
    const run = shelf.follow()
    await publishedNews(payload, { title: 'B' })
    const again = [shelf.follow(), shelf.follow()]
    release()
    await Promise.all([run, ...again])
    expect(shelf.head()).toBe(1)
  })

  test('a database that does not answer is named, keeps what was read, and is followed again when it does', async () => {
    const { archive, clock, payload } = reading
    let isDown = false
    const reader: ArchiveReader = {
      ...archive.reader,
      entriesAfter: (seq, limit) =>
        isDown ? Promise.reject(new Error('planted: down')) : archive.reader.entriesAfter(seq, limit),
    }
    const shelf = createShelf({ reader, now: clock.now })
    const news = await publishedNews(payload)
    await shelf.follow()
    const followedAt = shelf.status().lastFollowedAt
    clock.pass()
    await publishedNews(payload)
    isDown = true
    await expect(shelf.follow()).rejects.toThrow('planted: down')
    expect(shelf.status()).toEqual({ head: 0, documents: 1, lastFollowedAt: followedAt, error: 'planted: down' })
    expect(shelf.current(shelf.entriesOf(news.id)[0]!.record.id)).toBeDefined()
    isDown = false
    await shelf.follow()
    expect(shelf.status()).toMatchObject({ head: 1, error: null, lastFollowedAt: clock.now() })
  })

  test('of a document only the text that is public now is held in memory; the others are read when asked for', async () => {
    const { shelf, payload, clock } = reading
    const news = await publishedNews(payload, { title: 'Första' })
    await shelf.follow()
    const before = clock.pass()
    clock.pass()
    await update(payload, 'news', news.id, { title: 'Andra' })
    clock.pass()
    await shelf.follow()
    const held = shelf.entriesOf(news.id).map(({ record }) => shelf.current(record.id) !== undefined)
    expect(held).toEqual([false, true])
    const view = await reading.view(before)
    expect(await told(view, view.document(news.id))).toBe('PUBLIC Första')
    await reading.seal('news', news.id)
    await reading.view()
    expect(shelf.entriesOf(news.id).map(({ record }) => shelf.current(record.id))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('past texts that cannot be read are ARCHIVE_UNAVAILABLE, and the present ones are still there', async () => {
    const { shelf, payload, clock, archive } = reading
    const news = await publishedNews(payload, { title: 'Första' })
    const before = clock.pass()
    clock.pass()
    await update(payload, 'news', news.id, { title: 'Andra' })
    await reading.view()
    const reader: ArchiveReader = { ...archive.reader, snapshots: () => Promise.reject(new Error('planted: down')) }
    const views = createViews(shelf, reader)
    await expect(told(views(before), views(before).document(news.id))).rejects.toMatchObject({
      code: 'ARCHIVE_UNAVAILABLE',
    })
    expect(await told(views(null), views(null).document(news.id))).toBe('PUBLIC Andra')
  })

  test.each([
    ['an entry of the log', 'log'],
    ['a record', 'records'],
  ] as const)(
    '%s that is missing is named by its number; what comes before it is shown and nothing after',
    async (_name, table) => {
      for (const title of ['A', 'B', 'C']) await publishedNews(reading.payload, { title })
      const [, second] = (await allRows(reading.payload, 'log')).sort(
        (one, other) => Number(one['seq']) - Number(other['seq']),
      )
      await faults.lose(table, String(table === 'log' ? second?.['id'] : second?.['record']))
      await expect(reading.shelf.follow()).rejects.toMatchObject({
        code: 'ARCHIVE_UNAVAILABLE',
        message: expect.stringContaining('nummer 1'),
      })
      expect([reading.shelf.head(), await titlesNow()]).toEqual([0, ['PUBLIC A']])
      await expect(reading.shelf.follow()).rejects.toMatchObject({ code: 'ARCHIVE_UNAVAILABLE' })
    },
  )

  test('a missing record is noticed in the newest entry too', async () => {
    const news = await publishedNews(reading.payload)
    await faults.lose(
      'records',
      String((await allRows(reading.payload, 'records', { document: { equals: news.id } }))[0]?.['id']),
    )
    await expect(reading.shelf.follow()).rejects.toMatchObject({ message: expect.stringContaining('nummer 0') })
  })

  test('a record that was changed is noticed, and nothing newer is shown', async () => {
    await publishedNews(reading.payload, { title: 'A' })
    const news = await publishedNews(reading.payload, { title: 'B' })
    const [written] = await allRows(reading.payload, 'records', { document: { equals: news.id } })
    const body = String(written?.['body']).replace('"revision":1', '"revision":2')
    await faults.set('records', String(written?.['id']), 'body', body)
    await expect(reading.shelf.follow()).rejects.toMatchObject({ message: expect.stringContaining('nummer 1') })
    expect(await titlesNow()).toEqual(['PUBLIC A'])
  })

  test('a damaged text stops no other, and is not served', async () => {
    const news = await publishedNews(reading.payload, { title: 'A' })
    await publishedNews(reading.payload, { title: 'B' })
    const [written] = await allRows(reading.payload, 'records', { document: { equals: news.id } })
    const [snapshot] = await allRows(reading.payload, 'snapshots', { id: { equals: written?.['id'] } })
    await faults.set('snapshots', String(written?.['id']), 'bytes', String(snapshot?.['bytes']).replace('"A"', '"B"'))
    const view = await reading.view()
    expect(reading.shelf.head()).toBe(1)
    await expect(told(view, view.document(news.id))).rejects.toMatchObject({ code: 'ARCHIVE_DAMAGED' })
  })
})
