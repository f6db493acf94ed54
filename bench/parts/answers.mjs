// What an answer costs: ours beside raw node:http with the same bytes and, where it has the same page, stock Payload.
import { CORES, cpuOf, middle, startChild } from '../children.mjs'
import { ourCases, stockCases } from '../cases.mjs'
import { short, table, target } from '../report.mjs'
import { ask, momentOf, startOurs, startStock } from '../servers.mjs'

const CONNECTIONS = [1, 20, 100]
const LENGTH = { short: { rounds: 5, seconds: 1 }, full: { rounds: 5, seconds: 4 } }
/** Requests that a server has answered before it is measured: by then its code is compiled. */
const WARM = { ours: 3_000, raw: 3_000, stock: 100 }
/** Milliseconds of CPU. */
const MOST = { uncached: 0.2, unseen: 0.6 }
/** Times the CPU of raw: an uncached answer 0.2 ms and an unseen query 0.6 where raw takes 0.05. */
const CPU_RATIO = { cached: 1.5, uncached: 4, unseen: 12 }

/** Measures each case at each number of connections; the figure is the middle one of some rounds. */
export async function answers({ folders, full, progress }) {
  const { rounds, seconds } = full ? LENGTH.full : LENGTH.short
  const ours = await startOurs(folders.ours)
  const raw = await startChild('raw.mjs')
  const stock = await startStock(folders.stock)
  const load = await startChild('load.mjs', [], {}, CORES.load)
  const cases = ourCases({ knownAt: await momentOf(ours) })

  const rows = []
  for (const [name, { kind, requests }] of Object.entries(cases)) {
    const { bytes, errors } = await ask(ours.port, requests[0])
    if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`)
    await raw.ask({ bytes: bytes.toString('base64') })
    const contenders = { ours: [ours, requests], raw: [raw, requests] }
    if (name in stockCases) contenders.stock = [stock, stockCases[name]]
    for (const [who, [server, texts]] of Object.entries(contenders))
      await run(load, server, { requests: texts, connections: 20, count: WARM[who] })
    for (const connections of CONNECTIONS) {
      progress(`answers: ${name}, ${connections} at a time`)
      const measured = { ours: [], raw: [], stock: [] }
      // One after the other in each round, so that what else the machine does meets them alike.
      for (let round = 0; round < rounds; round += 1)
        for (const [who, [server, texts]] of Object.entries(contenders))
          measured[who].push(await run(load, server, { requests: texts, connections, seconds }))
      const figures = Object.fromEntries(Object.entries(measured).map(([who, all]) => [who, typical(all)]))
      rows.push({ name, kind, bytes: bytes.length, connections, ...figures })
    }
  }
  await Promise.all([ours, raw, stock, load].map((one) => one.stop()))
  return { rows, targets: rows.flatMap(targetsOf), report: reportOf(rows) }
}

async function run(load, server, job) {
  const before = await server.ask()
  const { result } = await load.ask({ job: { port: server.port, ...job } })
  if (result.error || result.bad > 0) throw new Error(`${result.bad} of ${result.count} failed: ${result.error ?? ''}`)
  const cpu = (cpuOf(await server.ask()) - cpuOf(before)) / result.count
  return { cpu, perSecond: result.count / result.seconds, p50: result.p50, p99: result.p99, generator: result.cpu }
}

const typical = (all) =>
  Object.fromEntries(Object.keys(all[0] ?? {}).map((name) => [name, middle(all.map((one) => one[name]))]))

function targetsOf({ name, kind, connections, ours, raw, stock }) {
  const where = `${name}, ${connections} at a time`
  const all = []
  if (kind in CPU_RATIO) all.push(target(`${where}: CPU, times raw’s`, ours.cpu / raw.cpu, CPU_RATIO[kind]))
  if (kind in MOST) all.push(target(`${where}: CPU`, ours.cpu, MOST[kind], { unit: 'ms' }))
  if (kind === 'cached')
    all.push(target(`${where}: requests/s, of raw’s`, ours.perSecond / raw.perSecond, 0.7, { least: true }))
  if (kind === 'cached' && connections === 100) all.push(target(`${where}: p99, times raw’s`, ours.p99 / raw.p99, 3))
  if (name === 'news list')
    all.push(target(`${where}: CPU of stock Payload, times ours`, stock.cpu / ours.cpu, 50, { least: true }))
  return all
}

const reportOf = (rows) =>
  `${table(
    rows.map(({ name, bytes, connections, ours, raw, stock }) => ({
      asked: name,
      bytes,
      'at a time': connections,
      'CPU ms': short(ours.cpu),
      raw: short(raw.cpu),
      stock: short(stock.cpu),
      'requests/s': short(ours.perSecond),
      'raw ': short(raw.perSecond),
      'stock ': short(stock.perSecond),
      'p50 ms': short(ours.p50),
      'p99 ms': short(ours.p99),
      'raw  ': short(raw.p99),
      'stock  ': short(stock.p99),
    })),
  )}\n\nThe generator takes ${short(middle(rows.map(({ raw }) => raw.generator)))} ms CPU for a request to raw.`
