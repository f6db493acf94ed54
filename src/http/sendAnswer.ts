import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Finished } from '../delivery/answers.js'
import type { Answer } from '../delivery/cache/byteCache.js'

type Coding = 'br' | 'gzip' | 'identity'

const compress: Record<Exclude<Coding, 'identity'>, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
}
/** Below this the head of an answer outweighs what compressing saves. */
const SMALL = 1_000

/** Seconds. What is shown now may be wrong in a minute; the past changes only where something is hidden. */
const LIVES = { now: 10, past: 300 }
const STALE_WHILE_REVALIDATE = 30
const STALE_IF_ERROR = 3_600

interface Sending {
  req: IncomingMessage
  res: ServerResponse
  answer: Answer
  /** Milliseconds since 1970. */
  now: number
}

/** Sends an answer that may be kept: in the coding that the reader takes, or as "not modified". */
export function sendAnswer({ req, res, answer, now }: Sending): void | Promise<void> {
  const coding = answer.body.length < SMALL ? 'identity' : codingOf(req.headers['accept-encoding'])
  const known = coding === 'identity' ? answer.body : answer.encoded.get(coding)
  if (known) return send({ req, res, answer, now }, coding, known)
  return compressed(answer, coding as 'br' | 'gzip').then((bytes) => send({ req, res, answer, now }, coding, bytes))
}

async function compressed(answer: Answer, coding: 'br' | 'gzip'): Promise<Buffer> {
  const bytes = await compress[coding](answer.body)
  answer.encoded.set(coding, bytes)
  return bytes
}

function send({ req, res, answer, now }: Sending, coding: Coding, bytes: Buffer): void {
  // Each representation has a tag of its own, since the tag promises the same bytes.
  const etag = `"${tagOf(answer)}${coding === 'identity' ? '' : `-${coding}`}"`
  const headers = ['ETag', etag, 'Cache-Control', lifetimeOf(answer, now), ...everyAnswer]
  if (matches(req.headers['if-none-match'], etag)) {
    res.writeHead(304, headers).end()
    return
  }
  headers.push('Content-Type', answer.mediaType, 'Content-Length', String(bytes.length))
  if (coding !== 'identity') headers.push('Content-Encoding', coding)
  res.writeHead(200, headers)
  res.end(req.method === 'HEAD' ? undefined : bytes)
}

const everyAnswer = [
  ...['Vary', 'Accept, Accept-Encoding', 'X-Content-Type-Options', 'nosniff'],
  ...['Access-Control-Allow-Origin', '*', 'Access-Control-Expose-Headers', 'ETag, X-Request-Id'],
  ...['Cross-Origin-Resource-Policy', 'cross-origin'],
]

const tags = new WeakMap<Answer, string>()

function tagOf(answer: Answer): string {
  const tag = tags.get(answer) ?? createHash('sha256').update(answer.body).digest('base64url').slice(0, 27)
  tags.set(answer, tag)
  return tag
}

/** A lifetime never crosses a change that is known already. */
function lifetimeOf({ isPast, until }: Answer, now: number): string {
  const left = Math.max(0, Math.floor((until - now) / 1_000))
  const seconds = Math.min(isPast ? LIVES.past : LIVES.now, left)
  const within = (wanted: number): number => Math.min(wanted, left - seconds)
  return `public, max-age=${seconds}, stale-while-revalidate=${within(STALE_WHILE_REVALIDATE)}, stale-if-error=${within(STALE_IF_ERROR)}`
}

const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined && header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*')

/** The first of ours that the reader does not refuse. */
function codingOf(header: string | string[] | undefined): Coding {
  if (header === undefined) return 'identity'
  const accepted = String(header)
  for (const coding of ['br', 'gzip'] as const)
    if (new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|$))`).test(accepted)) return coding
  return 'identity'
}

/** Sends what is for this request alone: an error, or what nobody may keep. */
export function sendOnce(
  req: IncomingMessage,
  res: ServerResponse,
  finished: Extract<Finished, { answer: null }>,
): void {
  res.writeHead(finished.status, {
    ...finished.headers,
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag, X-Request-Id',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept',
  })
  res.end(req.method === 'HEAD' ? undefined : (finished.body ?? undefined))
}
