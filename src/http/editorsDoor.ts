import type { Request, RequestHandler } from 'express'
import { messagePage } from './pages.js'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])
const writing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * What stands before everything that editors use, whatever answers behind it: plain addresses, known methods, no writing
 * on behalf of another site's page, and no page of ours inside another's frame.
 */
export const editorsDoor: RequestHandler = (req, res, next) => {
  res.set({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    'Content-Security-Policy': "frame-ancestors 'none'; base-uri 'self'; object-src 'none'",
  })
  if (!isPlainAddress(req)) {
    res.status(400).type('html').send(messagePage('Adressen går inte att läsa', 'The address cannot be read'))
    return
  }
  if (!reading.has(req.method) && !writing.has(req.method)) {
    res
      .status(405)
      .set('Allow', [...reading, ...writing].join(', '))
      .end()
    return
  }
  if (writing.has(req.method) && isFromElsewhere(req)) {
    const message = 'Ändringar tas bara emot från Länskällans egna sidor.'
    const en = 'Changes are taken from pages of Länskällan alone.'
    res.status(403).json({ errors: [{ message, extensions: { code: 'FORBIDDEN', en } }] })
    return
  }
  next()
}

/** A path that can be decoded, and a host that is nothing but a host: both become part of addresses further in. */
function isPlainAddress({ originalUrl, headers: { host } }: Request): boolean {
  if (!originalUrl.startsWith('/') || originalUrl.startsWith('//') || host === undefined) return false
  try {
    decodeURI(originalUrl)
    const { host: parsed, pathname, search, username } = new URL(`http://${host}`)
    return parsed !== '' && pathname === '/' && search === '' && username === '' && !/[\s/?#@\\]/.test(host)
  } catch {
    return false
  }
}

/**
 * Browsers say where a request comes from; other programs have no session of somebody else's to misuse.
 *
 * @see https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site
 */
function isFromElsewhere({ headers }: Request): boolean {
  const site = headers['sec-fetch-site']
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none'
  if (headers.origin === undefined) return false
  return URL.canParse(headers.origin) ? new URL(headers.origin).host !== headers.host : true
}
