import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const here = (file) => fileURLToPath(new URL(file, import.meta.url))

/** Builds the routes of stock Payload's template. @param folder the one that was filled */
export function buildInNext(folder) {
  const next = here('../../node_modules/next/dist/bin/next')
  const { status, stderr } = spawnSync(process.execPath, [next, 'build', here('next')], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', STOCK_FILE: `${folder}/stock.db` },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`Stock Payload could not be built in Next:\n${stderr}`)
}
