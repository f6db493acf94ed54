// Servers and the load generator as processes of their own, so that what each costs is its alone.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import { fileURLToPath } from 'node:url'

const here = (file) => fileURLToPath(new URL(file, import.meta.url))
/** Servers and the generator keep to a core each where the system can bind them: they do not push each other around. */
const canPin = os.cpus().length > 1 && existsSync('/usr/bin/taskset')
export const CORES = canPin ? { servers: '0', load: '1', all: `0-${os.cpus().length - 1}` } : {}
/** The benchmark's own process keeps off the servers' core. */
export const keepAway = () => {
  if (canPin) spawnSync('taskset', ['-pc', CORES.load, String(process.pid)])
}

function run(script, args, env, core) {
  const command = [
    process.execPath,
    '--conditions=production',
    '--expose-gc',
    '--import',
    here('probe.mjs'),
    here(script),
    ...args,
  ]
  const [file, ...rest] = core === undefined ? command : ['taskset', '-c', core, ...command]
  const child = spawn(file, rest, {
    cwd: here('..'),
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  // A measurement of something that is not running is none.
  const died = once(child, 'exit').then(([code, signal]) => {
    if (child.connected || code) throw new Error(`${script} ended by itself (${code ?? signal})`)
  })
  died.catch(() => {})
  const ask = async (message = {}) => {
    child.send(message)
    const [answer] = await Promise.race([once(child, 'message'), died.then(() => [undefined])])
    return answer
  }
  const stop = async () => {
    if (child.connected) child.disconnect()
    await died.catch(() => {})
  }
  return { child, died, ask, cpu: async () => cpuOf(await ask()), stop }
}

/** Starts a server that tells its port. */
export async function startChild(script, args = [], env = {}, core = CORES.servers) {
  const { child, ...server } = run(script, args, env, core)
  const [started] = await Promise.race([once(child, 'message'), server.died.then(() => [undefined])])
  return { ...started, ...server }
}

/** The longest that a start is waited for, in milliseconds: what has nothing to tell never answers rightly. */
const PATIENCE = 180_000

/**
 * Starts a server that tells nothing, on a free port, and asks until it answers rightly.
 *
 * @param isRight asks the port once; true for the right answer
 * @returns with `milliseconds` from the start of the process to its first right answer
 */
export async function startUntil(isRight, script, args = [], env = {}, core = CORES.servers) {
  const port = await freePort()
  const began = performance.now()
  const { child: _child, ...server } = run(script, args, { ...env, PORT: String(port), HOST: '127.0.0.1' }, core)
  let failed
  server.died.catch((error) => (failed = error))
  while (!(await isRight(port).catch(() => false))) {
    if (failed) throw failed
    if (performance.now() - began > PATIENCE) {
      await server.stop()
      throw new Error(
        `${script} answered nothing right: has its database been emptied? Remove the folder it was filled from.`,
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { ...server, port, milliseconds: performance.now() - began }
}

const freePort = async () => {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

/** Milliseconds of CPU. */
export const cpuOf = ({ cpu }) => (cpu.user + cpu.system) / 1_000

/** @returns the bytes of the answer */
export const post = (port, agent, body, path = '/graphql') =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const request = http.request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (response) => {
      const parts = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () => resolve(Buffer.concat(parts)))
    })
    request.on('error', reject)
    request.end(body)
  })

export const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
