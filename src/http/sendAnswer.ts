import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Finished } from '../delivery/answers.js'
import type { Answer, Representation } from '../delivery/cache/answer.js'
import { codingOf } from './coding.js'
import { representationOf } from './representation.js'
import { createUnsent } from './unsent.js'

/** Seconds. What is shown now may be wrong in a moment; the past changes only where something is hidden. */
const LIVES = { now: 10, past: 300 }
const STALE_WHILE_REVALIDATE = 30
const STALE_IF_ERROR = 3_600

/** Bytes of answers that nobody has read yet: of this process. */
const sendBody = createUnsent(100_000_000)

interface Sending {
  req: IncomingMessage
  res: ServerResponse
  answer: Answer
  /** Names and values in turn: what belongs to this request alone. */
  own: readonly string[]
  /** Milliseconds since 1970. */
  now: () => number
}

/** Sends an answer that may be kept: in the coding that the reader takes, or as "not modified". */
export function sendAnswer(sending: Sending): void | Promise<void> {
  const { req, answer } = sending
  const representation = representationOf(answer, codingOf(req.headers['accept-encoding']))
  return 'then' in representation ? representation.then((made) => send(sending, made)) : send(sending, representation)
}

function send({ req, res, answer, own, now }: Sending, { bytes, etag, head }: Representation): void {
  const headers = [...own, ...head, 'Cache-Control', lifetimeOf(answer, now)]
  const known = req.headers['if-none-match']
  // RFC 9110, 13.1.2 and 13.2.1: for what is read, and would be sent with 200.
  if (known !== undefined && answer.status === 200 && req.method !== 'POST' && matches(known, etag)) {
    res.writeHead(304, headers).end()
    return
  }
  headers.push('Content-Type', answer.mediaType, 'Content-Length', String(bytes.length))
  res.writeHead(answer.status, headers)
  if (req.method === 'HEAD') res.end()
  else sendBody(res, bytes)
}

/** The same for all that nothing known will change: made once. */
const lifetime = (seconds: number, left: number): string => {
  const within = (wanted: number): number => Math.min(wanted, left - seconds)
  return `public, max-age=${seconds}, s-maxage=${seconds}, stale-while-revalidate=${within(STALE_WHILE_REVALIDATE)}, stale-if-error=${within(STALE_IF_ERROR)}`
}
const open = { now: lifetime(LIVES.now, Infinity), past: lifetime(LIVES.past, Infinity) }

/** A lifetime never crosses a change that is known already. */
function lifetimeOf({ isPast, until }: Answer, now: () => number): string {
  if (until === Infinity) return isPast ? open.past : open.now
  const left = Math.max(0, Math.floor((until - now()) / 1_000))
  return lifetime(Math.min(isPast ? LIVES.past : LIVES.now, left), left)
}

const matches = (header: string, etag: string): boolean =>
  header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*')

/** Sends what is for this request alone: an error, or what nobody may keep. */
export function sendOnce(
  { req, res, own }: Pick<Sending, 'req' | 'res' | 'own'>,
  { status, headers, body }: Extract<Finished, { answer: null }>,
): void {
  const named = Object.entries(headers).flat()
  if (status === 503) named.push('Retry-After', '5')
  res.writeHead(status, [...own, ...named, ...forThisRequest])
  if (req.method === 'HEAD' || body === null) res.end()
  else sendBody(res, body)
}

const forThisRequest = ['Cache-Control', 'no-store', 'X-Content-Type-Options', 'nosniff']
