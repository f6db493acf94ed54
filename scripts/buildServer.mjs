// Compiles the server into dist/ where its sources have changed since.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isStale, markBuilt } from './stale.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = ['src', 'collections', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']

export function buildServer() {
  const dist = path.join(root, 'dist')
  if (existsSync(dist) && !isStale(root, 'server', sources)) return
  console.error('Bygger tjänsten … (building the service)')
  rmSync(dist, { recursive: true, force: true })
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) {
    console.error('Tjänsten kunde inte byggas. (The service could not be built.)')
    process.exit(1)
  }
  markBuilt(root, 'server', sources)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildServer()
