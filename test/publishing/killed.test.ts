import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { expect, test } from '@jest/globals'
import { allRows, discard, startEditorial, type TestEditorial } from '../support/service.js'
import { onEachDatabase } from '../support/databases.js'

const KILLS = 20

interface Acknowledged {
  document: string
  revision: number
}

onEachDatabase((database) => {
  test(`killed ${KILLS} times while it publishes, it has lost nothing acknowledged and left nothing half-done`, async () => {
    const place = database.fresh()
    const acknowledged: Acknowledged[] = []
    for (let kill = 0; kill < KILLS; kill += 1)
      acknowledged.push(...(await publishUntilKilled(place, 1 + ((kill * 7) % 23))))
    const editorial = await startEditorial(database, { on: place })
    await expectWhole(editorial, acknowledged)
    await discard(editorial)
  }, 600_000)
})

/** @param after how many acknowledgements it is let live; the kill then falls in the midst of the next acts */
async function publishUntilKilled(
  place: { databaseUrl: string; dataDir: string },
  after: number,
): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, ['--conditions=production', 'test/support/publishUntilKilled.mjs'], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DISABLE_PAYLOAD_HMR: 'true',
      DATABASE_URL: place.databaseUrl,
      DATA_DIR: place.dataDir,
      MEDIA_DIR: `${place.dataDir}/media`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const acknowledged: Acknowledged[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{"document"')) continue
    acknowledged.push(JSON.parse(line) as Acknowledged)
    if (acknowledged.length === after) child.kill('SIGKILL')
  }
  await exited
  expect(acknowledged.length).toBeGreaterThanOrEqual(after)
  return acknowledged
}

async function expectWhole({ payload }: TestEditorial, acknowledged: readonly Acknowledged[]): Promise<void> {
  const records = await allRows(payload, 'records')
  const revisions = new Map<string, number>()
  for (const row of records)
    revisions.set(
      String(row['document']),
      Math.max(Number(row['revision']), revisions.get(String(row['document'])) ?? 0),
    )
  for (const { document, revision } of acknowledged)
    expect(revisions.get(document) ?? 0).toBeGreaterThanOrEqual(revision)

  const ids = new Set(records.map((row) => row['id']))
  const publications = records.filter((row) => row['action'] === 'PUBLISH').map((row) => row['id'])
  expect(new Set((await allRows(payload, 'snapshots')).map((row) => row['id']))).toEqual(new Set(publications))
  expect(new Set((await allRows(payload, 'statements')).map((row) => row['id']))).toEqual(ids)

  const log = (await allRows(payload, 'log')).sort((one, other) => Number(one['seq']) - Number(other['seq']))
  expect(log.map((row) => row['seq'])).toEqual(log.map((_, position) => position))
  expect(new Set(log.map((row) => row['record']))).toEqual(ids)

  const newest = new Map<unknown, string>()
  for (const row of records.sort((one, other) => Number(one['revision']) - Number(other['revision'])))
    newest.set(row['document'], String(row['action']))
  for (const row of await allRows(payload, 'news')) {
    const isPublic = newest.get(row['id']) === 'PUBLISH'
    expect([row['id'], row['_status']]).toEqual([row['id'], isPublic ? 'published' : 'draft'])
  }
}
