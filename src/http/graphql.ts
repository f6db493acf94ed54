import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import type { Logger } from 'pino'
import type { Answers } from '../delivery/answers.js'
import { explorerPolicy, firstQuery } from './explorer.js'
import { sendAnswer, sendOnce } from './sendAnswer.js'

/** Bytes of a query with its variables. */
const MAX_BODY = 100_000

export type RawHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/**
 * `/graphql`: an explorer for people's browsers, answers for everybody else. What was answered before goes out as bytes,
 * past all that a request costs otherwise: so this stands before the other routes, on Node's own request and response.
 */
export function graphqlHandler(answers: Answers, log: Logger): RawHandler {
  let explorer: string | undefined
  return async (req, res) => {
    const requestId = randomUUID()
    res.setHeader('X-Request-Id', requestId)
    if (req.method === 'OPTIONS') {
      res.writeHead(204, preflight).end()
      return
    }
    if (wantsExplorer(req)) {
      explorer ??= renderGraphiQL({ title: 'Länskällan – GraphQL', defaultQuery: firstQuery, endpoint: '/graphql' })
      res.writeHead(200, explorerHeaders).end(req.method === 'HEAD' ? undefined : explorer)
      return
    }
    const body = req.method === 'POST' ? await bodyOf(req) : null
    if (body === undefined) {
      res.writeHead(413, { ...anywhere, 'Content-Type': 'application/json; charset=utf-8' }).end(tooLarge)
      return
    }
    const key = keyOf(req, body)
    const known = answers.known(key)
    if (known) return sendAnswer({ req, res, answer: known, now: answers.now() })
    const finished = await answers.make(key, {
      method: req.method === 'HEAD' ? 'GET' : (req.method ?? 'GET'),
      url: req.url ?? '/graphql',
      headers: req.headers,
      body,
      requestId,
      report: (error) => log.error({ err: error, requestId }, 'a query failed'),
    })
    if (!finished.answer) return sendOnce(req, res, finished)
    return sendAnswer({ req, res, answer: finished.answer, now: answers.now() })
  }
}

/** All that an answer may depend on. HEAD is answered as GET is, without the body. */
const keyOf = (req: IncomingMessage, body: string | null): string => {
  const { accept = '', 'content-type': type = '' } = req.headers
  return body === null ? `GET ${accept}\n${req.url ?? ''}` : `${req.method ?? ''} ${accept}\n${type}\n${body}`
}

const wantsExplorer = ({ method, url = '', headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  (headers.accept ?? '').includes('text/html') &&
  !new URLSearchParams(url.split('?')[1]).has('query')

/** @returns undefined for more than anybody needs */
async function bodyOf(req: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of req as AsyncIterable<Buffer>) {
    size += part.length
    if (size > MAX_BODY) return undefined
    parts.push(part)
  }
  return (parts.length === 1 ? parts[0]! : Buffer.concat(parts)).toString('utf8')
}

/** What is public may be read from any page, without cookies. */
const anywhere = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, X-Request-Id',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
}
const preflight = {
  ...anywhere,
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Content-Type, Accept, If-None-Match',
  'Access-Control-Max-Age': '86400',
  Allow: 'GET, HEAD, POST, OPTIONS',
}
const explorerHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': explorerPolicy,
  'Cache-Control': 'no-cache',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
}

const tooLarge = JSON.stringify({
  errors: [
    {
      message: `The query is too large: ${MAX_BODY} bytes at most.`,
      extensions: { code: 'TOO_LARGE', sv: `Frågan är för stor: högst ${MAX_BODY} byte.` },
    },
  ],
})
