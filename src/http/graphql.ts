import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Answers } from '../delivery/answers.js'
import { bodyOf } from './body.js'
import { showExplorer, wantsExplorer } from './explorer.js'
import { sendAnswer, sendOnce } from './sendAnswer.js'
import { createTurns, type Turns } from './turns.js'

export type RawHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void

/**
 * `/graphql`: an explorer for people's browsers, answers for everybody else. What was answered before goes out as bytes,
 * past all that a request costs otherwise: so this stands before the other routes, on Node's own request and response.
 */
export function graphqlHandler(answers: Answers, log: Logger, turns: Turns = createTurns()): RawHandler {
  const reply = (req: IncomingMessage, res: ServerResponse, body: string | null): void | Promise<void> => {
    const requestId = randomUUID()
    const own = ['X-Request-Id', requestId]
    const key = keyOf(req, body)
    const known = answers.known(key)
    if (known) return sendAnswer({ req, res, answer: known, own, now: answers.now })
    const request = {
      method: req.method === 'HEAD' ? 'GET' : (req.method ?? 'GET'),
      url: req.url ?? '/graphql',
      headers: req.headers,
      body,
      requestId,
      report: (error: unknown) => log.error({ err: error, requestId }, 'a query failed'),
    }
    return turns(addressOf(req), () => answers.make(key, request)).then((finished) =>
      finished.answer
        ? sendAnswer({ req, res, answer: finished.answer, own, now: answers.now })
        : sendOnce({ req, res, own }, finished),
    )
  }
  return (req, res) => {
    if (req.method === 'OPTIONS') return void res.writeHead(204, preflight).end()
    if (wantsExplorer(req)) return showExplorer(req, res)
    if (req.method !== 'POST') return reply(req, res, null)
    return bodyOf(req).then((body) => reply(req, res, body))
  }
}

/** Who asks, as far as the line knows. */
const addressOf = (req: IncomingMessage): string => req.socket.remoteAddress ?? ''

/** All that an answer may depend on. HEAD is answered as GET is, without the body. */
const keyOf = (req: IncomingMessage, body: string | null): string => {
  const { accept = '', 'content-type': type = '' } = req.headers
  const method = req.method === 'HEAD' ? 'GET' : req.method
  return `${method} ${accept}\n${type}\n${body ?? req.url ?? ''}`
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
