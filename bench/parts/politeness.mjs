// How long a website with its key waits for its pages while others send what nobody should send. The service holds all to
// the limits that it has by default.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { CORES, startChild } from '../children.mjs'
import { ourCases, withKey } from '../cases.mjs'
import { short, table, target } from '../report.mjs'
import { startOurs } from '../servers.mjs'

/** Five readers of one site, each with a page every 40 ms: half of them cached. */
const POLITE = { connections: 5, pause: 40 }

export async function politeness({ folders, full, progress }) {
  const seconds = full ? 60 : 15
  const ours = await startOurs(folders.ours, { env: { RATE_LIMIT_ADDRESS: '', RATE_LIMIT_WEBSITE: '' } })
  const load = await startChild('load.mjs', [], {}, CORES.load)
  const cases = ourCases({})
  const pages = ['news list', 'topic page', 'strategy page'].flatMap((name) => cases[name].requests.slice(0, 21))
  const key = readFileSync(path.join(folders.ours, 'website.key'), 'utf8')
  const requests = pages.flatMap((page) => [cases['cached, GET'].requests[0], page]).map((one) => withKey(one, key))
  const askPolitely = async (length) => {
    const { result } = await load.ask({ job: { port: ours.port, ...POLITE, seconds: length, requests } })
    if (result.error || result.bad > 0)
      throw new Error(`${result.bad} of ${result.count} failed: ${result.error ?? ''}`)
    return result
  }
  progress('politeness: alone')
  await askPolitely(3)
  const alone = await askPolitely(seconds / 3)
  progress('politeness: beside hostile traffic')
  const hostile = await startChild('hostile.mjs', [String(ours.port)], {}, CORES.load)
  await askPolitely(3)
  const beside = await askPolitely(seconds)
  await Promise.all([hostile, ours, load].map((one) => one.stop()))
  return {
    alone,
    beside,
    targets: [target('p99 of a polite client beside hostile traffic', beside.p99, 100, { unit: 'ms' })],
    report: table(
      [
        ['alone', alone],
        ['beside hostile traffic', beside],
      ].map(([name, { count, p50, p99, max }]) => ({
        'a polite client': name,
        answers: count,
        'p50 ms': short(p50),
        'p99 ms': short(p99),
        'worst ms': short(max),
      })),
    ),
  }
}
