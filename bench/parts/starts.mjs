// From the start of the process to the first right answer, and the memory then: ours and stock Payload in turn on the same
// content, and ours on 100,000 public documents.
import path from 'node:path'
import { CORES, cpuOf, middle } from '../children.mjs'
import { filled } from '../prepare.mjs'
import { short, table, target } from '../report.mjs'
import { isStrategyThere, startOurs, startStock } from '../servers.mjs'

const MANY = 100_000
const MB = 1e6
const MIB = 1024 * 1024

export async function starts({ folders, root, full, progress }) {
  const measured = { ours: [], stock: [], many: [] }
  const start = async (who, make) => {
    progress(`starts: ${who}`)
    const server = await make()
    const used = await server.ask()
    measured[who].push({ milliseconds: server.milliseconds, cpu: cpuOf(used), rss: used.rss })
    await server.stop()
  }
  const many = filled(
    path.join(root, 'many'),
    'scale/fill.mjs',
    ['scale/fill.mjs', 'scale/records.mjs'],
    {},
    progress,
    [String(MANY), '1'],
  )
  // What is kept beside the database is there for the second start: the first does not count for either.
  const onAllCores = { core: CORES.all }
  const ofMany = { isRight: isStrategyThere, ...onAllCores }
  await startOurs(folders.ours).then((server) => server.stop())
  await startOurs(many, ofMany).then((server) => server.stop())
  for (let round = 0; round < (full ? 7 : 3); round += 1) {
    await start('ours', () => startOurs(folders.ours, onAllCores))
    await start('stock', () => startStock(folders.stock, onAllCores))
    await start('many', () => startOurs(many, ofMany))
  }
  const of = (who, what) => middle(measured[who].map((one) => one[what]))
  const [ours, stock] = [of('ours', 'milliseconds'), of('stock', 'milliseconds')]
  return {
    measured,
    targets: [
      target('first right answer, times stock Payload’s', ours / stock, 1),
      target('RSS with it', of('ours', 'rss') / MIB, 200, { unit: 'MiB' }),
      target(`first right answer at ${MANY} documents`, of('many', 'milliseconds') / 1_000, 5, { unit: 's' }),
      target(`RSS at ${MANY} documents`, of('many', 'rss') / MIB, 600, { unit: 'MiB' }),
    ],
    report: table(
      [
        ['ours', 'ours'],
        ['stock Payload', 'stock'],
        [`ours, ${MANY} documents of 2 KB`, 'many'],
      ].map(([name, who]) => ({
        started: name,
        'first right answer, ms': short(of(who, 'milliseconds')),
        'CPU until then, ms': short(of(who, 'cpu')),
        'RSS, MB': short(of(who, 'rss') / MB),
      })),
    ),
  }
}
