import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { create, newsItem, paragraph, update } from '../support/content.js'
import { sqlite } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard } from '../support/service.js'
import { startReading, type Reading } from '../reading/reading.js'

// What docs/past.md tells to type is run as it is written.
let reading: Reading
let site: PublicSide
let env: Record<string, string>
beforeAll(async () => {
  reading = await startReading(sqlite, '2026-03-01T09:00:00.250Z')
  site = await startPublic(reading.editorial, { now: reading.clock.now })
  const { payload, clock } = reading
  const first = newsItem({ title: 'Först', body: paragraph('Ring 020-50 50 50.'), _status: 'published' })
  const { id } = await create(payload, 'news', first)
  clock.pass()
  await update(payload, 'news', id, { title: 'Sedan', body: paragraph('Ring 020-50 50 51.'), _status: 'published' })
  clock.pass()
  await site.shelf.follow()
  const [from, to] = site.shelf.entriesOf(id).map(({ record }) => record.id)
  env = { SITE: site.url, ID: id, FROM: from!, TO: to! }
})
afterAll(async () => {
  await site.close()
  await reading.close()
  await discard(reading.editorial)
})

const run = (script: string): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn('sh', ['-c', script], { env: { ...process.env, ...env } })
    let out = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.on('close', () => resolve(out))
  })

test('every command of docs/past.md does what the words around it say', async () => {
  const blocks = [...readFileSync('docs/past.md', 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, one]) => one!)
  const told: string[] = []
  for (const block of blocks) told.push(await run(block))
  expect(told).toHaveLength(7)
  const [then, links, gate, map, version, compared, data] = told
  expect(JSON.parse(then!)).toMatchObject({ data: { node: { title: 'Först', knownAt: '2026-03-01T09:30:00.000Z' } } })
  expect(links).toMatch(/rel="timegate".*rel="timemap"/)
  expect(gate).toMatch(/302[\s\S]*accept-datetime/i)
  expect(gate).toContain(`/arkiv/version/${env['FROM']}`)
  expect(map!.match(/memento"; datetime/g)).toHaveLength(2)
  const [sum] = version!.split(' ')
  expect(sum).toMatch(/^[0-9a-f]{64}$/)
  expect(version).toContain(`"${sum}"`)
  expect(version).toMatch(/memento-datetime: Sun, 01 Mar 2026 1\d:00:00 GMT/i)
  expect(JSON.parse(compared!)).toMatchObject({
    data: { compareRecords: { summary: { wordsAdded: 2, wordsRemoved: 2 }, blocks: [{ change: 'CHANGED' }] } },
  })
  expect(data!.trim()).toBe('"@type":"NewsArticle"')
})
