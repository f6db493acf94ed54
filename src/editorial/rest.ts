import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeWebStream } from 'node:stream/web'
import type { Request as ExpressRequest, RequestHandler } from 'express'
import { handleEndpoints, type Payload } from 'payload'

/**
 * Payload's REST interface, straight from Express; no body parser may run before it. Only staff use it, so its answers
 * are never kept by a cache.
 */
export const payloadRest =
  (payload: Payload): RequestHandler =>
  async (req, res) => {
    if (isSelfService(req.path)) {
      res.status(403).json({ errors: [{ message: 'Konton och nya lösenord ges av den som driver tjänsten.' }] })
      return
    }
    const abort = new AbortController()
    res.on('close', () => abort.abort())
    const response = await handleEndpoints({ config: payload.config, request: webRequest(req, abort.signal) })
    res.status(response.status)
    for (const [name, value] of response.headers) if (name !== 'set-cookie') res.setHeader(name, value)
    const cookies = response.headers.getSetCookie()
    if (cookies.length > 0) res.setHeader('set-cookie', cookies)
    res.setHeader('cache-control', 'private, no-store')
    if (!response.body) {
      res.end()
      return
    }
    await pipeline(Readable.fromWeb(response.body as NodeWebStream), res)
  }

/** Stock Payload makes the first visitor an administrator, and mails passwords. */
const isSelfService = (path: string): boolean => /\/users\/(first-register|forgot-password)\/?$/i.test(decodeURI(path))

function webRequest(req: ExpressRequest, signal: AbortSignal): Request {
  const headers = new Headers()
  for (let i = 0; i + 1 < req.rawHeaders.length; i += 2)
    headers.append(req.rawHeaders[i] ?? '', req.rawHeaders[i + 1] ?? '')
  const hasBody = req.method !== 'GET' && req.method !== 'HEAD'
  return new Request(`${req.protocol}://${req.headers.host ?? 'localhost'}${req.originalUrl}`, {
    method: req.method,
    headers,
    signal,
    ...(hasBody ? { body: Readable.toWeb(req) as unknown as BodyInit, duplex: 'half' } : {}),
  } as RequestInit)
}
