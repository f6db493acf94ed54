// Hostile traffic: what the tests throw at the service (test/attack/traffic), from sixteen addresses at once, and sockets
// that send a byte now and then. It goes on until it is stopped. Usage: hostile.mjs PORT
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import { transformFile } from '@swc/core'

const port = Number(process.argv[2])
const SLOW = 200
// The polite client's clock must not wait for this process.
os.setPriority(10)
const { code } = await transformFile(new URL('../test/attack/traffic/hostile.ts', import.meta.url).pathname, {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'es6' },
})
const { hostileRequests } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
const requests = hostileRequests(5_000)
const agent = new http.Agent({ keepAlive: true, maxSockets: 16 })
let sent = 0

const send = ({ path, method = 'GET', headers = {}, body }, localAddress) =>
  new Promise((resolve) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    try {
      const request = http.request(
        { host: '127.0.0.1', port, path, method, agent, localAddress, headers: { ...headers, ...length } },
        (response) => response.resume().on('close', resolve),
      )
      request.on('error', resolve)
      request.end(body)
    } catch {
      // Node itself refuses to send some of it.
      resolve()
    }
  })
async function attack(from) {
  for (;;) await send(requests[(sent += 1) % requests.length], from)
}
function dripOn() {
  const socket = net.connect({ port, host: '127.0.0.1', localAddress: '127.0.0.8' })
  const drip = setInterval(() => socket.write('a'), 1_000)
  socket.on('error', () => {})
  socket.on('close', () => {
    clearInterval(drip)
    setTimeout(dripOn, 100)
  })
  socket.resume().write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{')
}
for (let n = 1; n <= 16; n += 1) attack(`127.0.1.${n}`)
for (let n = 0; n < SLOW; n += 1) dripOn()
process.send({ port })
