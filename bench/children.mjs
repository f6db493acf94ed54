// Servers as processes of their own, so that what they cost is theirs alone, and requests to them.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'

/** Starts a server that tells its port; `ask` tells what it has used since it started. */
export async function startChild(script, args = [], env = {}) {
  const child = fork(new URL(script, import.meta.url).pathname, args, { env: { ...process.env, ...env } })
  const [started] = await once(child, 'message')
  const ask = async (message = {}) => {
    child.send(message)
    const [answer] = await once(child, 'message')
    return answer
  }
  return { ...started, ask, cpu: async () => cpuOf(await ask()), stop: () => child.disconnect() }
}

/** Milliseconds of CPU. */
export const cpuOf = ({ cpu }) => (cpu.user + cpu.system) / 1_000

/** @returns the bytes of the answer */
export const post = (port, agent, body) =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const request = http.request(
      { host: '127.0.0.1', port, path: '/graphql', method: 'POST', agent, headers },
      (response) => {
        const parts = []
        response.on('data', (part) => parts.push(part))
        response.on('end', () => resolve(Buffer.concat(parts)))
      },
    )
    request.on('error', reject)
    request.end(body)
  })

export const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
