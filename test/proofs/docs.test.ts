import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect } from '@jest/globals'
import { publishedNews } from '../support/content.js'
import { sqlite } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'
import { where } from '../support/where.js'

// What the documents tell a stranger to type is run as it is written, in order, in one shell.
const hasOpenssl = spawnSync('openssl', ['version']).status === 0

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

const run = (script: string): Promise<{ status: number | null; out: string }> =>
  new Promise((resolve) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'lanskallan-docs-'))
    const env = { ...process.env, SITE: site.url, DOCUMENT: document, CHECKOUT: process.cwd() }
    const child = spawn('sh', ['-e', '-c', script], { cwd: folder, env })
    let out = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.on('close', (status) => {
      rmSync(folder, { recursive: true, force: true })
      resolve({ status, out })
    })
  })

const documents = ['docs/verify.md', 'docs/sv/kontrollera.md']
const withOpenssl = where(hasOpenssl, 'the commands of docs/verify.md, for want of OpenSSL.')

withOpenssl.each(documents)('the commands of %s find a genuine text genuine', async (file) => {
  const blocks = commandsOf(file)
  expect(blocks).toHaveLength(5)
  const { status, out } = await run(blocks.join('\n'))
  expect([status, out]).toEqual([0, expect.stringContaining('Kvittot stämmer: nummer 0 av 2')])
  for (const word of ['snapshot: OK', 'body: OK', 'Verified Successfully', 'consistencyProof'])
    expect(out).toContain(word)
})

withOpenssl.each([
  ['snapshot', 1, 'sed -i s/genuine/x/ snapshot; printf x >> snapshot'],
  ['body', 1, 'printf x >> body'],
  ['receipt', 2, "sed -i 's/index 0/index 1/' receipt"],
  ['checkpoint', 3, "sed -i '2s/2/3/' checkpoint"],
])('after one byte of the %s was changed, the command for it fails', async (_what, step, tamper) => {
  const blocks = commandsOf('docs/verify.md')
  const before = await run(blocks.slice(0, step).join('\n'))
  expect(before.status).toBe(0)
  const after = await run([...blocks.slice(0, step), tamper, blocks[step]!].join('\n'))
  expect(after.status).not.toBe(0)
})
