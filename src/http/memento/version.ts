import type { RequestHandler, Response } from 'express'
import { messagePage } from '../pages.js'
import { linkHeader, linksAround, linksOfOriginal, linkToOriginal, type MementoAddresses } from './links.js'
import { httpDate, mementosOf } from './mementos.js'
import { purgedWith, viewOf, type Parts } from './parts.js'

/** Only a seal or a disposal changes these answers, and their tags are purged then: long enough, and never for ever. */
const LIFETIME = 'public, max-age=300, must-revalidate'

/** A version: for a program its very bytes, for a browser the page as it read then. */
export const versionRoute =
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
