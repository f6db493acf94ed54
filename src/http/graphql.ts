import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answers, Finished } from '../delivery/answers.js'
import { mapMaybe, type MaybePromise } from '../delivery/maybe.js'
import { ServiceError } from '../errors.js'
import { bodyOf } from './body.js'
import { preflight } from './cors.js'
import { enter, type Door, type Entered } from './door.js'
import { explorer, wantsExplorer } from './explorer.js'
import type { RawHandler } from './front.js'
import { points, type Standing } from './rateLimits.js'
import type { Report } from './report.js'
import { nextRequestId } from './requestId.js'
import { sendAnswer, sendOnce } from './sendAnswer.js'
import { createTurns, type Turns } from './turns.js'
import { visitorName } from './visitors.js'

interface GraphqlParts {
  answers: Answers
  door: Door
  report: Report
  turns?: Turns
}

interface Asking extends Entered {
  req: IncomingMessage
  res: ServerResponse
}

const METHODS = 'GET, HEAD, POST, OPTIONS'

/**
 * `/graphql`: an explorer for people's browsers, answers for everybody else. What was answered before goes out as bytes,
 * past all that a request costs otherwise: so this stands before the other routes, on Node's own request and response.
 */
export function graphqlHandler({ answers, door, report, turns = createTurns() }: GraphqlParts): RawHandler {
  const reply = ({ req, res, visitor, standing }: Asking, body: string | null): void | Promise<void> => {
    const requestId = nextRequestId()
    const own = (counted: Standing): string[] => [
      ...['X-Request-Id', requestId],
      ...door.cors(req.headers.origin),
      ...counted.headers,
    ]
    const key = keyOf(req, body)
    const known = answers.known(key)
    if (known) return sendAnswer({ req, res, answer: known, own: own(standing), now: answers.now })
    const request = {
      method: req.method === 'HEAD' ? 'GET' : (req.method ?? 'GET'),
      url: req.url ?? '/graphql',
      headers: req.headers,
      body,
      requestId,
      report: (error: unknown) => report(error, requestId),
    }
    const make = (): MaybePromise<Finished> => {
      // Who went while waiting for a turn needs no answer.
      if (req.socket.destroyed) throw new Error('the reader has gone')
      return answers.make(key, request)
    }
    return mapMaybe(turns(visitorName(visitor), make), (finished) => {
      const fared = own(door.spend(visitor, pointsOf(finished)))
      return finished.answer
        ? sendAnswer({ req, res, answer: finished.answer, own: fared, now: answers.now })
        : sendOnce({ req, res, own: fared }, finished)
    })
  }
  const show = async ({ req, res, visitor }: Asking): Promise<void> => {
    const answer = await explorer()
    const { headers } = door.spend(visitor, points.file(answer.body.length))
    return sendAnswer({ req, res, answer, own: headers, now: answers.now })
  }
  return (req, res) => {
    if (req.method === 'OPTIONS')
      return void res.writeHead(204, preflight(METHODS, door.cors(req.headers.origin))).end()
    if (!METHODS.includes(req.method ?? '')) throw otherMethod()
    if (wantsExplorer(req)) return show({ req, res, ...enter(door, req, points.page) })
    const asking = { req, res, ...enter(door, req, points.ready) }
    if (req.method !== 'POST') return reply(asking, null)
    return bodyOf(req).then((body) => reply(asking, body))
  }
}

const otherMethod = (): ServiceError =>
  new ServiceError(
    'METHOD_NOT_ALLOWED',
    { sv: 'Fråga med GET eller POST.', en: 'Ask by GET or POST.' },
    { headers: ['Allow', METHODS] },
  )

/** What it took beyond one answer that was ready. */
const pointsOf = ({ cost }: Finished): number => (cost === null ? points.read : points.made(cost))

/** All that an answer may depend on. HEAD is answered as GET is, without the body. */
const keyOf = (req: IncomingMessage, body: string | null): string => {
  const { accept = '', 'content-type': type = '' } = req.headers
  const method = req.method === 'HEAD' ? 'GET' : req.method
  return `${method} ${accept}\n${type}\n${body ?? req.url ?? ''}`
}
