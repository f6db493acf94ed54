import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { publishedNews, update } from '../support/content.js'
import { sqlite } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'
import { where } from '../support/where.js'

// What a stranger has: tools that others have written, and nothing of ours.
const GO = { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOFLAGS: '' }
const hasGo = spawnSync('go', ['list', 'golang.org/x/mod/sumdb/tlog'], { env: GO }).status === 0
const hasOpenssl = spawnSync('openssl', ['version']).status === 0
const withGo = where(hasGo, 'checks with Go, for want of golang-go and golang-golang-x-mod-dev.')
const withOpenssl = where(hasOpenssl, 'checks with OpenSSL, which is not installed.')

interface Evidence {
  key: string
  checkpoint: string
  earlier: string
  receipt: string
  leaf: string
  consistency: string[]
  body: string
  snapshot: string
  digest: string
  commitment: string
}

let editorial: TestEditorial
let site: PublicSide
let evidence: Evidence
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lanskallan-outside-'))
  editorial = await startEditorial(sqlite)
  site = await startPublic(editorial)
  for (let count = 0; count < 3; count += 1) await publishedNews(editorial.payload)
  await site.shelf.follow()
  const before = (await site.query('{ log { checkpoint size } }')).data as { log: { checkpoint: string; size: number } }
  const news = await publishedNews(editorial.payload, { title: 'Bevisad för främlingar' })
  for (let count = 0; count < 3; count += 1)
    await update(editorial.payload, 'news', news.id, { lead: `Rättad ${count}` })
  await site.shelf.follow()
  const { data } = await site.query(
    `query ($id: ID!, $size: Int!) { log { publicKey checkpoint consistencyProof(fromSize: $size) }
      node(id: $id) { ... on NewsItem { history(first: 1) { nodes { body snapshot digest receipt leaf { hash commitment } } } } } }`,
    { id: news.id, size: before.log.size },
  )
  const { log, node } = data as unknown as Answer
  const [record] = node.history.nodes
  evidence = {
    key: log.publicKey,
    checkpoint: log.checkpoint,
    earlier: before.log.checkpoint,
    receipt: record!.receipt,
    leaf: record!.leaf.hash,
    consistency: log.consistencyProof,
    body: record!.body,
    snapshot: record!.snapshot,
    digest: record!.digest,
    commitment: record!.leaf.commitment,
  }
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await site.close()
  await discard(editorial)
})

interface Answer {
  log: { publicKey: string; checkpoint: string; consistencyProof: string[] }
  node: {
    history: {
      nodes: {
        body: string
        snapshot: string
        digest: string
        receipt: string
        leaf: { hash: string; commitment: string }
      }[]
    }
  }
}

const go = (change: Partial<Evidence> = {}): string[] => {
  const input = JSON.stringify({ ...evidence, ...change })
  const env = { ...GO, GOCACHE: path.join(folder, 'cache') }
  const { stdout, stderr } = spawnSync('go', ['run', 'test/proofs/go/check.go'], { input, env, encoding: 'utf8' })
  const answers = stdout.trim().split('\n')
  expect(stderr).toBe(answers.every((line) => line.endsWith(': ok')) ? '' : 'exit status 1\n')
  return answers
}

withGo('Go’s own packages take our checkpoint, our receipt and our proof of consistency', () => {
  expect(go()).toEqual(['checkpoint: ok', 'receipt: ok', 'consistency: ok'])
})

withGo('and none of them once a thing is changed in it', () => {
  const otherLeaf = `${evidence.leaf.startsWith('0') ? '1' : '0'}${evidence.leaf.slice(1)}`
  const forged = evidence.checkpoint.replace(/\n(\d+)\n/, (_all, size: string) => `\n${Number(size) + 1}\n`)
  const answers = go({ leaf: otherLeaf, checkpoint: forged })
  expect(answers.map((line) => line.endsWith(': ok'))).toEqual([false, false, false])
})

/** Runs in a folder that holds the evidence as files, as a shell would. */
const shell = (script: string, change: Partial<Evidence> = {}): { status: number | null; out: string } => {
  const files = { ...evidence, ...change }
  for (const name of ['key', 'checkpoint', 'receipt', 'body', 'snapshot'] as const)
    writeFileSync(path.join(folder, name), files[name])
  const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', script], { cwd: folder, encoding: 'utf8' })
  return { status, out: stdout + stderr }
}

/** The key's last 32 bytes behind the prefix of an Ed25519 key (RFC 8410); the signature behind four bytes of key id. */
const checkSignature = `
{ printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'; cut -d+ -f3- key | base64 -d | tail -c 32; } > pub.der
openssl pkey -pubin -inform DER -in pub.der -out pub.pem
sed '/^$/,$d' checkpoint > text
grep '^— ' checkpoint | sed 's/.* //' | base64 -d | tail -c +5 > signature
openssl pkeyutl -verify -pubin -inkey pub.pem -rawin -in text -sigfile signature
`

withOpenssl('OpenSSL takes the signature of the checkpoint, and of no other text', () => {
  expect(shell(checkSignature)).toMatchObject({ status: 0, out: expect.stringContaining('Verified Successfully') })
  const forged = evidence.checkpoint.replace(/\n(\d+)\n/, (_all, size: string) => `\n${Number(size) + 1}\n`)
  expect(shell(checkSignature, { checkpoint: forged }).status).not.toBe(0)
})

test('sha256sum finds the snapshot in the record and the record in the log, and no altered text', () => {
  const sums = `printf '%s  snapshot\\n%s  body\\n' ${evidence.digest} ${evidence.commitment} | sha256sum -c`
  expect(shell(sums)).toMatchObject({ status: 0, out: expect.stringContaining('body: OK') })
  expect(shell(sums, { snapshot: evidence.snapshot.replace('främlingar', 'främlingae') }).status).not.toBe(0)
})
