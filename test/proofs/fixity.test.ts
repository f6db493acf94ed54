import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import { pino } from 'pino'
import sharp from 'sharp'
import type { FileResult } from '../../src/archive/pure/fixity.js'
import { checkFile, checkFiles, type FilesVerdict } from '../../src/archive/read/checkFiles.js'
import { openArchive, type OpenArchive } from '../../src/archive/read/openArchive.js'
import { append } from '../../src/archive/write/append.js'
import { createFixity, type Fixity, type FixityOptions } from '../../src/archive/write/fixity.js'
import { inTransaction } from '../../src/database/inTransaction.js'
import { create, newsItem, publishedNews, update, type Stored } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { fileFaultsOn } from '../support/fileFaults.js'
import { startPublic } from '../support/public.js'
import { allRows, discard, startEditorial, writtenAbout, type TestEditorial } from '../support/service.js'

const DAY = 86_400_000
const START = '2026-03-01T08:00:00.000Z'

onEachDatabase((database) => {
  let editorial: TestEditorial
  let archive: OpenArchive
  let fixity: Fixity
  let instant: number
  let logged: { level: number; sha256?: string; msg: string }[]
  let read: string[]
  const faults = fileFaultsOn(database, () => editorial)

  beforeEach(async () => {
    editorial = await startEditorial(database)
    archive = await openArchive(editorial)
    instant = Date.parse(START)
    logged = []
    read = []
    fixity = checker()
  })
  afterEach(async () => {
    await fixity.stop()
    await archive.close()
    await discard(editorial)
  })

  const checker = (options: Partial<FixityOptions> = {}): Fixity =>
    createFixity({
      payload: editorial.payload,
      check: (sha256) => {
        read.push(sha256)
        return checkFile(archive.files, { sha256 })
      },
      now: () => new Date(instant).toISOString(),
      log: pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) }),
      ...options,
    })
  const picture = async (background = '#005293'): Promise<Stored> => {
    const data = await sharp({ create: { width: 900, height: 300, channels: 3, background } })
      .png()
      .toBuffer()
    const file = { data, mimetype: 'image/png', name: 'blå.png', size: data.length }
    return create(editorial.payload, 'media', { owner: 'vasternorrland', alt: 'Blått' }, { file } as never)
  }
  const filesOf = async (document: Stored): Promise<string[]> => {
    const written = await writtenAbout(editorial.payload, document.id)
    return [...new Set(written.flatMap(({ record }) => record.index?.files ?? []))]
  }
  const roundAfter = async (milliseconds: number): Promise<void> => {
    instant += milliseconds
    await fixity.round()
  }
  const recorded = async (): Promise<Map<string, { checkedAt: string; result: FileResult }>> =>
    new Map((await allRows(editorial.payload, 'fixity')).map((row) => [String(row['id']), row as never]))
  const errors = () => logged.filter(({ level }) => level >= 50)
  const health = async (): Promise<[number, Record<string, unknown>, string]> => {
    const site = await startPublic(editorial, { fixity })
    const response = await fetch(`${site.url}/health/ready`)
    const text = await response.text()
    await site.close()
    return [response.status, JSON.parse(text) as Record<string, unknown>, text]
  }
  const byHand = (all = false): Promise<FilesVerdict> => checkFiles({ ...archive, all })
  const dispose = async (document: Stored): Promise<void> => {
    const [{ record } = { record: undefined }] = (await writtenAbout(editorial.payload, document.id)).slice(-1)
    const req = await createLocalReq({}, editorial.payload)
    await inTransaction(req, () =>
      append(req, {
        ...{ action: 'DISPOSE', document: record!.document, revision: record!.revision + 1, note: 'Gallras' },
        statement: { who: null, role: 'archivist', reason: 'Gallras', via: 'local' },
      }),
    )
  }

  test('whole files are read once, recorded as whole, and told of without being named', async () => {
    const files = await filesOf(await publishedNews(editorial.payload, { image: (await picture()).id }))
    expect(files.length).toBeGreaterThan(1)
    await fixity.round()
    expect(read.sort()).toEqual([...files].sort())
    expect(await recorded()).toEqual(
      new Map(files.map((id) => [id, expect.objectContaining({ checkedAt: START, result: 'OK' })])),
    )
    const { length } = files
    expect(fixity.status()).toEqual({ files: length, checked: length, damaged: [], oldestCheck: START, lastRun: START })
    const [status, body, text] = await health()
    expect([status, body]).toMatchObject([
      200,
      { status: 'ok', files: { known: length, checked: length, damaged: 0, oldestCheck: START } },
    ])
    expect(text).not.toMatch(/[0-9a-f]{64}/)
    expect(await byHand()).toEqual({ files: length, checked: length, damaged: [] })
    await roundAfter(600_000)
    expect(read).toHaveLength(length)
    expect(errors()).toEqual([])
  })

  test.each([
    ['flip', 'FILE_CHANGED'],
    ['cut', 'FILE_CHANGED'],
    ['lose', 'FILE_MISSING'],
  ] as const)(
    'a file that suffers a %s is found, told of, and whole again after it was repaired',
    async (fault, result) => {
      const news = await publishedNews(editorial.payload, { image: (await picture()).id })
      const [damaged, ...others] = await filesOf(news)
      await fixity.round()
      await faults[fault](damaged!)
      // It was read a moment ago: found when its turn comes.
      await roundAfter(16 * DAY)
      await roundAfter(600_000)
      expect((await recorded()).get(damaged!)).toMatchObject({ result })
      expect(fixity.status()).toMatchObject({ damaged: [damaged], files: others.length + 1 })
      expect(errors()).toMatchObject([
        { sha256: damaged, result, documents: [news.id], msg: expect.stringContaining('upload the same file again') },
      ])
      const [status, body, text] = await health()
      expect([status, body]).toMatchObject([200, { status: 'damaged', files: { damaged: 1 } }])
      expect(text).not.toMatch(/[0-9a-f]{64}/)
      expect(await byHand(true)).toMatchObject({ damaged: [{ code: result, about: damaged, documents: [news.id] }] })

      // Looked at again in each round, told once; a restart knows and tells anew.
      read = []
      await roundAfter(600_000)
      expect([read[0], errors().length]).toEqual([damaged, 1])
      const restarted = checker()
      await restarted.round()
      expect([restarted.status().damaged, errors().length]).toEqual([[damaged], 2])

      await picture()
      await roundAfter(600_000)
      expect((await recorded()).get(damaged!)).toMatchObject({ result: 'OK' })
      expect(fixity.status().damaged).toEqual([])
      expect(logged.at(-1)).toMatchObject({ sha256: damaged, msg: expect.stringContaining('whole again') })
      expect((await health())[1]).toMatchObject({ status: 'ok', files: { damaged: 0 } })
      expect((await byHand()).damaged).toEqual([])
    },
  )

  test('the first damaged file ends the reading by hand, unless all are asked for', async () => {
    const files = await filesOf(await publishedNews(editorial.payload, { image: (await picture()).id }))
    for (const sha256 of files) await faults.flip(sha256)
    expect(await byHand()).toMatchObject({ checked: 1, damaged: [{ code: 'FILE_CHANGED' }] })
    expect((await byHand(true)).damaged.map(({ about }) => about).sort()).toEqual([...files].sort())
  })

  test('a file is read in the first round after it was published, and drafts have none', async () => {
    await fixity.round()
    const draft = await create(editorial.payload, 'news', newsItem({ image: (await picture()).id }), { draft: true })
    await roundAfter(600_000)
    expect([read, fixity.status()]).toMatchObject([[], { files: 0, oldestCheck: null }])
    await update(editorial.payload, 'news', draft.id, { _status: 'published' })
    await roundAfter(600_000)
    expect(read.sort()).toEqual((await filesOf(draft)).sort())
  })

  test('every file gets its turn within the period, a share in each round, and again after a stop of months', async () => {
    const news = await publishedNews(editorial.payload, { image: (await picture()).id })
    await update(editorial.payload, 'news', news.id, { image: (await picture('#ffcd00')).id })
    const files = await filesOf(news)
    fixity = checker({ pace: { period: 30 * DAY, round: DAY } })
    await fixity.round()
    const share = Math.ceil((3 * files.length) / 30)
    expect(share).toBeLessThan(files.length)
    for (let day = 0; day < 60; day += 1) {
      read = []
      await roundAfter(DAY)
      expect(read.length).toBeLessThanOrEqual(share)
      expect(instant - Date.parse(fixity.status().oldestCheck!)).toBeLessThanOrEqual(30 * DAY)
    }
    instant += 200 * DAY
    for (let day = 0; day <= 10; day += 1) await roundAfter(DAY)
    expect(instant - Date.parse(fixity.status().oldestCheck!)).toBeLessThanOrEqual(15 * DAY)
  })

  test('what was disposed of is not needed, unless another document names it', async () => {
    const image = (await picture()).id
    const [one, other] = [
      await publishedNews(editorial.payload, { image }),
      await publishedNews(editorial.payload, { image }),
    ]
    const files = await filesOf(one)
    await fixity.round()
    await dispose(one)
    for (const sha256 of files) await faults.lose(sha256)
    await roundAfter(31 * DAY)
    for (let count = 0; count < files.length; count += 1) await roundAfter(600_000)
    expect([...fixity.status().damaged].sort()).toEqual([...files].sort())
    expect((await byHand(true)).damaged).toMatchObject(files.map(() => ({ documents: [other.id] })))
    await dispose(other)
    await roundAfter(600_000)
    expect(fixity.status()).toMatchObject({ files: 0, damaged: [] })
    expect(await recorded()).toEqual(new Map())
    expect(await byHand(true)).toEqual({ files: 0, checked: 0, damaged: [] })
  })

  test('two instances share the work, and each knows what the other found', async () => {
    const files = await filesOf(await publishedNews(editorial.payload, { image: (await picture()).id }))
    await faults.flip(files[0]!)
    await fixity.round()
    const other = checker()
    read = []
    await other.round()
    // The damaged one is looked at again by each.
    expect(read).toEqual([files[0]])
    expect(other.status().damaged).toEqual([files[0]])
    await picture()
    await roundAfter(600_000)
    instant += 600_000
    await other.round()
    expect(other.status().damaged).toEqual([])
  })

  test('what another instance has read meanwhile is not read again', async () => {
    const files = await filesOf(await publishedNews(editorial.payload, { image: (await picture()).id }))
    const other = checker()
    const mine: string[] = []
    fixity = checker({
      check: async (sha256) => {
        mine.push(sha256)
        if (mine.length === 1) await other.round()
        return checkFile(archive.files, { sha256 })
      },
    })
    await fixity.round()
    expect([mine.length, read.length]).toEqual([1, files.length])
    expect(fixity.status()).toMatchObject({ checked: files.length, damaged: [] })
    expect(await recorded()).toHaveProperty('size', files.length)
  })

  test('rounds that overlap are one, the rate is bounded, and a stop waits for one file alone', async () => {
    const files = await filesOf(await publishedNews(editorial.payload, { image: (await picture()).id }))
    const rests: number[] = []
    let bytes = 0
    fixity = checker({
      bytesPerSecond: 1_000,
      check: async (sha256) => {
        const checked = await checkFile(archive.files, { sha256 })
        bytes += checked.bytes
        return checked
      },
      rest: async (milliseconds) => rests.push(milliseconds),
    })
    await Promise.all([fixity.round(), fixity.round()])
    expect(rests).toHaveLength(files.length)
    expect(rests.reduce((sum, one) => sum + one, 0)).toBeCloseTo(bytes, 3)

    instant += 31 * DAY
    let begun: () => void = () => {}
    const isReading = new Promise<void>((resolve) => (begun = resolve))
    const slow = checker({
      bytesPerSecond: 1,
      check: (sha256) => {
        read.push(sha256)
        begun()
        return checkFile(archive.files, { sha256 })
      },
      pace: { period: 30 * DAY, round: 10 * DAY },
    })
    slow.start()
    await isReading
    await slow.stop()
    expect(read).toHaveLength(1)
  })

  test('a store that does not answer is no damage, and is asked again', async () => {
    await publishedNews(editorial.payload, { image: (await picture()).id })
    const check = (): Promise<never> => Promise.reject(new Error('planted: no connection'))
    const cutOff = checker({ check })
    await cutOff.round()
    expect([await recorded(), cutOff.status()]).toMatchObject([new Map(), { checked: 0, damaged: [] }])
    expect(logged).toContainEqual(expect.objectContaining({ level: 40 }))
    await fixity.round()
    expect(fixity.status()).toMatchObject({ damaged: [], checked: fixity.status().files })
  })
})
