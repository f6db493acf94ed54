import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '../../support/delivering.js'

/** What is left in the served process after a collection. */
export interface Probe {
  /** Bytes of the heap, and of buffers outside it. */
  used: number
  /** Sockets, timers and other things that are held. */
  sockets: number
  /** What was thrown where nobody caught it. */
  faults: string[]
}

export interface Served {
  port: number
  probe(): Promise<Probe>
  /** Errors that stand in its log. */
  logged(): string[]
  isRunning(): boolean
  close(): Promise<void>
}

interface Options {
  env?: Record<string, string>
  /** Modules that are loaded before it. */
  preload?: readonly string[]
}

/** The service as it runs, in a process of its own, without the admin's pages and with no limit on who asks much. */
export async function serve(
  place: { databaseUrl: string; dataDir: string },
  { env = {}, preload = [] }: Options = {},
): Promise<Served> {
  const port = await freePort()
  const imports = ['test/attack/traffic/probe.mjs', ...preload].flatMap((one) => ['--import', path.resolve(one)])
  const flags = ['--conditions=production', '--expose-gc', ...imports]
  const child = spawn(process.execPath, [...flags, 'dist/src/server.js'], {
    env: {
      ...{ PATH: process.env['PATH'], NODE_ENV: 'production', DISABLE_PAYLOAD_HMR: 'true', ADMIN: 'false' },
      ...{ PORT: String(port), HOST: '0.0.0.0', LOG_LEVEL: 'error' },
      ...{ DATABASE_URL: place.databaseUrl, DATA_DIR: place.dataDir, MEDIA_DIR: `${place.dataDir}/media` },
      ...{ RATE_LIMIT_ADDRESS: '0', RATE_LIMIT_WEBSITE: '0', CACHE_BYTES: String(8 * 1024 * 1024), ...env },
    },
    // Next tells there of everything that it has not found.
    stdio: ['ignore', 'pipe', env['ADMIN'] === 'true' ? 'ignore' : 'inherit', 'ipc'],
  })
  const exited = once(child, 'exit')
  const logged: string[] = []
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line.startsWith('{')) logged.push(line)
      if (line === 'Klart.') resolve()
    })
    child.once('exit', (code) => reject(new Error(`The service did not start (${code}): ${logged.join('\n')}`)))
  })
  return {
    port,
    probe: async () => {
      child.send({})
      const [answer] = (await once(child, 'message')) as [Probe]
      return answer
    },
    logged: () => logged,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    close: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}
