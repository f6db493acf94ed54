import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { publishedNews } from '../support/content.js'
import { sqlite } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'

// What the documents tell a stranger to type is run as it is written, in order, in one shell.
const GO = { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode' }
const hasGo = spawnSync('go', ['list', 'golang.org/x/mod/sumdb/tlog'], { env: GO }).status === 0
if (!hasGo)
  console.warn('NOT RUN: the last command of docs/verify.md, for want of golang-go and golang-golang-x-mod-dev.')

let editorial: TestEditorial
let site: PublicSide
let document: string

beforeAll(async () => {
  editorial = await startEditorial(sqlite)
  document = (await publishedNews(editorial.payload, { title: 'En äkta text' })).id
  await publishedNews(editorial.payload)
  site = await startPublic(editorial)
})
afterAll(async () => {
  await site.close()
  await discard(editorial)
})

const commandsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block!)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lanskallan-docs-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...blocks: string[]): Promise<{ status: number | null; out: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, SITE: site.url, DOCUMENT: document, CHECKOUT: process.cwd(), GOCACHE: folder }
    const child = spawn('sh', ['-e', '-c', blocks.join('\n')], { cwd: folder, env })
    let out = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.on('close', (status) => resolve({ status, out }))
  })

const documents = ['docs/verify.md', 'docs/sv/kontrollera.md']
test.each(documents)('the commands of %s find a genuine text genuine, and the log what it was', async (file) => {
  const [fetch, sums, receipt, signature, later, go, ...more] = commandsOf(file)
  expect(more).toEqual([])
  const { status, out } = await run(fetch!, sums!, receipt!, signature!)
  expect([status, out]).toEqual([0, expect.stringContaining('Kvittot stämmer: nummer 0 av ')])
  for (const word of ['snapshot: OK', 'body: OK', 'Verified Successfully']) expect(out).toContain(word)
  await publishedNews(editorial.payload)
  await site.shelf.follow()
  expect(await run(later!)).toMatchObject({ status: 0, out: expect.stringContaining('Inget är omskrivet') })
  if (hasGo) expect(await run(go!)).toEqual({ status: 0, out: 'checkpoint: ok\nreceipt: ok\nconsistency: ok\n' })
})

test.each([
  ['snapshot', 1, 'sed -i s/genuine/x/ snapshot; printf x >> snapshot'],
  ['body', 1, 'printf x >> body'],
  ['receipt', 2, "sed -i 's/index 0/index 1/' receipt"],
  ['checkpoint', 3, "sed -i '2s/[0-9]*/99/' checkpoint"],
  ['checkpoint that was kept', 4, "sed -i '2s/.*/1/' checkpoint"],
])('after one byte of the %s was changed, the command for it fails', async (_what, step, tamper) => {
  const blocks = commandsOf('docs/verify.md')
  expect((await run(...blocks.slice(0, step))).status).toBe(0)
  expect((await run(tamper, blocks[step]!)).status).not.toBe(0)
})
