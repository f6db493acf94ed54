// What 100,000 records cost beside 1,000: questions about the past, appending, verifying, and proofs.
// Usage: npm run bench:scale [-- FOLDER]; with MONGODB_URL also on MongoDB. Folders that were filled before are used again.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { buildServer } from '../../scripts/buildServer.mjs'
import { middle, post, startChild } from '../children.mjs'

buildServer()
const { addressOf, idOf, instantOf } = await import('./records.mjs')

const SIZES = [1_000, 100_000]
const ROUNDS = 5
const REQUESTS = 400
const here = new URL('.', import.meta.url).pathname
const root = path.resolve(process.argv[2] ?? path.join(os.tmpdir(), 'lanskallan-scale'))
const mongoUrl = process.env.MONGODB_URL

const run = (script, args, env) =>
  execFileSync(process.execPath, ['--conditions=production', path.join(here, script), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
const times = (count, make) => Array.from({ length: count }, (_, n) => make(n))
const below = (limit) => Math.floor(Math.random() * limit)
const round = (value, digits = 2) => Number(value.toFixed(digits))

/** A strategy of this archive, on some day, as it could be read at some moment of its past. */
function pastQuestion(count) {
  const documents = count / 5
  const knownAt = instantOf(documents + below(count - documents))
  const validAt = `${2012 + below(16)}-06-01`
  const { county, slug } = addressOf(below(documents / 5))
  const query =
    'query($county:String!,$slug:String!,$validAt:Date,$knownAt:DateTime){strategy(county:$county,slug:$slug,validAt:$validAt,knownAt:$knownAt){title summary knownAt inForce{state explanation editions{number label title validFrom effectiveUntil body{html}}}}}'
  return JSON.stringify({ query, variables: { county, slug, validAt, knownAt } })
}
const proofs = {
  checkpoint: () => ({ query: '{ log { checkpoint size } }' }),
  receipt: (count) => ({
    query: 'query($id:ID!){ record(id:$id) { receipt } }',
    variables: { id: idOf(`record ${below(count)}`) },
  }),
  consistency: (count) => ({
    query: 'query($size:Int!){ log { consistencyProof(fromSize:$size) } }',
    variables: { size: below(count) },
  }),
}

async function ask(server, agent, body) {
  const bytes = await post(server.port, agent, body)
  if (JSON.parse(bytes.toString()).errors) throw new Error(bytes.toString())
}

/** CPU milliseconds a request, one after another. */
async function costOf(server, agent, makeBody) {
  const before = await server.cpu()
  for (let n = 0; n < REQUESTS; n += 1) await ask(server, agent, makeBody())
  return ((await server.cpu()) - before) / REQUESTS
}
async function slowest(server, agent, makeBody) {
  let longest = 0
  for (let n = 0; n < 100; n += 1) {
    const started = performance.now()
    await ask(server, agent, JSON.stringify(makeBody()))
    longest = Math.max(longest, performance.now() - started)
  }
  return longest
}

async function measureOn(engine) {
  const places = SIZES.map((count) => {
    const folder = path.join(root, `${engine}-${count}`)
    const env = engine === 'mongodb' ? { DATABASE_URL: mongoUrl.replace('/?', `/scale${count}?`) } : {}
    if (!existsSync(path.join(folder, 'filled'))) {
      console.error(`Filling ${engine} with ${count} records …`)
      mkdirSync(folder, { recursive: true })
      run('fill.mjs', [folder, String(count)], env)
      writeFileSync(path.join(folder, 'filled'), '')
    }
    return { count, folder, env }
  })
  const rows = places.map(({ count }) => ({ engine, records: count }))

  places.forEach(({ folder, env }, n) => {
    const verdicts = times(3, () => JSON.parse(run('verify.mjs', [folder], env)))
    if (verdicts.some(({ finding }) => finding)) throw new Error(JSON.stringify(verdicts[0].finding))
    rows[n]['verified a second'] = Math.round(middle(verdicts.map((one) => one.entries / (one.milliseconds / 1_000))))
    rows[n]['verified a CPU second'] = Math.round(middle(verdicts.map((one) => one.entries / (one.cpu / 1_000))))
    rows[n]['verify peak MB'] = Math.round(middle(verdicts.map(({ peak }) => peak)) / 1e6)
  })

  const servers = []
  for (const { folder, env } of places) servers.push(await startChild('serve.mjs', [folder], env))
  const agents = places.map(() => new http.Agent({ keepAlive: true, maxSockets: 1 }))
  const costs = places.map(() => [])
  for (let n = 0; n <= ROUNDS; n += 1)
    for (const [index, { count }] of places.entries()) {
      const cost = await costOf(servers[index], agents[index], () => pastQuestion(count))
      // The first round warms the compiler up.
      if (n > 0) costs[index].push(cost)
    }
  for (const [index, { count }] of places.entries()) {
    rows[index]['past question, CPU ms'] = round(middle(costs[index]), 3)
    for (const [name, make] of Object.entries(proofs))
      rows[index][`slowest ${name} of 100, ms`] = round(await slowest(servers[index], agents[index], () => make(count)))
    rows[index]['shelf filled in ms'] = Math.round(servers[index].filled)
    rows[index]['RSS MB'] = Math.round((await servers[index].ask()).rss / 1e6)
    agents[index].destroy()
    servers[index].stop()
  }
  console.log(
    `${engine}: a past question of ${SIZES[1]} costs ${round(middle(costs[1]) / middle(costs[0]))} times one of ${SIZES[0]}`,
  )

  const published = places.map(() => [])
  for (let n = 0; n < 3; n += 1)
    for (const [index, { folder, env }] of places.entries())
      published[index].push(JSON.parse(run('append.mjs', [folder, '200'], env)).publish)
  rows.forEach((row, index) => (row['publish, ms'] = round(middle(published[index]))))
  return rows
}

console.log(`Node ${process.version}, ${os.cpus()[0].model}`)
const rows = [...(await measureOn('sqlite')), ...(mongoUrl ? await measureOn('mongodb') : [])]
const names = Object.keys(rows[0])
console.log(
  [names, names.map(() => '---'), ...rows.map((row) => names.map((name) => row[name]))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n'),
)
