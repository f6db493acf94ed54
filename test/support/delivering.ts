import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { queryAt, type Query } from './query.js'

/** An instance that only delivers, as a process of its own. */
export interface Delivering {
  url: string
  child: ChildProcess
  /** What it has logged. */
  logged: Record<string, unknown>[]
  query: Query
  get(path: string): Promise<Response>
  /** Asks until it is so. */
  until(isSo: () => Promise<boolean>): Promise<void>
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

interface Place {
  databaseUrl: string
  dataDir: string
  shelfDir: string
}

interface Options {
  env?: Record<string, string>
  node?: readonly string[]
}

/** Starts the service as it is run, and resolves when it listens. */
export async function startDelivering(place: Place, { env = {}, node = [] }: Options = {}): Promise<Delivering> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--conditions=production', ...node, 'dist/src/server.js'], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      ROLE: 'delivery',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: place.databaseUrl,
      DATA_DIR: place.dataDir,
      SHELF_DIR: place.shelfDir,
      LOG_LEVEL: 'silent',
      RATE_LIMIT_ADDRESS: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const lines = createInterface({ input: child.stdout! })
  const logged: Record<string, unknown>[] = []
  lines.on('line', (line) => line.startsWith('{') && logged.push(JSON.parse(line) as Record<string, unknown>))
  await Promise.race([
    new Promise<void>((resolve) => lines.on('line', (line) => line.includes('svarar på') && resolve())),
    exited.then(() => Promise.reject(new Error('it ended before it listened'))),
  ])
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    child,
    logged,
    query: queryAt(url),
    get: (path) => fetch(`${url}${path}`),
    until,
    kill: async (signal) => {
      child.kill(signal)
      await exited
    },
  }
}

/** What another process does cannot be awaited here, but asked about: the test's own time limit ends it. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20))
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
