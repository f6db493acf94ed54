import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { publishedNews } from '../support/content.js'
import { sqlite } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'

// What the page on checking tells a stranger to type is run as it is written, with what stands on the record's page.
let editorial: TestEditorial
let site: PublicSide
let folder: string
beforeAll(async () => {
  editorial = await startEditorial(sqlite)
  await publishedNews(editorial.payload, { title: 'En äkta text', slug: 'en-akta-text' })
  site = await startPublic(editorial)
  folder = mkdtempSync(path.join(os.tmpdir(), 'lanskallan-room-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await site.close()
  await discard(editorial)
})

const read = async (address: string): Promise<string> => (await fetch(site.url + address)).text()
const plain = (html: string): string =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const fact = (html: string, name: string): string =>
  plain(new RegExp(`<dt>${name}</dt>\\s*<dd>\\s*<code>([^<]+)</code>`).exec(html)?.[1] ?? '')

/** Not waited for in one piece: the commands ask the site that this process runs. */
const run = (commands: string): Promise<{ status: number | null; out: string }> =>
  new Promise((resolve) => {
    const child = spawn('sh', ['-e', '-c', commands], { cwd: folder })
    let out = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.on('close', (status) => resolve({ status, out }))
  })

test('the commands of the page find a genuine record genuine, and a changed one changed', async () => {
  const found = await read('/arkiv')
  const document = /href="(\/arkiv\/[0-9a-f-]{36})"/.exec(found)![1]!
  const record = /href="\/arkiv\/post\/([0-9a-f-]{36})"/.exec(await read(document))![1]!
  const page = await read(`/arkiv/post/${record}`)
  writeFileSync(path.join(folder, 'key'), `${fact(page, 'Loggens öppna nyckel')}\n`)
  const commands = [...(await read(`/arkiv/kontrollera?post=${record}`)).matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)]
    .map(([, block]) => plain(block!))
    .map((block) => block.replaceAll('https://lanskallan.example', site.url))
    .map((block) => block.replace('bin/', `${process.cwd()}/bin/`).replace('PLACERAD', fact(page, 'Placerad i loggen')))
  expect(commands).toHaveLength(4)
  const { status, out } = await run(commands.join('\n'))
  expect([status, out]).toEqual([0, expect.stringContaining('Verified Successfully')])
  for (const name of ['Textens kontrollsumma \\(SHA-256\\)', 'Postens kontrollsumma'])
    expect(out).toContain(fact(page, name))
  expect(out).toContain('Kvittot stämmer')
  const [, sums, , proof] = commands
  for (const [tamper, block] of [
    ['printf x >> text', sums],
    ['printf x >> post', proof],
  ])
    expect((await run(`${tamper}\n${block}`)).status).not.toBe(0)
})
