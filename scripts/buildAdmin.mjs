// Builds the admin's pages where their sources have changed since; once at a time, and without any secret of this place.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isStale, markBuilt } from './stale.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = ['src', 'collections', 'package-lock.json', 'next.config.mjs', 'tsconfig.json']
const lock = path.join(root, '.build/admin.lock')
const isBuilt = () => existsSync(path.join(root, '.next/BUILD_ID')) && !isStale(root, 'admin', sources)

if (isBuilt()) process.exit(0)
mkdirSync(path.dirname(lock), { recursive: true })
while (!takeLock()) await new Promise((resolve) => setTimeout(resolve, 500))
process.on('exit', () => rmSync(lock, { force: true }))
if (isBuilt()) process.exit(0)

const started = Date.now()
const seconds = () => Math.round((Date.now() - started) / 1000)
const log = path.join(root, '.build/admin.log')
const output = openSync(log, 'w')
const folder = mkdtempSync(path.join(os.tmpdir(), 'lanskallan-admin-'))
console.log('Bygger redigeringen … det tar ungefär en minut. (building the admin)')
const progress = setInterval(() => console.log(`  … ${seconds()} s`), 15_000)
const env = {
  ...process.env,
  NODE_ENV: 'production',
  SECRET: randomBytes(32).toString('hex'),
  DATA_DIR: folder,
  NEXT_TELEMETRY_DISABLED: '1',
}
delete env.DATABASE_URL
const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
  cwd: root,
  env,
  stdio: ['ignore', output, output],
})
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal))
const code = await new Promise((resolve) => child.once('exit', resolve))
clearInterval(progress)
closeSync(output)
rmSync(folder, { recursive: true, force: true })
if (code === 0) {
  markBuilt(root, 'admin', sources)
  console.log(`Redigeringen är byggd, ${seconds()} s.`)
} else {
  console.error(readFileSync(log, 'utf8').split('\n').slice(-30).join('\n'))
  console.error('Redigeringen kunde inte byggas. Hela loggen: .build/admin.log')
}
process.exit(code === 0 ? 0 : 1)

/** A lock that a build that was killed has left is taken over. */
function takeLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    const holder = Number(readFileSync(lock, 'utf8'))
    try {
      process.kill(holder, 0)
    } catch {
      rmSync(lock, { force: true })
    }
    return false
  }
}
