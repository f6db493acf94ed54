import { once } from 'node:events'
import { existsSync, renameSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { sqliteFile } from '../../src/databaseUrl.js'
import type { TestDatabase } from './databases.js'
import { freePort } from './delivering.js'

/** The way from one reader to its database, which can be cut while others still reach it. */
export interface Cuttable {
  databaseUrl: string
  /** `refused`: as when the engine is stopped. `silent`: as when the net swallows everything. */
  cut(how: 'refused' | 'silent'): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

export const cuttable = (database: TestDatabase, databaseUrl: string): Promise<Cuttable> =>
  database.name === 'SQLite' ? Promise.resolve(movable(databaseUrl)) : throughProxy(databaseUrl)

/** A file is there or is not: a silent one there is none of. */
function movable(databaseUrl: string): Cuttable {
  const file = sqliteFile(databaseUrl)
  const parts = ['', '-wal', '-shm']
  const move = (from: string, to: string): void => {
    for (const part of parts) if (existsSync(`${from}${part}`)) renameSync(`${from}${part}`, `${to}${part}`)
  }
  return {
    databaseUrl,
    cut: async () => move(file, `${file}.away`),
    mend: async () => move(`${file}.away`, file),
    close: async () => {},
  }
}

async function throughProxy(databaseUrl: string): Promise<Cuttable> {
  const target = new URL(databaseUrl)
  const port = await freePort()
  const sockets = new Set<Socket>()
  let isSilent = false
  const forward = (from: Socket, to: Socket): void => {
    sockets.add(from)
    from.on('data', (bytes) => void (isSilent || to.write(bytes)))
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
    from.on('error', () => {})
  }
  const start = async (): Promise<Server> => {
    const server = createServer((here) => {
      const there = connect(Number(target.port), target.hostname)
      forward(here, there)
      forward(there, here)
    }).listen(port, '127.0.0.1')
    await once(server, 'listening')
    return server
  }
  let server: Server | undefined = await start()
  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
    server = undefined
    for (const socket of sockets) socket.destroy()
    await closed
  }
  const url = new URL(databaseUrl)
  url.port = String(port)
  // Otherwise the driver would go past us, to the address that the engine says it has.
  url.search = '?directConnection=true'
  return {
    databaseUrl: url.toString(),
    cut: async (how) => {
      if (how === 'silent') isSilent = true
      else await stop()
    },
    mend: async () => {
      await stop()
      isSilent = false
      server = await start()
    },
    close: stop,
  }
}
