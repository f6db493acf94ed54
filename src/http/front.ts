import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { ServiceError } from '../errors.js'
import type { RawHandler } from './graphql.js'

/** `/graphql` goes straight to its answers, everything else to Express. */
export const createFront =
  (graphql: RawHandler, app: RequestListener, log: Logger): RequestListener =>
  (req, res) => {
    if (!isGraphql(req.url ?? '')) {
      app(req, res)
      return
    }
    try {
      // Bytes that are ready go out at once: only what is worked out makes a promise.
      void graphql(req, res)?.catch((error: unknown) => failed(error, req, res, log))
    } catch (error) {
      failed(error, req, res, log)
    }
  }

const isGraphql = (url: string): boolean => url === '/graphql' || url.startsWith('/graphql?')

/** What was foreseen says what to do; all else is told by an id alone. Who has gone is told nothing. */
function failed(error: unknown, req: IncomingMessage, res: ServerResponse, log: Logger): void {
  if (req.destroyed && !req.complete) return
  const requestId = randomUUID()
  const isForeseen = error instanceof ServiceError && (error.status < 500 || error.status === 503)
  if (!isForeseen) log.error({ err: error, requestId }, 'a request failed')
  if (res.headersSent) {
    res.destroy()
    return
  }
  const { status, message, extensions } = isForeseen ? told(error) : masked(requestId)
  res.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': '*',
    'X-Request-Id': requestId,
    ...(status === 503 && { 'Retry-After': '5' }),
    // What is still under way of a slow request is not waited for.
    ...(status === 408 && { Connection: 'close' }),
  })
  res.end(JSON.stringify({ errors: [{ message, extensions: { ...extensions, requestId } }] }))
}

interface Told {
  status: number
  message: string
  extensions: Record<string, string>
}

const told = ({ status, code, messages }: ServiceError): Told => ({
  status,
  message: messages.en,
  extensions: { code, sv: messages.sv },
})

const masked = (requestId: string): Told => ({
  status: 500,
  message: `Something went wrong here. Tell us this id, and we find it: ${requestId}`,
  extensions: { code: 'INTERNAL' },
})
