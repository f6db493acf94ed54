import type { RequestHandler } from 'express'

/** Names and values in turn: what lets a page of this origin read the answer. None for a stranger, nor where no page asks. */
export type Cors = (origin: string | undefined) => readonly string[]

const none: readonly string[] = []
const EXPOSED = 'ETag, Retry-After, RateLimit, RateLimit-Policy, X-Data-As-Of, X-Request-Id'

/** @param isOrigin whether a website has registered the origin */
export function createCors(isOrigin: (origin: string) => boolean): Cors {
  const made = new Map<string, readonly string[]>()
  return (origin) => {
    if (origin === undefined || !isOrigin(origin)) return none
    const known = made.get(origin)
    if (known) return known
    const headers = ['Access-Control-Allow-Origin', origin, 'Access-Control-Expose-Headers', EXPOSED]
    made.set(origin, headers)
    return headers
  }
}

/** What a browser is told that asks whether it may ask. Keys are not for browsers, so `Authorization` is not among it. */
export function preflight(methods: string, allowed: readonly string[]): string[] {
  const base = ['Allow', methods, 'Cache-Control', 'no-store']
  if (allowed.length === 0) return base
  return [
    ...base,
    ...allowed,
    ...['Access-Control-Allow-Methods', methods, 'Access-Control-Max-Age', '7200'],
    ...['Access-Control-Allow-Headers', 'Content-Type, Accept, If-None-Match'],
  ]
}

/** The same for what Express answers. */
export const allowOrigins =
  (cors: Cors, methods: string): RequestHandler =>
  (req, res, next) => {
    const allowed = cors(req.headers.origin)
    for (let i = 0; i < allowed.length; i += 2) res.set(allowed[i]!, allowed[i + 1])
    res.vary('Origin')
    if (req.method === 'OPTIONS') res.writeHead(204, preflight(methods, allowed)).end()
    else next()
  }
