import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ArchiveReader } from '../../src/archive/read/reader.js'
import { createPlaces } from '../../src/archive/read/places.js'
import { createViews } from '../../src/archive/read/view.js'
import { createShelf, type Shelf } from '../../src/archive/read/shelf.js'
import { openArchive, type OpenArchive } from '../../src/archive/read/openArchive.js'
import { realTime } from '../../src/archive/write/services.js'
import { paragraph, publishedNews, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'
import { deliveryOver } from '../support/uncached.js'

const VERSIONS = 6
const ASKERS = 60
const limits = { count: 1, bytes: 1e9, patience: 60_000 }

onEachDatabase((database) => {
  let editorial: TestEditorial
  let archive: OpenArchive
  let shelf: Shelf
  let id: string
  let records: string[]

  beforeAll(async () => {
    editorial = await startEditorial(database)
    const body = paragraph('Länsstyrelsen samordnar arbetet i länet. '.repeat(500))
    const news = await publishedNews(editorial.payload, { title: 'Version 0', body })
    id = news.id
    for (let n = 1; n <= VERSIONS; n += 1) await update(editorial.payload, 'news', id, { title: `Version ${n}` })
    archive = await openArchive(editorial)
    shelf = createShelf({ reader: archive.reader, now: realTime.now })
    await shelf.follow()
    // The newest is public now, and held.
    records = shelf
      .entriesOf(id)
      .map(({ record }) => record.id)
      .slice(0, -1)
  })
  afterAll(async () => {
    await archive.close()
    await discard(editorial)
  })

  test('of many answers that are made from texts of the past at one time, few have any in memory, and all are given', async () => {
    let [having, most, finished] = [0, 0, 0]
    const counting: ArchiveReader = {
      ...archive.reader,
      snapshots: (asked) => {
        having += 1
        most = Math.max(most, having - finished)
        return archive.reader.snapshots(asked)
      },
    }
    const uncached = deliveryOver(shelf, counting)
    const ask = async (n: number): Promise<string> => {
      const query = `query Q${n}($id: ID!) { node(id: $id) { ... on NewsItem { history { nodes { snapshot } } } } }`
      const answer = await uncached.ask(query, { id })
      finished += 1
      return answer
    }
    const answers = await Promise.all(Array.from({ length: ASKERS }, (_, n) => ask(n)))
    for (const answer of answers) {
      expect(answer).not.toContain('"errors"')
      expect([...answer.matchAll(/Version (\d)/g)].map(([, n]) => n)).toEqual(['6', '5', '4', '3', '2', '1', '0'])
    }
    expect(having).toBe(ASKERS)
    // Four have a place; some have left it and are not told of here yet.
    expect(most).toBeLessThanOrEqual(12)
  })

  test('who fails lets go of the place, too', async () => {
    const uncached = deliveryOver(shelf, { ...archive.reader, snapshots: () => Promise.reject(new Error('away')) })
    const query = (n: number): string => `query Q${n}($id: ID!) { record(id: $id) { snapshot } }`
    for (let n = 0; n < 10; n += 1)
      expect(await uncached.ask(query(n), { id: records[0] })).toContain('ARCHIVE_UNAVAILABLE')
    expect(await deliveryOver(shelf, archive.reader).ask(query(0), { id: records[0] })).toContain('Version 0')
  })

  test('who waits for too long is told to come again; who comes after that finds the place free', async () => {
    const places = createPlaces({ ...limits, patience: 20 })
    const read = (place: Parameters<typeof createViews>[2]): Promise<string> =>
      createViews(shelf, archive.reader, place)(null).bytes(records[0]!)
    const first = places.holding()
    await read(first)
    await expect(read(places.holding())).rejects.toMatchObject({ code: 'ARCHIVE_UNAVAILABLE', status: 503 })
    first.end()
    expect(await read(places.whileReading)).toContain('Version 0')
    expect(await read(places.holding())).toContain('Version 0')
  })

  test('who is answered before it began to read, or while it waits, takes no place with it', async () => {
    const places = createPlaces({ ...limits, patience: 1_000 })
    const read = (place: Parameters<typeof createViews>[2]): Promise<string> =>
      createViews(shelf, archive.reader, place)(null).bytes(records[0]!)
    const early = places.holding()
    early.end()
    await expect(read(early)).rejects.toMatchObject({ code: 'ARCHIVE_UNAVAILABLE' })
    const [first, waiting, third] = [places.holding(), places.holding(), places.holding()]
    await read(first)
    const waited = read(waiting)
    waiting.end()
    first.end()
    await expect(waited).rejects.toMatchObject({ code: 'ARCHIVE_UNAVAILABLE' })
    expect(await read(third)).toContain('Version 0')
  })

  test('they wait in the order in which they came', async () => {
    const places = createPlaces(limits)
    const order: number[] = []
    const answers = [0, 1, 2, 3].map(async (n) => {
      const place = places.holding()
      await createViews(shelf, archive.reader, place)(null).bytes(records[n]!)
      order.push(n)
      place.end()
    })
    await Promise.all(answers)
    expect(order).toEqual([0, 1, 2, 3])
  })

  test('an answer that is made from too much of the past is refused, and says what to do', async () => {
    const { bytes } = createViews(shelf, archive.reader, createPlaces({ ...limits, bytes: 100_000 }).holding())(null)
    const all = await Promise.allSettled(records.map(bytes))
    expect(all.map((one) => one.status === 'rejected' && (one.reason as { code: string }).code)).toEqual(
      records.map(() => 'TOO_COMPLEX'),
    )
  })
})
