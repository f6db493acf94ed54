import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { MongoClient } from 'mongodb'
import { checkFile } from '../../src/archive/read/checkFiles.js'
import { openArchive, type OpenArchive } from '../../src/archive/read/openArchive.js'
import { diskPlace, fileStoreOn, gridPlace, type Place } from '../../src/archive/write/fileStore.js'
import { servicesOf } from '../../src/archive/write/services.js'
import { onEachDatabase } from '../support/databases.js'
import { fileFaultsOn } from '../support/fileFaults.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'

// A file lies whole where it is kept before anything names it.
onEachDatabase((database) => {
  let editorial: TestEditorial
  let archive: OpenArchive
  const faults = fileFaultsOn(database, () => editorial)
  const described = { name: 'beslut.pdf', mediaType: 'application/pdf' }
  /** More than one piece in GridFS. */
  const content = randomBytes(600_000)

  beforeEach(async () => {
    editorial = await startEditorial(database)
    archive = await openArchive(editorial)
  })
  afterEach(async () => {
    await archive.close()
    await discard(editorial)
  })

  test.each(['flip', 'cut', 'lose'] as const)(
    'what is there already is not trusted: a %s is repaired by the next upload',
    async (fault) => {
      const { files } = servicesOf(editorial.payload)
      const file = await files.put(content, described)
      expect(await checkFile(archive.files, file)).toEqual({ result: 'OK', bytes: content.length })
      for (let time = 0; time < 2; time += 1) {
        await faults[fault](file.sha256)
        expect(await checkFile(archive.files, file)).not.toMatchObject({ result: 'OK' })
        expect(await files.put(content, described)).toEqual(file)
        expect(await checkFile(archive.files, file)).toEqual({ result: 'OK', bytes: content.length })
      }
      const opened = await archive.files.open(file.sha256)
      expect((await buffer(opened!.stream())).equals(content)).toBe(true)
    },
  )

  test('whole content is kept once', async () => {
    const { files } = servicesOf(editorial.payload)
    const writes: string[] = []
    await withPlace(async (place) => {
      const { sha256 } = await files.put(content, described)
      const counted = fileStoreOn({ ...place, write: async (file) => void writes.push(file.sha256) })
      expect(await counted.put(content, { ...described, name: 'annat namn.pdf' })).toMatchObject({ sha256 })
    })
    expect(writes).toEqual([])
  })

  test('a disk that keeps something else than it was given is refused, and the next upload tries again', async () => {
    await withPlace(async (place) => {
      const faulty: Place = {
        ...place,
        write: async (file, bytes) => {
          await place.write(file, bytes)
          await faults.flip(file.sha256)
        },
      }
      await expect(fileStoreOn(faulty).put(content, described)).rejects.toMatchObject({
        code: 'NOT_RECORDED',
        message: expect.stringContaining('beslut.pdf'),
      })
      const file = await fileStoreOn(place).put(content, described)
      expect(await checkFile(archive.files, file)).toMatchObject({ result: 'OK' })
    })
  })

  async function withPlace(work: (place: Place) => Promise<void>): Promise<void> {
    if (database.name === 'SQLite') return work(diskPlace(path.join(editorial.dataDir, 'files')))
    const client = await MongoClient.connect(editorial.databaseUrl)
    return work(gridPlace(client.db())).finally(() => client.close())
  }
})
