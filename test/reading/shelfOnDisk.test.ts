import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openShelfOnDisk, type ShelfOnDisk } from '../../src/archive/read/disk/shelfOnDisk.js'
import { openArchive } from '../../src/archive/read/openArchive.js'
import type { ArchiveReader } from '../../src/archive/read/reader.js'
import { createShelf, type Shelf } from '../../src/archive/read/shelf.js'
import { createCatalogue } from '../../src/delivery/catalogue/catalogue.js'
import { publishedNews, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { discard, startEditorial } from '../support/service.js'
import { startReading, type Reading } from './reading.js'

/** A database that is away. */
const away: ArchiveReader = {
  entriesAfter: () => Promise.reject(new Error('planted: away')),
  snapshots: () => Promise.reject(new Error('planted: away')),
  checkpoint: () => Promise.reject(new Error('planted: away')),
}

onEachDatabase((database) => {
  let reading: Reading
  let folder: string
  let faults: unknown[]
  beforeEach(async () => {
    reading = await startReading(database)
    folder = path.join(reading.editorial.dataDir, 'shelf')
    faults = []
  })
  afterEach(async () => {
    await reading.close()
    await discard(reading.editorial)
  })

  const untilFault = async (): Promise<void> => {
    while (faults.length === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  const file = (): string => path.join(folder, 'shelf')
  interface Kept {
    shelf: Shelf
    disk: ShelfOnDisk
  }
  const openKept = async (reader: ArchiveReader = reading.archive.reader): Promise<Kept> => {
    const disk = await openShelfOnDisk({ folder, onFault: (error) => faults.push(error) })
    return { disk, shelf: createShelf({ reader, now: reading.clock.now, disk }) }
  }
  /** Follows all, and lets it be written. */
  const keepAll = async (): Promise<void> => {
    const { shelf, disk } = await openKept()
    await shelf.load()
    reading.clock.pass()
    await shelf.follow()
    await disk.close()
  }
  /** What an instance that starts now can read while the database is away. */
  const titles = async (): Promise<string[] | null> => {
    const { shelf, disk } = await openKept(away)
    const isThere = await shelf.load()
    await disk.close()
    if (!isThere) return null
    return shelf
      .entriesFrom(0, 100)
      .flatMap(({ record }) => shelf.current(record.id)?.languages.sv ?? [])
      .map((texts) => ('title' in texts ? texts.title : texts.name))
  }
  const bytes = async (): Promise<string> => {
    const parts = await readdir(folder)
    return (await Promise.all(parts.map((part) => readFile(path.join(folder, part), 'latin1')))).join('\n')
  }

  test('what was followed is there without the database, in a file that nobody else may read', async () => {
    const news = await publishedNews(reading.payload, { title: 'Första' })
    await publishedNews(reading.payload, { title: 'Andra' })
    await keepAll()
    expect(await titles()).toEqual(['Första', 'Andra'])
    expect((await stat(file())).mode & 0o777).toBe(0o600)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)

    await update(reading.payload, 'news', news.id, { title: 'Rättad' })
    const before = (await readFile(file())).length
    await keepAll()
    expect(await titles()).toEqual(['Andra', 'Rättad'])
    // Only what has changed was written.
    expect((await readFile(file())).length).toBeLessThan(before * 2)
    expect(await bytes()).not.toContain('Första')
  })

  test('a text that is sealed, withdrawn for good or cancelled stands nowhere in the file', async () => {
    const ids: string[] = []
    for (const title of ['Hemlig-A', 'Hemlig-B', 'Kvar']) ids.push((await publishedNews(reading.payload, { title })).id)
    await keepAll()
    expect(await bytes()).toContain('Hemlig-A')
    await reading.seal('news', ids[0]!)
    await reading.withdraw('news', ids[1]!, 'gone')
    await keepAll()
    expect(await bytes()).not.toMatch(/Hemlig/)
    expect(await titles()).toEqual(['Kvar'])
  })

  test('a process that was killed before it wrote over a sealed text leaves it to the next one', async () => {
    const news = await publishedNews(reading.payload, { title: 'Hemlig' })
    await keepAll()
    const withText = await readFile(file())
    await reading.seal('news', news.id)
    await keepAll()
    const sealed = await readFile(file())
    // The text stands before its entry, and both files begin alike but for it.
    await writeFile(file(), Buffer.concat([withText, sealed.subarray(withText.length)]))
    expect(await bytes()).toContain('Hemlig')
    expect(await titles()).toEqual([])
    expect(await bytes()).not.toContain('Hemlig')
  })

  test('a file that was cut off anywhere gives what stands before the cut, and goes on from there', async () => {
    for (const title of ['A', 'B', 'C']) {
      await publishedNews(reading.payload, { title })
      await keepAll()
    }
    const whole = await readFile(file())
    for (let length = whole.length - 1; length > 0; length -= 97) {
      await writeFile(file(), whole.subarray(0, length))
      const found = await titles()
      expect(['A', 'B', 'C'].slice(0, found?.length ?? 0)).toEqual(found ?? [])
    }
    await writeFile(file(), whole.subarray(0, whole.length - 500))
    await keepAll()
    expect(await titles()).toEqual(['A', 'B', 'C'])
  })

  test('what a planned correction replaces is let go when its instant has come, from memory and disk', async () => {
    const news = await publishedNews(reading.payload, { title: 'Gammal' })
    const plannedFor = new Date(Date.parse(reading.clock.now()) + 30 * 86_400_000).toISOString()
    await update(reading.payload, 'news', news.id, { title: 'Kommande' }, { context: { release: { plannedFor } } })
    const { shelf, disk } = await openKept()
    reading.clock.pass()
    await shelf.follow()
    const [old] = shelf.entriesOf(news.id)
    expect(shelf.current(old!.record.id)).toBeDefined()
    reading.clock.moveTo(plannedFor)
    await shelf.follow()
    expect(shelf.current(old!.record.id)).toBeUndefined()
    await disk.close()
    expect(await bytes()).not.toContain('Gammal')
    expect(await bytes()).toContain('Kommande')
  })

  test('a file that was cut off does not say that it knows what stood behind the cut', async () => {
    for (const title of ['A', 'B', 'C']) {
      await publishedNews(reading.payload, { title })
      await keepAll()
    }
    await reading.view()
    const [, second, third] = reading.shelf.entriesFrom(0, 3).map(({ placedAt }) => placedAt)
    const whole = await readFile(file())
    await writeFile(file(), whole.subarray(0, whole.indexOf(third!) + 10))
    // At the second start too, by when nothing is cut any more.
    for (let start = 0; start < 2; start += 1) {
      const { shelf, disk } = await openKept(away)
      expect(await shelf.load()).toBe(true)
      expect([shelf.head(), shelf.status().lastFollowedAt]).toEqual([1, second])
      await disk.close()
    }
  })

  test('a file in which anything was changed is thrown away, told of, and read anew', async () => {
    await publishedNews(reading.payload, { title: 'Rätt nummer 020' })
    await publishedNews(reading.payload, { title: 'B' })
    await keepAll()
    const whole = await readFile(file())
    for (let at = 0; at < whole.length; at += 61) {
      const changed = Buffer.from(whole)
      changed[at]! ^= 0x20
      await writeFile(file(), changed)
      const found = await titles()
      // The instant of the last look may read otherwise; nothing that is public may.
      if (found !== null && found.length > 0) expect([at, found]).toEqual([at, ['Rätt nummer 020', 'B']])
    }
    expect(faults.length).toBeGreaterThan(10)
    await writeFile(file(), Buffer.from(whole.toString('latin1').replace('nummer 020', 'nummer 099'), 'latin1'))
    expect(await titles()).toBeNull()
    await keepAll()
    expect(await titles()).toEqual(['Rätt nummer 020', 'B'])
  })

  test('the shelf of another log is thrown away as soon as the database answers, and what was found in it', async () => {
    await publishedNews(reading.payload, { title: 'Från en annan' })
    await keepAll()
    const other = await startEditorial(database)
    const archive = await openArchive(other)
    const { shelf, disk } = await openKept(archive.reader)
    expect([await shelf.load(), shelf.head()]).toEqual([true, 0])
    const catalogue = createCatalogue(shelf, archive.reader)
    const found = async () => (await catalogue.items()).map(({ titles }) => titles.sv)
    expect(await found()).toEqual(['Från en annan'])
    await shelf.follow()
    expect(shelf.head()).toBe(-1)
    await publishedNews(other.payload, { title: 'Härifrån' })
    await shelf.follow()
    reading.clock.moveTo('2100-01-01T00:00:00.000Z')
    expect(await found()).toEqual(['Härifrån'])
    await disk.close()
    expect(await titles()).toEqual(['Härifrån'])
    await archive.close()
    await discard(other)
  })

  test('two processes do not share a folder', async () => {
    const { disk } = await openKept()
    await expect(openKept()).rejects.toMatchObject({ code: 'DATABASE_BUSY' })
    await disk.close()
    await (await openKept()).disk.close()
  })

  test('a disk that takes nothing is told of; what is public is served from memory, and written when there is room again', async () => {
    await publishedNews(reading.payload, { title: 'A' })
    const { shelf, disk } = await openKept()
    // Where the file would be made there is a folder.
    await mkdir(`${file()}.new`)
    await writeFile(path.join(`${file()}.new`, 'i vägen'), '')
    await shelf.follow()
    await untilFault()
    expect(shelf.head()).toBe(0)
    await rm(`${file()}.new`, { recursive: true })
    await publishedNews(reading.payload, { title: 'B' })
    reading.clock.pass()
    await shelf.follow()
    await disk.close()
    expect(await titles()).toEqual(['A', 'B'])
  })
})
