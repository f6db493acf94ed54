// From the start of the process to the first right answer, and the memory then: ours and stock Payload in turn on the same
// content, and ours on 100,000 public documents: for the first time from the database, and then from what it kept on disk.
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { CORES, cpuOf, middle } from '../children.mjs'
import { filled } from '../prepare.mjs'
import { short, table, target } from '../report.mjs'
import { isStrategyThere, startOurs, startStock } from '../servers.mjs'

const MANY = 100_000
const MB = 1e6
const MIB = 1024 * 1024

export async function starts({ folders, root, full, progress }) {
  const measured = { ours: [], stock: [], first: [], later: [] }
  const start = async (who, make) => {
    progress(`starts: ${who}`)
    const server = await make()
    const used = await server.ask()
    measured[who].push({ milliseconds: server.milliseconds, cpu: cpuOf(used), rss: used.rss })
    if (who !== 'stock') await isKept(who === 'ours' ? folders.ours : many)
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
  const onAllCores = { core: CORES.all }
  const ofMany = { isRight: isStrategyThere, ...onAllCores }
  for (let round = 0; round < (full ? 7 : 3); round += 1) {
    await start('ours', () => startOurs(folders.ours, onAllCores))
    await start('stock', () => startStock(folders.stock, onAllCores))
    rmSync(shelfOf(many), { recursive: true, force: true })
    await start('first', () => startOurs(many, ofMany))
    await start('later', () => startOurs(many, ofMany))
  }
  const of = (who, what) => middle(measured[who].map((one) => one[what]))
  const [ours, stock] = [of('ours', 'milliseconds'), of('stock', 'milliseconds')]
  return {
    measured,
    targets: [
      target('first right answer, times stock Payload’s', ours / stock, 1),
      target('RSS with the first right answer', of('ours', 'rss') / MIB, 200, { unit: 'MiB' }),
      ...['first', 'later'].flatMap((who) => [
        target(`${who} start at ${MANY} documents`, of(who, 'milliseconds') / 1_000, 5, { unit: 's' }),
        target(`RSS with the ${who} start`, of(who, 'rss') / MIB, 600, { unit: 'MiB' }),
      ]),
    ],
    report: table(
      [
        ['ours', 'ours'],
        ['stock Payload', 'stock'],
        [`ours, ${MANY} documents of 2 KB, for the first time`, 'first'],
        ['… later, from what was kept', 'later'],
      ].map(([name, who]) => ({
        started: name,
        'first right answer, ms': short(of(who, 'milliseconds')),
        'CPU until then, ms': short(of(who, 'cpu')),
        'RSS, MB': short(of(who, 'rss') / MB),
      })),
    ),
  }
}

const shelfOf = (folder) => path.join(folder, 'shelf')

/** Waits until what is public stands on disk: from then on a start finds it there. */
async function isKept(folder) {
  while (!existsSync(path.join(shelfOf(folder), 'shelf'))) await new Promise((resolve) => setTimeout(resolve, 50))
}
