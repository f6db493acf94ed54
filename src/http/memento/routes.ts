import express, { type RequestHandler, type Response, type Router } from 'express'
import { readableFromAnywhere } from '../headers.js'
import { messagePage } from '../pages.js'
import { UUID } from '../readingRoom/addresses.js'
import {
  linkHeader,
  linksAround,
  linkToOriginal,
  linkToTimeMap,
  mementoAddresses,
  type MementoAddresses,
} from './links.js'
import { mementoAt, mementosOf, parseHttpDate, type Memento } from './mementos.js'
import { purgedWith, viewOf, type Parts } from './parts.js'
import { timeMapAsJson, timeMapAsLinks } from './timeMap.js'
import { versionRoute } from './version.js'

/** Past versions over the web's own protocol for them: pattern 2.1 of RFC 7089. */
export function mementoRoutes(parts: Parts): Router {
  const addresses = mementoAddresses(parts.publicUrl)
  const router = express.Router()
  router.use(['/arkiv/timegate', '/arkiv/timemap', '/arkiv/version'], readableFromAnywhere)
  router.get('/arkiv/timegate/*original', timeGate(parts, addresses))
  router.get('/arkiv/timemap/:format/*original', timeMap(parts, addresses))
  router.get('/arkiv/version/:record', versionRoute(parts, addresses))
  return router
}

/** An address of a document as it was written behind ours: whole, with slashes that a proxy has joined, or its id alone. */
function documentIn(original: string, publicUrl: string): string | undefined {
  const written = original.replace(/^(https?):\/+/, '$1://')
  const id = written.startsWith(`${publicUrl}/id/`) ? written.slice(publicUrl.length + 4) : written
  return UUID.test(id) ? id : undefined
}

/** The document that is asked about and its versions; answers 404 by itself where there is none. */
function asked(parts: Parts, prefix: string, url: string, res: Response): { id: string; all: Memento[] } | undefined {
  const id = documentIn(decodeURIComponent(url.slice(prefix.length).split('?')[0]!), parts.publicUrl)
  const all = id === undefined ? [] : mementosOf(viewOf(parts).history(id))
  if (id !== undefined && all.length > 0) return { id, all }
  res
    .status(404)
    .type('html')
    .send(messagePage('Det finns inga versioner av den adressen', 'There are no versions of this address'))
  return undefined
}

const timeGate =
  (parts: Parts, addresses: MementoAddresses): RequestHandler =>
  (req, res) => {
    const found = asked(parts, '/arkiv/timegate/', req.originalUrl, res)
    if (!found) return
    const { id, all } = found
    const wanted = req.get('accept-datetime')
    const at = wanted === undefined ? null : parseHttpDate(wanted)
    res.vary('accept-datetime')
    if (at === undefined) {
      res
        .status(400)
        .type('html')
        .send(
          messagePage(
            'Accept-Datetime ska skrivas så här: Thu, 01 Jun 2017 10:00:00 GMT',
            'Write Accept-Datetime like this: Thu, 01 Jun 2017 10:00:00 GMT',
          ),
        )
      return
    }
    const chosen = mementoAt(all, at)
    res.set({
      Link: linkHeader([
        linkToOriginal(id, addresses),
        linkToTimeMap(id, all, addresses, 'timemap'),
        ...linksAround(all, chosen, addresses),
      ]),
      'Cache-Control': 'no-cache',
      ...purgedWith(id),
    })
    res.status(302).set('Location', addresses.memento(chosen.record)).end()
  }

const timeMap =
  (parts: Parts, addresses: MementoAddresses): RequestHandler<{ format: string }> =>
  (req, res, next) => {
    const { format } = req.params
    if (format !== 'link' && format !== 'json') {
      next()
      return
    }
    const found = asked(parts, `/arkiv/timemap/${format}/`, req.originalUrl, res)
    if (!found) return
    const { id, all } = found
    res.set({ 'Cache-Control': 'public, max-age=10, must-revalidate', ...purgedWith(id) })
    if (format === 'json') res.json(timeMapAsJson(id, all, addresses))
    else res.set('Content-Type', 'application/link-format').send(Buffer.from(timeMapAsLinks(id, all, addresses)))
  }
