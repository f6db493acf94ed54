// Builds the service, and fills the databases that are compared where that was not done before with this very content.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildServer } from '../scripts/buildServer.mjs'

const here = (file) => fileURLToPath(new URL(file, import.meta.url))
const digestOf = (files) =>
  files.reduce((hash, file) => hash.update(readFileSync(here(file))), createHash('sha256')).digest('hex')

/** What the content of ours is made from. */
export const OURS = ['content.mjs', 'fill.mjs', 'queries/newsList.graphql', '../src/migrations/index.ts']

/** @returns the folders of the two contents: {ours, stock} */
export function prepare(root, progress) {
  buildServer()
  return {
    ours: filled(path.join(root, 'ours'), 'fill.mjs', OURS, {}, progress),
    // Payload makes its tables by itself where it is being developed with, and there only.
    stock: filled(
      path.join(root, 'stock'),
      'stock/fill.mjs',
      ['content.mjs', 'stock/fill.mjs', 'stock/config.mjs'],
      { NODE_ENV: 'development', DISABLE_PAYLOAD_HMR: 'true' },
      progress,
    ),
  }
}

export function filled(folder, script, sources, env, progress, args = []) {
  const mark = path.join(folder, 'filled')
  const digest = digestOf(sources)
  if (read(mark) === digest) return folder
  progress(`Filling ${folder}, which takes a minute or two`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { status } = spawnSync(process.execPath, ['--conditions=production', here(script), folder, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  })
  if (status !== 0) throw new Error(`${script} failed`)
  writeFileSync(mark, digest)
  return folder
}

const read = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
