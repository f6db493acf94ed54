import { copyFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import { openArchive } from '../../src/archive/read/openArchive.js'
import { verifyArchive } from '../../src/archive/read/verify.js'
import { rotateKey } from '../../src/archive/write/rotateKey.js'
import { publishedNews } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { faultsOn } from '../support/faults.js'
import { allRows, discard, startEditorial, type TestEditorial } from '../support/service.js'

onEachDatabase((database) => {
  let editorial: TestEditorial
  let file: string
  beforeEach(async () => {
    editorial = await startEditorial(database)
    file = path.join(editorial.dataDir, 'log.key')
    await publishedNews(editorial.payload)
  })
  afterEach(() => discard(editorial))

  const rotate = async (): Promise<string> =>
    rotateKey(await createLocalReq({}, editorial.payload), file, {
      who: null,
      role: 'operator',
      reason: 'Årligt byte',
      via: 'cli',
    })
  const restart = async (): Promise<void> => {
    await editorial.close()
    editorial = await editorial.reopen()
  }
  const keys = async (): Promise<unknown[]> =>
    (await allRows(editorial.payload, 'checkpoints'))
      .sort((one, other) => Number(one['size']) - Number(other['size']))
      .map((row) => row['publicKey'])
  const finding = async (): Promise<unknown> => {
    const { audit, files, close } = await openArchive(editorial)
    const verdict = await verifyArchive({ audit, files, deep: true })
    await close()
    return verdict.finding?.code ?? null
  }

  test('the old key signs the record that names the new one, the new one goes on, and all of it verifies', async () => {
    const [old] = await keys()
    const next = await rotate()
    await restart()
    await publishedNews(editorial.payload)
    expect(await keys()).toEqual([old, old, old, next])
    expect(await finding()).toBeNull()
    expect([
      statSync(file).mode & 0o777,
      readdirSync(editorial.dataDir).filter((name) => name.includes('.next')),
    ]).toEqual([0o600, []])
  })

  test('a key that no record names does not sign: the service does not start, and a verification finds it', async () => {
    copyFileSync(file, `${file}.kept`)
    await rotate()
    await restart()
    await publishedNews(editorial.payload)
    await editorial.close()
    copyFileSync(`${file}.kept`, file)
    await expect(editorial.reopen()).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      message: expect.stringContaining('annan nyckel'),
    })
  })

  test('a checkpoint by a key that nobody vouched for is found', async () => {
    const next = await rotate()
    await restart()
    await publishedNews(editorial.payload)
    const faults = faultsOn(database, () => editorial.databaseUrl)
    await faults.set(
      'checkpoints',
      '2',
      'note',
      String((await allRows(editorial.payload, 'checkpoints', { size: { equals: 3 } }))[0]!['note']),
    )
    await faults.set('checkpoints', '2', 'publicKey', next)
    expect(await finding()).toBe('CHECKPOINT_UNSIGNED')
  })
})
