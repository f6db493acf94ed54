import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeWebStream } from 'node:stream/web'
import type { Request as ExpressRequest, RequestHandler } from 'express'
import { executeAuthStrategies, handleEndpoints, type Payload } from 'payload'
import { ServiceError } from '../errors.js'
import { bodyOf } from '../http/body.js'
import { limitLogins } from './limitLogins.js'

/** Bytes that one request may have. */
const MAX = { login: 10_000, text: 5_000_000, upload: 55_000_000 }
/** Payload strips what stands at the end of an address; so must who decides on one. */
const LOGIN = /^\/api\/users\/login$/i
const CLOSED = /^\/api\/(users\/(first-register|forgot-password|reset-password|verify)|payload-migrations)(\/|$)/i

export interface RestOptions {
  /** Addresses inside are built from this, never from what the request says of its host. */
  publicUrl: string
  /** A name of its own for each instance of Payload in one process, as tests have. */
  key?: string
}

/**
 * Payload's REST interface, straight from Express; no body parser may run before it. Only staff use it, so its answers
 * are never kept by a cache, and nobody else's body is read but for logging in.
 *
 * @throws ServiceError FORBIDDEN, NOT_SIGNED_IN, TOO_LARGE or BAD_INPUT
 */
export function payloadRest(payload: Payload, { publicUrl, key }: RestOptions): RequestHandler {
  const limitLogin = limitLogins()
  return async (req, res, next) => {
    const url = addressOf(req.originalUrl, publicUrl)
    if (CLOSED.test(url.pathname)) throw closed()
    // A filter has a field's name in brackets; Payload stumbles over one that has none.
    if (url.searchParams.has('where')) throw badQuery()
    if (isUpload(req) && !/;\s*boundary=\S/i.test(req.headers['content-type'] ?? '')) throw noBoundary()
    const headers = headersOf(req)
    const isLogin = LOGIN.test(url.pathname)
    const writes = req.method !== 'GET' && req.method !== 'HEAD' && req.method !== 'OPTIONS'
    if (writes) assertSize(req, isLogin ? MAX.login : isUpload(req) ? MAX.upload : MAX.text)
    if (isLogin && writes && !(await limitLogin(req, res))) return
    const abort = new AbortController()
    res.on('close', () => abort.abort())
    const request = new Request(url, {
      method: req.method,
      headers,
      signal: abort.signal,
      ...(writes ? { body: await bodyFor(req, isLogin), duplex: 'half' } : {}),
    } as RequestInit)
    // Who it is, and no more: what they may do is worked out when it is known what they ask for.
    if (writes && !isLogin && !(await executeAuthStrategies({ headers: request.headers, payload })).user)
      throw notSignedIn()
    const response = await handleEndpoints({
      config: payload.config,
      request,
      ...(key ? { payloadInstanceCacheKey: key } : {}),
    })
    await send(response, res).catch((error: NodeJS.ErrnoException) =>
      error.code === 'ERR_STREAM_PREMATURE_CLOSE' ? undefined : next(error),
    )
  }
}

/** The address as Payload will see it: without dots, doubled slashes or a slash at its end. */
function addressOf(originalUrl: string, publicUrl: string): URL {
  const url = new URL(originalUrl, publicUrl)
  const { origin } = new URL(publicUrl)
  const path = decodeURI(url.pathname)
    .replaceAll(/\/{2,}/g, '/')
    .replace(/\/$/, '')
  return new URL(`${encodeURI(path)}${url.search}`, origin)
}

/**
 * Nothing of a body is read before somebody asks for it; a stranger's, who logs in, at once: it has no time to spare.
 *
 * @throws ServiceError REQUEST_TIMEOUT
 */
const bodyFor = (req: ExpressRequest, isLogin: boolean): BodyInit | Promise<BodyInit> =>
  isLogin ? bodyOf(req, MAX.login) : isUpload(req) ? arriving(req) : whole(req)

const lazily = { highWaterMark: 0 }

const arriving = (req: ExpressRequest): BodyInit => Readable.toWeb(req, { strategy: lazily }) as unknown as BodyInit

/** Handed on in one piece, which is much less work than piece by piece. */
const whole = (req: ExpressRequest): BodyInit =>
  new ReadableStream(
    {
      pull: async (controller) => {
        controller.enqueue(new Uint8Array(await buffer(req)))
        controller.close()
      },
    },
    lazily,
  )

export function headersOf({ rawHeaders }: ExpressRequest): Headers {
  const headers = new Headers()
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) headers.append(rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '')
  return headers
}

const isUpload = ({ headers }: ExpressRequest): boolean => /^multipart\//i.test(headers['content-type'] ?? '')

/** The length is asked for beforehand, and the parser of HTTP holds it: nothing larger is ever read. */
function assertSize({ headers }: ExpressRequest, max: number): void {
  if (headers['transfer-encoding'] !== undefined)
    throw new ServiceError('BAD_INPUT', {
      sv: 'Ange längden på det som skickas (Content-Length).',
      en: 'Tell the length of what is sent (Content-Length).',
    })
  if (Number(headers['content-length'] ?? 0) <= max) return
  const megabytes = max / 1_000_000
  throw new ServiceError('TOO_LARGE', {
    sv: `Det som skickas är för stort: högst ${megabytes} MB.`,
    en: `Too large: ${megabytes} MB at most.`,
  })
}

/** All that Payload tells is in memory already; only files are not. */
const isText = ({ headers }: Response): boolean => headers.get('content-type')?.startsWith('application/json') === true

async function send(response: Response, res: Parameters<RequestHandler>[1]): Promise<void> {
  res.status(response.status)
  for (const [name, value] of response.headers) if (name !== 'set-cookie') res.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('set-cookie', cookies)
  res.setHeader('cache-control', 'private, no-store')
  if (!response.body) res.end()
  else if (isText(response)) res.end(Buffer.from(await response.arrayBuffer()))
  else await pipeline(Readable.fromWeb(response.body as NodeWebStream), res)
}

/** Stock Payload makes the first visitor an administrator, and mails passwords. */
const closed = (): ServiceError =>
  new ServiceError('FORBIDDEN', {
    sv: 'Konton och nya lösenord ges av den som driver tjänsten.',
    en: 'Accounts and new passwords are given by those who run the service.',
  })
const badQuery = (): ServiceError =>
  new ServiceError('BAD_INPUT', {
    sv: 'Skriv filter som where[title][equals]=…',
    en: 'Write filters as where[title][equals]=…',
  })
const noBoundary = (): ServiceError =>
  new ServiceError('BAD_INPUT', {
    sv: 'Det som skickades går inte att läsa: boundary saknas.',
    en: 'What was sent cannot be read: it has no boundary.',
  })
export const notSignedIn = (): ServiceError =>
  new ServiceError('NOT_SIGNED_IN', { sv: 'Logga in först.', en: 'Log in first.' })
