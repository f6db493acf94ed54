import type { RequestHandler } from 'express'

/** For pages of our own: they run no script, and show in no frame. */
export const publicHeaders: RequestHandler = (_req, res, next) => {
  res.set({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'X-Frame-Options': 'DENY',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  })
  next()
}

/** What is public may be read from any page, without cookies. */
export const readableFromAnywhere: RequestHandler = (req, res, next) => {
  res.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag, X-Request-Id',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  })
  if (req.method !== 'OPTIONS') {
    next()
    return
  }
  res.set({
    'Access-Control-Allow-Methods': 'GET, HEAD, POST, OPTIONS',
    'Access-Control-Allow-Headers': 'Content-Type, Accept, If-None-Match',
    'Access-Control-Max-Age': '86400',
    Allow: 'GET, HEAD, POST, OPTIONS',
  })
  res.status(204).end()
}
