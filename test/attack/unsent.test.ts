import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import net, { type AddressInfo, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { listen } from '../../src/http/listen.js'
import { createUnsent } from '../../src/http/unsent.js'

const MEGABYTES = 1_000_000
/** More than the system's own buffers take on the way to who does not read. */
const LARGE = 20 * MEGABYTES
const request = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`

let server: Awaited<ReturnType<typeof listen>>
let sockets: Socket[]
let answered: Map<string, ServerResponse>
const shared = Buffer.alloc(LARGE, 's')
beforeEach(async () => {
  const send = createUnsent(3 * LARGE)
  sockets = []
  answered = new Map()
  server = await listen(
    (req, res) => {
      answered.set(req.url!, res)
      res.writeHead(200)
      send(res, req.url === '/small' ? Buffer.from('small') : req.url === '/shared' ? shared : Buffer.alloc(LARGE, 'a'))
    },
    { port: 0, host: '127.0.0.1' },
  )
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await new Promise((resolve) => server.close(resolve))
})

function connected(): Socket {
  const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {})
  sockets.push(socket)
  return socket
}
/** Asks, reads the head, and nothing more. */
async function askWithoutReading(path: string): Promise<Socket> {
  const socket = connected()
  socket.write(request(path))
  await once(socket, 'readable')
  return socket
}
async function askAndRead(path: string): Promise<number> {
  const socket = connected()
  socket.write(request(path))
  return (await text(socket)).length
}

test('of those who do not read what they asked for the first are let go when there is too much; who reads is served', async () => {
  for (const n of [1, 2, 3]) await askWithoutReading(`/${n}`)
  const closed = ['/1', '/2'].map((path) => once(answered.get(path)!, 'close'))
  await askWithoutReading('/4')
  expect(await askAndRead('/5')).toBeGreaterThan(LARGE)
  await Promise.all(closed)
  expect(['/3', '/4'].map((path) => answered.get(path)?.destroyed)).toEqual([false, false])
  expect(await askAndRead('/small')).toBeGreaterThan(4)
})

test('what many wait for is there once, and holds nobody’s place', async () => {
  for (let n = 0; n < 10; n += 1) await askWithoutReading('/shared')
  await askWithoutReading('/1')
  expect(await askAndRead('/2')).toBeGreaterThan(LARGE)
  expect(sockets.filter((socket) => socket.destroyed)).toHaveLength(1)
})

test('what was read, or asked for by somebody who has gone, holds nobody’s place', async () => {
  for (let n = 0; n < 5; n += 1) await askAndRead(`/read ${n}`.replace(' ', '-'))
  for (let n = 0; n < 5; n += 1) {
    const socket = await askWithoutReading(`/gone-${n}`)
    const closed = once(answered.get(`/gone-${n}`)!, 'close')
    socket.destroy()
    await closed
  }
  for (const n of [1, 2, 3]) await askWithoutReading(`/${n}`)
  expect([1, 2, 3].map((n) => answered.get(`/${n}`)?.destroyed)).toEqual([false, false, false])
})
