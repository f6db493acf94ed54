import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { RawHandler } from './graphql.js'

/** `/graphql` goes straight to its answers, everything else to Express. */
export const createFront =
  (graphql: RawHandler, app: RequestListener, log: Logger): RequestListener =>
  (req, res) => {
    if (!isGraphql(req.url ?? '')) {
      app(req, res)
      return
    }
    graphql(req, res).catch((error: unknown) => failed(error, req, res, log))
  }

const isGraphql = (url: string): boolean => url === '/graphql' || url.startsWith('/graphql?')

/** What was not foreseen is told by an id alone; who has gone is told nothing. */
function failed(error: unknown, req: IncomingMessage, res: ServerResponse, log: Logger): void {
  if (req.destroyed && !req.complete) return
  const requestId = String(res.getHeader('X-Request-Id') ?? '')
  log.error({ err: error, requestId }, 'a request failed')
  if (res.headersSent) {
    res.destroy()
    return
  }
  const message = `Something went wrong here. Tell us this id, and we find it: ${requestId}`
  res.writeHead(500, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
  res.end(JSON.stringify({ errors: [{ message, extensions: { code: 'INTERNAL', requestId } }] }))
}
