import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { limits } from '../../src/delivery/limits.js'
import { PAST } from '../../src/archive/read/past.js'
import { MAX_PAGE } from '../../src/delivery/page.js'
import { readConfig } from '../../src/config.js'
import { points } from '../../src/http/rateLimits.js'
import { room } from '../../src/websites/manifest.js'
import { publishedNews } from '../support/content.js'
import { sqlite } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'
import { websiteWithKey } from './website.js'

// What docs/websites.md tells a web developer to type is run as it is written, in order, in one shell.
const text = readFileSync('docs/websites.md', 'utf8')
const ORIGIN = 'https://www.lansstyrelsen.example'

let editorial: TestEditorial
let site: PublicSide
let LANSKALLAN_KEY: string
beforeAll(async () => {
  editorial = await startEditorial(sqlite)
  LANSKALLAN_KEY = await websiteWithKey(editorial.payload, 'vasternorrland', [ORIGIN])
  await publishedNews(editorial.payload, { title: 'En nyhet' })
  site = await startPublic(editorial, { editing: true, quota: { address: 30_000, website: 300_000 } })
})
afterAll(async () => {
  await site.close()
  await discard(editorial)
})

const run = (script: string): Promise<{ status: number | null; out: string }> =>
  new Promise((resolve) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'lanskallan-docs-'))
    const env = { ...process.env, SITE: site.url, LANSKALLAN_KEY, ORIGIN }
    const child = spawn('sh', ['-e', '-c', script], { cwd: folder, env })
    let out = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.on('close', (status) => {
      rmSync(folder, { recursive: true, force: true })
      resolve({ status, out })
    })
  })

test('every command does what the words around it say', async () => {
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => `echo '==='\n${block}`)
  const { status, out } = await run(blocks.join('\n'))
  const told = out.split('===\n').slice(1)
  expect([status, told.length]).toEqual([0, 9])
  const [byPost, byGet, registered, byId, caching, preflight, rates, cost, unknown] = told
  const news = '"nodes":[{"title":"En nyhet"'
  expect([byPost, byGet]).toEqual([expect.stringContaining(news), expect.stringContaining(news)])
  expect(registered).toContain('new: 1, known: 0')
  expect(byId).toContain('"title":"En nyhet"')
  expect(caching).toMatch(/Surrogate-Key: .*list\/news\/vasternorrland[\s\S]*\n304\n/i)
  expect(preflight).toContain(`Access-Control-Allow-Origin: ${ORIGIN}`)
  expect(rates).toMatch(/RateLimit-Policy: "address";q=30000;w=60\r?\nRateLimit: "address";r=\d+;t=\d+/)
  expect(cost).toContain('"maximumCost":10000')
  expect(unknown).toMatch(/PERSISTED_DOCUMENT_NOT_FOUND[\s\S]*\n404\n/)
})

test('every figure is the one that the service goes by', async () => {
  const topicPage = readFileSync('docs/queries/topicPage.graphql', 'utf8')
  const { extensions } = await site.query(topicPage, { county: 'vasternorrland', slug: 'x' })
  const { cost } = extensions as { cost: { cost: number } }
  const { rateLimits } = readConfig({ NODE_ENV: 'test', DATA_DIR: editorial.dataDir })
  const figures = [
    `${rateLimits.address.toLocaleString('en')} points a minute, a site with its key ${rateLimits.website.toLocaleString('en')}`,
    `worked out takes ${points.ready + points.made(0)} and a twentieth`,
    `is refused takes ${points.ready + points.read}, one that is registered ${points.read}, a page ${points.page} and ${points.madePage} more`,
    `a file ${points.page} and one for each`,
    `| ${limits.depth} fields inside`,
    `| ${limits.cost.toLocaleString('en')}: each`,
    `The topic page above costs ${cost.cost.toLocaleString('en')} |`,
    `at most ${room.text.toLocaleString('en')} bytes`,
    `| ${MAX_PAGE} items`,
    `| ${limits.aliases}; none`,
    `| fragments | ${limits.fragments} |`,
    `| ${limits.pairs.toLocaleString('en')} pairs`,
    `| ${PAST.bytes.toLocaleString('en')} bytes of past versions`,
    `| ${limits.tokens.toLocaleString('en')} words`,
    `| ${limits.time / 1_000} seconds`,
    `${room.documents}\n  documents and ${room.bytes.toLocaleString('en')} bytes`,
  ]
  for (const figure of figures) expect(text).toContain(figure)
  expect(points.made(2_000) - points.made(0)).toBe(100)
  expect(points.file(1_000_000)).toBe(10)
})

test('every code is told with the status that it has', async () => {
  const { ServiceError } = await import('../../src/errors.js')
  const rows = [...text.matchAll(/^\| (`[A-Z_`, ]+`) \| (\d+) \|/gm)]
  expect(rows.length).toBeGreaterThan(10)
  const ofGraphql = /^(BAD_REQUEST|GRAPHQL_)/
  for (const [, codes, status] of rows)
    for (const code of codes!.replaceAll('`', '').split(', '))
      if (!ofGraphql.test(code))
        expect([code, new ServiceError(code as never, { sv: '', en: '' }).status]).toEqual([code, Number(status)])
})
