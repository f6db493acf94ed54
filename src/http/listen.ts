import { createServer, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { refuseUnreadable } from './clientErrors.js'

/**
 * Milliseconds, and counts, that one connection may take. Who is slow on purpose holds a socket, and nothing else, for
 * as long as this; a county's editors upload 55 MB on a slow line within it.
 *
 * @see https://nodejs.org/api/http.html#class-httpserver
 */
const limits = {
  /** From the first byte, or from connecting, until the head is whole. */
  headersTimeout: 10_000,
  /** Until the body is whole too. */
  requestTimeout: 300_000,
  /** Without a byte in either direction: who does not read what was asked for is let go. */
  timeout: 120_000,
  /** Between requests. Longer than the proxies in front of us keep theirs, so that none of them meets a closing door. */
  keepAliveTimeout: 65_000,
  /** Between looks at who is late. */
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16_384,
} as const

/** Headers of one request, and sockets at one time. */
const MAX = { headers: 100, connections: 5_000 }

/** @returns once it listens. Rejects where it cannot. @param port 0 for any that is free */
export function listen(front: RequestListener, { port, host }: { port: number; host: string }): Promise<Server> {
  return new Promise((resolve, reject) => {
    const { timeout, ...options } = limits
    const server = createServer(options, front)
    server.maxHeadersCount = MAX.headers
    server.maxConnections = MAX.connections
    server.setTimeout(timeout)
    server.on('clientError', (error, socket) => refuseUnreadable(error, socket as Socket))
    server.once('listening', () => resolve(server))
    server.once('error', reject)
    server.listen(port, host)
  })
}
