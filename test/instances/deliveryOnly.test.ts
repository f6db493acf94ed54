import { readFile, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { startDelivering } from '../support/delivering.js'
import { sqlite } from '../support/databases.js'

/** Names of the packages whose modules a process has loaded. */
async function packagesIn(file: string): Promise<Set<string>> {
  const lines = (await readFile(file, 'utf8')).split('\n')
  return new Set(lines.flatMap((line) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(line)?.[1] ?? []))
}

test('an instance that only delivers loads neither Payload nor Next nor React, has no way in to write, and makes no secret', async () => {
  const { dataDir, databaseUrl } = sqlite.fresh()
  const list = path.join(dataDir, 'modules')
  const delivering = await startDelivering(
    { dataDir, databaseUrl, shelfDir: path.join(dataDir, 'shelf') },
    { node: ['--import', './test/support/listModules.mjs'], env: { MODULES: list } },
  )
  const statusOf = async (method: string, address: string): Promise<number> =>
    (await fetch(`${delivering.url}${address}`, { method })).status
  expect(await statusOf('GET', '/health/live')).toBe(200)
  const closed = await Promise.all([
    statusOf('GET', '/admin'),
    statusOf('GET', '/api/news'),
    statusOf('POST', '/api/users/login'),
    statusOf('PATCH', '/api/news/1'),
    statusOf('GET', '/_next/static/x.js'),
  ])
  expect(closed.every((status) => status === 404 || status === 503)).toBe(true)
  await delivering.kill('SIGTERM')

  const packages = await packagesIn(list)
  expect([...packages]).toEqual(expect.arrayContaining(['graphql', 'express', 'mongodb', 'libsql']))
  const editorial = [...packages].filter((name) =>
    /^(payload|@payloadcms\/.*|next|react|react-dom|sharp|mongoose|drizzle-.*)$/.test(name),
  )
  expect(editorial).toEqual([])
  expect(await readFile(list, 'utf8')).not.toMatch(
    /dist\/(collections|src\/(editorial|workflow|access|archive\/write|database))\//,
  )
  // No key, no secret, no database of its own.
  expect((await readdir(dataDir)).toSorted()).toEqual(['modules', 'shelf'])
  await rm(dataDir, { recursive: true })
})
