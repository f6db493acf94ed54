import type { RequestHandler } from 'express'
import { ServiceError } from '../errors.js'

/** For pages of our own: they run no script, show in no frame, and are asked about each time unless they say otherwise. */
export const publicHeaders: RequestHandler = (_req, res, next) => {
  res.set({
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'X-Frame-Options': 'DENY',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  })
  next()
}

/** The contract may be read from any page, without cookies. */
export const readableFromAnywhere: RequestHandler = (_req, res, next) => {
  res.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' })
  next()
}

const METHODS = 'GET, HEAD, OPTIONS'

/** Nothing that lies behind it can be written. */
export const readOnly: RequestHandler = (req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') {
    next()
    return
  }
  res.set({ Allow: METHODS, 'Cache-Control': 'no-store' })
  if (req.method === 'OPTIONS') res.status(204).end()
  else throw otherMethod()
}

const otherMethod = (): ServiceError =>
  new ServiceError('METHOD_NOT_ALLOWED', {
    sv: 'Här går det bara att läsa (GET, HEAD).',
    en: 'Here everything is for reading (GET, HEAD).',
  })
