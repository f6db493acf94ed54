import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import readline from 'node:readline'
import type { DemoUser } from '../../src/seed/demoUsers.js'

/** The whole service as `npm start` runs it, with its demo, in a folder of its own. */
export interface WholeService {
  url: string
  user(role: string): DemoUser
  query(query: string, variables?: object): Promise<Record<string, unknown>>
  close(): Promise<void>
}

/** Found by `scripts/test.mjs`, which leaves these tests out where there is none. */
export const chromium = process.env['CHROMIUM'] ?? ''

/** @param more variables beside those that a test needs anyway */
export async function startWholeService(more: Record<string, string> = {}): Promise<WholeService> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'lanskallan-browser-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const { DATABASE_URL: _unused, ...environment } = process.env
  const env = {
    ...environment,
    NODE_ENV: 'production' as const,
    DATA_DIR: dataDir,
    MEDIA_DIR: path.join(dataDir, 'media'),
    PORT: String(port),
    ...more,
  }
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const told: string[] = []
  await new Promise<void>((resolve, reject) => {
    readline.createInterface({ input: child.stdout }).on('line', (line) => {
      told.push(line)
      if (line === 'Klart.') resolve()
    })
    child.once('exit', () => reject(new Error(`The service did not start:\n${told.join('\n')}`)))
  })
  const users = JSON.parse(readFileSync(path.join(dataDir, 'demo-users.json'), 'utf8')) as DemoUser[]
  return {
    url,
    user: (role) => {
      const found = users.find((one) => one.role === role && (one.county ?? 'vasternorrland') === 'vasternorrland')
      if (!found) throw new Error(`The demo has no ${role}.`)
      return found
    },
    query: async (query, variables = {}) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      })
      return ((await response.json()) as { data: Record<string, never> }).data
    },
    close: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
