// A million requests, four of five cached and the rest of all kinds: memory stays where it is.
import { CORES, startChild } from '../children.mjs'
import { ourCases } from '../cases.mjs'
import { short, table, target } from '../report.mjs'
import { momentOf, startOurs } from '../servers.mjs'

const SLICES = 20
/** By then the cache of answers is full, and all code is compiled. */
const WARM = 60_000
const MB = 1e6

export async function soak({ folders, full, progress }) {
  const count = full ? 1_000_000 : 100_000
  const ours = await startOurs(folders.ours)
  const load = await startChild('load.mjs', [], {}, CORES.load)
  const { 'cached, GET': cached, ...others } = ourCases({ knownAt: await momentOf(ours) })
  const made = Object.values(others).filter(({ kind }) => kind !== 'cached')
  const requests = Array.from({ length: 210 }, (_, n) => made[n % made.length].requests[n % 21]).flatMap((one) => [
    ...Array(4).fill(cached.requests[0]),
    one,
  ])
  const ask = async (some) => {
    const { result } = await load.ask({ job: { port: ours.port, connections: 20, count: some, requests } })
    if (result.error || result.bad > 0)
      throw new Error(`${result.bad} of ${result.count} failed: ${result.error ?? ''}`)
  }
  progress('soak: warming up')
  await ask(WARM)
  const before = await settled(ours)
  const samples = []
  for (let slice = 1; slice <= SLICES; slice += 1) {
    await ask(count / SLICES)
    const { rss, heapUsed, external } = await ours.ask()
    samples.push({ requests: (slice * count) / SLICES, rss, heapUsed, external })
    progress(`soak: ${(slice * count) / SLICES} requests, RSS ${short(rss / MB)} MB`)
  }
  const after = await settled(ours)
  await Promise.all([ours, load].map((one) => one.stop()))
  const highest = (some) => Math.max(...some.map(({ rss }) => rss))
  const [earlier, later] = [samples.slice(0, SLICES / 2), samples.slice(SLICES / 2)]
  return {
    samples,
    targets: [
      target(
        `highest RSS in the later half of ${count}, times the earlier half’s`,
        highest(later) / highest(earlier),
        1.1,
      ),
      target('heap and buffers after a collection, times those before', held(after) / held(before), 1.1),
    ],
    report: table(
      samples
        .filter((_, n) => n % 4 === 3)
        .map((one) => ({
          requests: one.requests,
          'RSS, MB': short(one.rss / MB),
          'heap in use, MB': short(one.heapUsed / MB),
          'buffers, MB': short(one.external / MB),
        })),
    ),
  }
}

/** One collection leaves what only its finalizers let go of. */
async function settled(server) {
  await server.ask({ collect: true })
  return server.ask({ collect: true })
}

const held = ({ heapUsed, external }) => heapUsed + external
