import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import sharp from 'sharp'
import { checkpointText, openCheckpoint, type Checkpoint } from '../../src/archive/pure/checkpoint.js'
import { parseSigner, signerOf, signNote } from '../../src/archive/pure/note.js'
import { openArchive } from '../../src/archive/read/openArchive.js'
import { verifyArchive, type Verdict } from '../../src/archive/read/verify.js'
import { takeDown } from '../../src/workflow/takeDown.js'
import { publishedNews, update, type Stored } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { faultsOn } from '../support/faults.js'
import { fileFaultsOn } from '../support/fileFaults.js'
import { allRows, discard, startEditorial, type TestEditorial } from '../support/service.js'

onEachDatabase((database) => {
  let editorial: TestEditorial
  const faults = faultsOn(database, () => editorial.databaseUrl)

  /** Number 0 to 3: a news item with a picture, its correction, another one, and that one sealed. */
  beforeEach(async () => {
    editorial = await startEditorial(database)
    const { payload } = editorial
    const data = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#005293' } })
      .png()
      .toBuffer()
    const image = (await payload.create({
      collection: 'media',
      data: { owner: 'vasternorrland', alt: 'Blått' },
      file: { data, mimetype: 'image/png', name: 'blå.png', size: data.length },
    } as never)) as unknown as Stored
    const news = await publishedNews(payload, { title: 'A', image: image.id })
    await update(payload, 'news', news.id, { title: 'A, rättad' })
    const other = await publishedNews(payload, { title: 'B' })
    const req = await createLocalReq({}, payload)
    await takeDown(req, 'news', other.id, { action: 'SEAL', reason: 'Fel adress', withdrawal: null })
  })
  afterEach(() => discard(editorial))

  const verify = async ({ deep = false, trusted }: { deep?: boolean; trusted?: Checkpoint } = {}): Promise<Verdict> => {
    const { audit, files, close } = await openArchive(editorial)
    try {
      return await verifyArchive({ audit, files, deep, trusted: trusted ?? null })
    } finally {
      await close()
    }
  }
  const found = async (options: { deep?: boolean; trusted?: Checkpoint } = {}): Promise<unknown[]> => {
    const { finding } = await verify(options)
    return [finding?.code, finding?.seq]
  }
  const placeAt = async (seq: number): Promise<Record<string, unknown>> =>
    (await allRows(editorial.payload, 'log', { seq: { equals: seq } }))[0]!
  const recordAt = async (seq: number): Promise<string> => String((await placeAt(seq))['record'])
  const checkpointAt = async (size: number): Promise<Checkpoint> => {
    const [row] = await allRows(editorial.payload, 'checkpoints', { size: { equals: size } })
    return openCheckpoint(String(row!['note']), String(row!['publicKey']))!
  }

  test('an archive that nobody touched is whole, its files too, and continues every earlier checkpoint', async () => {
    expect(await verify({ deep: true })).toMatchObject({
      finding: null,
      entries: 4,
      snapshots: 3,
      files: 1,
      unplaced: 0,
      unsigned: 0,
      root: (await checkpointAt(4)).root.toString('base64'),
    })
    for (const size of [0, 1, 2, 3, 4])
      expect(await found({ trusted: await checkpointAt(size) })).toEqual([undefined, undefined])
  })

  describe('a fault that is planted is found and named:', () => {
    test('a flipped bit in a snapshot', async () => {
      const [row] = await allRows(editorial.payload, 'snapshots', { id: { equals: await recordAt(1) } })
      await faults.set('snapshots', await recordAt(1), 'bytes', String(row!['bytes']).replace('rättad', 'rättae'))
      expect(await found()).toEqual(['SNAPSHOT_CHANGED', 1])
    })
    test('a missing snapshot', async () => {
      await faults.lose('snapshots', await recordAt(2))
      expect(await found()).toEqual(['SNAPSHOT_MISSING', 2])
    })
    test('an edited record', async () => {
      const [row] = await allRows(editorial.payload, 'records', { id: { equals: await recordAt(3) } })
      await faults.set('records', await recordAt(3), 'body', String(row!['body']).replace('Fel adress', 'Rätt adress'))
      expect(await found()).toEqual(['LEAF_MISMATCH', 3])
    })
    test('an edited column beside a record', async () => {
      await faults.set('records', await recordAt(0), 'owner', 'gavleborg')
      expect(await found()).toEqual(['RECORD_CHANGED', 0])
    })
    test('a missing record', async () => {
      await faults.lose('records', await recordAt(1))
      expect(await found()).toEqual(['RECORD_MISSING', 1])
    })
    test('an edited and a missing statement', async () => {
      const [row] = await allRows(editorial.payload, 'statements', { id: { equals: await recordAt(3) } })
      await faults.set('statements', await recordAt(3), 'body', String(row!['body']).replace('system', 'nobody'))
      expect(await found()).toEqual(['STATEMENT_CHANGED', 3])
      await faults.lose('statements', await recordAt(0))
      expect(await found()).toEqual(['STATEMENT_MISSING', 0])
    })
    test.each(['leaf', 'placedAt'])('an edited %s in the log', async (column) => {
      const value = column === 'leaf' ? '00'.repeat(32) : '2020-01-01T00:00:00.000Z'
      await faults.set('log', '2', column, value)
      expect(await found()).toEqual(['LEAF_MISMATCH', 2])
    })
    test('an instant of publication that was moved back', async () => {
      await faults.set('log', '2', 'publicFrom', '2020-01-01T00:00:00.000Z')
      expect(await found()).toEqual(['PUBLIC_FROM_CHANGED', 2])
    })
    test('two rows of the log that changed places', async () => {
      const [first, second] = [await placeAt(1), await placeAt(2)]
      for (const [id, row] of [
        ['1', second],
        ['2', first],
      ] as const)
        for (const column of ['placedAt', 'publicFrom', 'leaf']) await faults.set('log', id, column, row[column])
      expect(await found()).toEqual(['LEAF_MISMATCH', 1])
    })
    test('a hole in the log', async () => {
      await faults.lose('log', '1')
      expect(await found()).toEqual(['LOG_HOLE', 1])
    })
    test('a tail of the log that was cut off', async () => {
      await faults.lose('log', '3')
      expect(await found()).toEqual(['LOG_CUT', 3])
    })
    test('a whole tail cut off with its checkpoint, and a restored older backup, by a checkpoint kept elsewhere', async () => {
      const kept = await checkpointAt(4)
      const last = await recordAt(3)
      await faults.lose('log', '3')
      await faults.lose('checkpoints', '4')
      for (const table of ['records', 'statements'] as const) await faults.lose(table, last)
      expect(await found()).toEqual([undefined, undefined])
      expect(await found({ trusted: kept })).toEqual(['OLDER_BACKUP', null])
    })
    test('another past than the one that a checkpoint kept elsewhere has signed', async () => {
      const kept = await checkpointAt(4)
      expect(await found({ trusted: { ...kept, size: 3 } })).toEqual(['OTHER_PAST', null])
    })
    test.each([
      ['size', (note: string): string => note.replace(/\n[24]\n/, '\n3\n')],
      ['signature', (note: string): string => note.replace(/.{8}\n$/, 'AAAAAA==\n')],
    ])('a checkpoint whose %s was edited: the newest one at once, an older one deep down', async (_, edited) => {
      for (const size of ['2', '4']) {
        const [row] = await allRows(editorial.payload, 'checkpoints', { size: { equals: Number(size) } })
        await faults.set('checkpoints', size, 'note', edited(String(row!['note'])))
        const unsigned = { code: 'CHECKPOINT_UNSIGNED', about: size }
        expect((await verify({ deep: size === '2' })).finding).toMatchObject(unsigned)
        if (size === '2') expect((await verify()).finding).toBeNull()
      }
    })
    test('a checkpoint that names a key which the log does not', async () => {
      const [row] = await allRows(editorial.payload, 'checkpoints', { size: { equals: 2 } })
      const { vkey } = signerOf('other.example/log', Buffer.alloc(32, 1))
      await faults.set('checkpoints', '2', 'publicKey', vkey)
      expect(String(row!['publicKey'])).not.toBe(vkey)
      expect((await verify()).finding).toMatchObject({ code: 'CHECKPOINT_UNSIGNED', about: '2' })
    })
    test('a checkpoint that the key has signed, of another log', async () => {
      const signer = parseSigner(readFileSync(path.join(editorial.dataDir, 'log.key'), 'utf8'))!
      const note = signNote(checkpointText({ origin: signer.name, size: 4, root: Buffer.alloc(32) }), [signer])
      await faults.set('checkpoints', '4', 'note', note)
      expect((await verify()).finding).toMatchObject({ code: 'CHECKPOINT_FALSE', about: '4' })
    })
    test('every checkpoint removed, that nobody see what was signed', async () => {
      for (const { id } of await allRows(editorial.payload, 'checkpoints', {}))
        await faults.lose('checkpoints', String(id))
      expect((await verify()).finding).toMatchObject({ code: 'CHECKPOINT_MISSING' })
    })
    test('a snapshot that no record names', async () => {
      await faults.add('snapshots', { id: 'smuggled', format: 1, bytes: '{}' })
      expect(await found()).toEqual(['ROWS_EXTRA', null])
    })
  })

  describe('deep down,', () => {
    const files = fileFaultsOn(database, () => editorial)
    const digest = async (): Promise<string> => {
      const [row] = await allRows(editorial.payload, 'snapshots', { id: { equals: await recordAt(0) } })
      return /"sha256":"([0-9a-f]{64})"/.exec(String(row!['bytes']))![1]!
    }

    test('a flipped bit in a file is found, and by a shallow look not', async () => {
      await files.flip(await digest())
      expect(await found()).toEqual([undefined, undefined])
      expect(await found({ deep: true })).toEqual(['FILE_CHANGED', 0])
    })
    test('a file that was cut short is found', async () => {
      await files.cut(await digest())
      expect(await found({ deep: true })).toEqual(['FILE_CHANGED', 0])
    })
    test('a missing file is found', async () => {
      await files.lose(await digest())
      expect(await found({ deep: true })).toEqual(['FILE_MISSING', 0])
    })
  })
})
