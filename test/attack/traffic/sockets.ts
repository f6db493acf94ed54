import net from 'node:net'

const head = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
const query = '{"query":"{ log { size } }"}'
const whole = `${head}Content-Length: ${query.length}\r\n\r\n${query}`
const hidden = 'GET /admin HTTP/1.1\r\nHost: x\r\n\r\n'

/** What no client sends: written to a socket as it stands. */
export const oddities: readonly string[] = [
  // Two lengths, of which two servers would believe different ones.
  `${head}Content-Length: 0\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
  `${head}Content-Length: ${query.length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
  `${head}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5c\r\n${query}\r\n0\r\n\r\n`,
  `${head}Transfer-Encoding: xchunked\r\n\r\n${query}`,
  `${head}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`,
  `${head}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n${hidden}`,
  `${head}Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n${query}`,
  `${head}Transfer-Encoding: chunked\r\n\r\n-1\r\n${query}\r\n0\r\n\r\n`,
  `${head}Transfer-Encoding: chunked\r\n\r\n1;${'x'.repeat(20_000)}\r\n{\r\n0\r\n\r\n`,
  `${head}Content-Length: -5\r\n\r\n${query}`,
  `${head}Content-Length: 99999999999999999999\r\n\r\n${query}`,
  `${head}Content-Length: +5\r\n\r\n${query}`,
  // Heads that are none
  '\r\n\r\n\r\n',
  'GET\r\n\r\n',
  'GET / HTTP/9.9\r\nHost: x\r\n\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
  'GET http://evil.example/graphql HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET //evil.example/admin HTTP/1.1\r\nHost: x\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
  'CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  `${head}Expect: 100-continue\r\nContent-Length: ${query.length}\r\n\r\n${query}`,
  `${head}Expect: the-impossible\r\nContent-Length: 2\r\n\r\n{}`,
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  `GET / HTTP/1.1\r\nHost: x\r\n${'X-A: b\r\n'.repeat(5_000)}\r\n`,
  `GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\tc\r\n\r\n`,
  'GET / HTTP/1.1\r\nHost: x\nX: \u0000\u0001\r\n\r\n',
  `GET /${'\u00ff'.repeat(50)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
  // Many at once, and a body that is not all there
  whole.repeat(300),
  'GET /graphql?query={log{size}} HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(500),
  `${head}Content-Length: 5000\r\n\r\n{`,
  `${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"que`,
]

/** However it closes: being cut off is no fault here. */
const closing = (socket: net.Socket): Promise<void> =>
  new Promise((resolve) => void socket.once('close', () => resolve()))

/** How the sender leaves: waits to be answered, closes its half at once, or is gone at once. */
export type Leaving = 'waits' | 'closes its half' | 'is gone'

/** @returns the status of each answer that came before the service closed, or the sender left */
export async function sendOddity(port: number, bytes: string, leaving: Leaving): Promise<number[]> {
  const socket = net.connect({ port, host: '127.0.0.1', localAddress: '127.0.0.9' })
  let answer = ''
  socket.on('data', (part) => (answer += part.toString('latin1')))
  socket.on('error', () => {})
  const closed = closing(socket)
  socket.write(Buffer.from(bytes, 'latin1'))
  // Who waits for more of it is told to close by a request that says so.
  if (leaving === 'waits') socket.write('GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  if (leaving === 'closes its half') socket.end()
  if (leaving === 'is gone') socket.once('connect', () => setImmediate(() => socket.destroy()))
  await closed
  return [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
}

/** Sockets that send a byte now and then, or nothing: they are let go by the service. @returns once all are closed */
export async function holdSockets(port: number, count: number): Promise<void> {
  const starts = ['', 'G', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: ', `${head}Content-Length: 500\r\n\r\n{`]
  const held = Array.from({ length: count }, async (_, n) => {
    const socket = net.connect({ port, host: '127.0.0.1', localAddress: '127.0.0.8' })
    socket.on('error', () => {})
    socket.resume()
    if (starts[n % 4]) socket.write(starts[n % 4]!)
    const drip = setInterval(() => socket.write('a'), 1_000)
    await closing(socket)
    clearInterval(drip)
  })
  await Promise.all(held)
}
