import { once } from 'node:events'
import { rm, truncate, writeFile } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { MongoClient } from 'mongodb'
import { pino } from 'pino'
import sharp from 'sharp'
import { sha256 } from '../../src/archive/pure/digest.js'
import { fileNamedBy, isFilePublic } from '../../src/archive/read/view.js'
import { create, newsItem, publishedNews, update, type Stored } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startPublic } from '../support/public.js'
import { discard } from '../support/service.js'
import { startReading, type Reading } from './reading.js'

onEachDatabase((database) => {
  let reading: Reading
  beforeAll(async () => {
    reading = await startReading(database)
  })
  afterAll(async () => {
    await reading.close()
    await discard(reading.editorial)
  })

  let count = 0
  /** A picture that no other test has, larger than one chunk of GridFS and one of a stream. */
  const picture = async (width = 400, height = 300): Promise<{ content: Buffer; media: Stored; digest: string }> => {
    const noise = Buffer.from(
      Array.from({ length: width * height * 3 }, (_, index) => (index * 2_654_435_761 + (count + 1) * 97) % 251),
    )
    const content = await sharp(noise, { raw: { width, height, channels: 3 } })
      .png({ compressionLevel: 0 })
      .toBuffer()
    count += 1
    const file = { data: content, mimetype: 'image/png', name: `bild-${count}.png`, size: content.length }
    const media = (await reading.payload.create({
      collection: 'media',
      data: { owner: 'vasternorrland', alt: 'Ett brus' },
      file,
    } as never)) as unknown as Stored
    return { content, media, digest: sha256(content) }
  }
  const isPublic = async (digest: string): Promise<boolean> => {
    await reading.view()
    return isFilePublic(reading.shelf, digest)
  }
  const stream = async (digest: string): Promise<Buffer> => {
    const opened = await reading.archive.files.open(digest)
    if (!opened) throw new Error('no such file')
    expect(opened.size).toBe((await buffer(opened.stream())).length)
    return buffer(opened.stream())
  }

  test('a file is handed out whole, by its content', async () => {
    const { content, digest } = await picture()
    expect(content.length).toBeGreaterThan(300_000)
    expect((await stream(digest)).equals(content)).toBe(true)
  })

  test.each(['00'.repeat(32), '', '../../../etc/passwd', 'ABCDEF'.padEnd(64, '0'), `${'0'.repeat(63)}/`])(
    'there is no file %j',
    async (name) => {
      expect(await reading.archive.files.open(name)).toBeUndefined()
    },
  )

  test('a file is public only while a public record names it, and then its renditions are too', async () => {
    const { media, digest } = await picture()
    expect(await isPublic(digest)).toBe(false)
    const draft = await create(reading.payload, 'news', newsItem({ image: media.id }), { draft: true })
    expect(await isPublic(digest)).toBe(false)
    await update(reading.payload, 'news', draft.id, { _status: 'published' })
    expect(await isPublic(digest)).toBe(true)
    const named = fileNamedBy(reading.shelf, digest)
    expect(named?.record.document.id).toBe(draft.id)
    expect(named?.record.index?.files.length).toBeGreaterThan(1)
    for (const file of named?.record.index?.files ?? []) expect(await isPublic(file)).toBe(true)
  })

  test('a file that a later text no longer shows stays, for the earlier one is still read', async () => {
    const { media, digest } = await picture()
    const news = await publishedNews(reading.payload, { image: media.id })
    reading.clock.pass()
    await update(reading.payload, 'news', news.id, { image: null })
    expect(await isPublic(digest)).toBe(true)
    await reading.withdraw('news', news.id)
    expect(await isPublic(digest)).toBe(true)
  })

  test('a seal takes the file too, unless another public record names it', async () => {
    const { media, digest } = await picture()
    const [one, other] = [
      await publishedNews(reading.payload, { image: media.id }),
      await publishedNews(reading.payload, { image: media.id }),
    ]
    await reading.seal('news', one.id)
    expect(await isPublic(digest)).toBe(true)
    expect(fileNamedBy(reading.shelf, digest)?.record.document.id).toBe(other.id)
    await reading.seal('news', other.id)
    expect(await isPublic(digest)).toBe(false)
  })

  test('a file that has been published is not deleted, and one that has not is', async () => {
    const { media } = await picture()
    const { media: unused } = await picture()
    await publishedNews(reading.payload, { image: media.id })
    const remove = (id: string): Promise<unknown> => reading.payload.delete({ collection: 'media', id } as never)
    await expect(remove(media.id)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(remove(unused.id)).resolves.toBeDefined()
  })

  test('a flipped byte anywhere is noticed, and the file is not handed out whole', async () => {
    for (const position of [0, 70_000, -1]) {
      const { content, digest } = await picture()
      const damaged = Buffer.from(content)
      damaged[position < 0 ? damaged.length + position : position]! ^= 1
      await replace(digest, damaged)
      const opened = (await reading.archive.files.open(digest))?.stream()
      const got: Buffer[] = []
      const failure = new Promise((resolve) => opened!.on('error', resolve).on('end', () => resolve('ended well')))
      opened!.on('data', (chunk: Buffer) => got.push(chunk))
      expect(await failure).toMatchObject({ code: 'INTERNAL', message: expect.stringContaining(digest) })
      expect(Buffer.concat(got).length).toBeLessThan(content.length)
    }
  })

  test('a file cut short or missing is noticed', async () => {
    const { content, digest } = await picture()
    await replace(digest, content.subarray(0, content.length - 1))
    await expect(stream(digest)).rejects.toThrow()
    const empty = await picture()
    await replace(empty.digest, Buffer.alloc(0))
    await expect(stream(empty.digest)).rejects.toThrow()
    const lost = await picture()
    await replace(lost.digest, null)
    await expect(stream(lost.digest)).rejects.toThrow()
  })

  test('a damaged file is cut off and told of in the log; who goes away in the middle of a file is not', async () => {
    const [large, spoilt] = [await picture(1_600, 1_500), await picture()]
    for (const { media } of [large, spoilt]) await publishedNews(reading.payload, { image: media.id })
    const damaged = Buffer.from(spoilt.content)
    damaged[70_000]! ^= 1
    await replace(spoilt.digest, damaged)
    reading.clock.pass()
    const lines: Record<string, unknown>[] = []
    let told = (): void => {}
    const isTold = new Promise<void>((resolve) => (told = resolve))
    const write = (line: string): void => {
      lines.push(JSON.parse(line) as Record<string, unknown>)
      told()
    }
    const site = await startPublic(reading.editorial, { now: reading.clock.now, log: pino({}, { write }) })
    const ask = async (digest: string): Promise<IncomingMessage> => {
      const [response] = (await once(get(`${site.url}/files/${digest}/bild.png`), 'response')) as [IncomingMessage]
      return response
    }
    const left = await ask(large.digest)
    left.destroy()
    const cut = await ask(spoilt.digest)
    await expect(buffer(cut)).rejects.toThrow('aborted')
    await isTold
    await site.close()
    expect([left.statusCode, cut.statusCode]).toEqual([200, 200])
    expect(lines).toMatchObject([
      { level: 50, requestId: cut.headers['x-request-id'], err: { message: expect.stringContaining(spoilt.digest) } },
    ])
  })

  /** Past the service, as a fault of the disk would. */
  async function replace(digest: string, content: Buffer | null): Promise<void> {
    if (database.name === 'SQLite') {
      const file = path.join(reading.editorial.dataDir, 'files', digest.slice(0, 2), digest)
      if (content === null) await rm(file)
      else if (content.length === 0) await truncate(file, 0)
      else await writeFile(file, content)
      return
    }
    const client = await MongoClient.connect(reading.editorial.databaseUrl)
    const file = await client.db().collection('files.files').findOne({ filename: digest })
    const chunks = client.db().collection('files.chunks')
    const size = Number(file?.['chunkSize'])
    for (const chunk of await chunks.find({ files_id: file?._id }).toArray()) {
      const data = content?.subarray(chunk['n'] * size, (chunk['n'] + 1) * size) ?? Buffer.alloc(0)
      if (data.length === 0) await chunks.deleteOne({ _id: chunk._id })
      else await chunks.updateOne({ _id: chunk._id }, { $set: { data } })
    }
    await client.close()
  }
})
