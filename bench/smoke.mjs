// The topic page and a list of 20 news, uncached, beside raw node:http with the same bytes in one run.
// Usage: npm run bench [-- FOLDER]: a folder that was filled before is used again.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { buildServer } from '../scripts/buildServer.mjs'
import { cpuOf, middle, post, startChild } from './children.mjs'

const SECONDS = 4
const ROUNDS = 3
const here = new URL('.', import.meta.url).pathname
const folder = path.resolve(process.argv[2] ?? path.join(os.tmpdir(), 'lanskallan-bench'))
buildServer()
if (!existsSync(path.join(folder, 'filled'))) {
  mkdirSync(folder, { recursive: true })
  console.error('Filling the database, which takes some minutes …')
  const { status } = spawnSync(process.execPath, ['--conditions=production', path.join(here, 'fill.mjs'), folder], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(1)
  mkdirSync(path.join(folder, 'filled'))
}

const topicPage = readFileSync(path.join(here, '../docs/queries/topicPage.graphql'), 'utf8')
const cases = {
  'topic page': {
    query: topicPage,
    variables: { county: 'vasternorrland', slug: 'vald-i-nara-relationer', validAt: '2023-01-01' },
  },
  '20 news': {
    query:
      '{ county(slug: "vasternorrland") { news(first: 20) { nodes { id slug title lead publishedAt topics { title slug } } } } }',
  },
}

const ours = await startChild('serve.mjs', [folder])
const raw = await startChild('raw.mjs')
const { documents, filled } = ours
console.log(
  `${documents} documents, shelf filled in ${Math.round(filled)} ms; Node ${process.version}, ${os.cpus()[0].model}`,
)

async function measure(child, body, connections) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const before = await child.ask()
  const end = performance.now() + SECONDS * 1_000
  let count = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        await post(child.port, agent, body)
        count += 1
      }
    }),
  )
  const after = await child.ask()
  agent.destroy()
  return { perSecond: count / SECONDS, cpu: (cpuOf(after) - cpuOf(before)) / count, rss: after.rss }
}

for (const [name, request] of Object.entries(cases)) {
  const body = JSON.stringify(request)
  const bytes = await post(ours.port, undefined, body)
  const answer = JSON.parse(bytes.toString())
  if (answer.errors) throw new Error(JSON.stringify(answer.errors))
  await raw.ask({ bytes: bytes.toString() })
  const rounds = []
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push([await measure(ours, body, 20), await measure(raw, body, 20)])
  const of = (index, what) => middle(rounds.map((round) => round[index][what]))
  const [cpu, rawCpu] = [of(0, 'cpu'), of(1, 'cpu')]
  console.log(
    `${name}: ${bytes.length} bytes, ${cpu.toFixed(3)} ms CPU a request (raw ${rawCpu.toFixed(3)}, ${(cpu / rawCpu).toFixed(1)} times), ` +
      `${Math.round(of(0, 'perSecond'))}/s (raw ${Math.round(of(1, 'perSecond'))}/s), RSS ${Math.round(of(0, 'rss') / 1e6)} MB`,
  )
}
ours.stop()
raw.stop()
