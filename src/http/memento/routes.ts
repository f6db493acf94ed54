import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import type { Entry } from '../../archive/pure/model.js'
import type { ArchiveReader } from '../../archive/read/reader.js'
import type { Shelf } from '../../archive/read/shelf.js'
import { createViews, type View } from '../../archive/read/view.js'
import { readableFromAnywhere } from '../headers.js'
import { messagePage } from '../pages.js'
import { documentKey } from '../surrogateKeys.js'
import {
  linkHeader,
  linksAround,
  linksOfOriginal,
  linkToOriginal,
  linkToTimeMap,
  mementoAddresses,
  type MementoAddresses,
} from './links.js'
import { httpDate, mementoAt, mementosOf, parseHttpDate, type Memento } from './mementos.js'
import { timeMapAsJson, timeMapAsLinks } from './timeMap.js'

interface Parts {
  shelf: Shelf
  reader: ArchiveReader
  /** Without a slash at its end. */
  publicUrl: string
  /** Sends a version for people, as it read then, with these headers. */
  page: (
    asking: { req: Request; res: Response },
    entry: Entry,
    headers: Readonly<Record<string, string>>,
  ) => Promise<void>
}

/** Past versions over the web's own protocol for them: pattern 2.1 of RFC 7089. */
export function mementoRoutes(parts: Parts): Router {
  const addresses = mementoAddresses(parts.publicUrl)
  const router = express.Router()
  router.use(['/arkiv/timegate', '/arkiv/timemap', '/arkiv/version'], readableFromAnywhere)
  router.get('/arkiv/timegate/*original', timeGate(parts, addresses))
  router.get('/arkiv/timemap/:format/*original', timeMap(parts, addresses))
  router.get('/arkiv/version/:record', memento(parts, addresses))
  return router
}

/** Only a seal or a disposal changes these answers, and their tags are purged then: long enough, and never for ever. */
const LIFETIME = 'public, max-age=300, must-revalidate'

const viewOf = ({ shelf, reader }: Parts): View => createViews(shelf, reader)(null)

/** An address of a document as it was written behind ours: whole, with slashes that a proxy has joined, or its id alone. */
function documentIn(original: string, publicUrl: string): string | undefined {
  const written = original.replace(/^(https?):\/+/, '$1://')
  const id = written.startsWith(`${publicUrl}/id/`) ? written.slice(publicUrl.length + 4) : written
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id) ? id : undefined
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

const memento =
  (parts: Parts, addresses: MementoAddresses): RequestHandler<{ record: string }> =>
  async (req, res) => {
    const view = viewOf(parts)
    const entry = view.record(req.params.record)
    const id = entry?.record.document.id ?? ''
    const all = entry ? mementosOf(view.history(id)) : []
    const shown = all.find(({ record }) => record === req.params.record)
    if (!entry || !shown) {
      res.status(404).type('html').send(messagePage('Versionen finns inte', 'There is no such version'))
      return
    }
    const links = linkHeader([
      linkToOriginal(id, addresses),
      ...linksOfOriginal(id, addresses),
      ...linksAround(all, shown, addresses),
    ])
    const seal = view.sealOf(entry)
    const headers = { Link: links, ...(!seal && { 'Memento-Datetime': httpDate(shown.at) }) }
    if (req.accepts(['json', 'html']) === 'html') return parts.page({ req, res }, entry, headers)
    res.set({ ...headers, 'Cache-Control': LIFETIME, ...purgedWith(id) }).vary('Accept')
    if (!seal) return sendSnapshot(await view.bytes(entry.record.id), entry.record.snapshot ?? '', res)
    res.status(410).type('html')
    res.send(messagePage(`Versionen är borttagen: ${seal.record.note ?? ''}`, 'This version has been taken down'))
  }

/** The very bytes whose digest is in the record: `sha256sum` finds it, and so does `Repr-Digest` (RFC 9530). */
function sendSnapshot(bytes: string, digest: string, res: Response): void {
  res.set({
    ETag: `"${digest}"`,
    'Repr-Digest': `sha-256=:${Buffer.from(digest, 'hex').toString('base64')}:`,
    'Content-Type': 'application/json; charset=utf-8',
  })
  res.send(Buffer.from(bytes))
}

const purgedWith = (id: string): Record<string, string> => {
  const key = documentKey(id)
  return { 'Surrogate-Key': key, 'Cache-Tag': key }
}
