import type { RequestHandler } from 'express'
import type { ArchiveReader } from '../archive/read/reader.js'
import type { Shelf } from '../archive/read/shelf.js'
import { createViews } from '../archive/read/view.js'
import { addressOf } from '../delivery/addressed.js'
import type { Addresses } from '../delivery/scope.js'
import { linkHeader, linksOfOriginal, mementoAddresses } from './memento/links.js'
import { messagePage } from './pages.js'
import { at } from './readingRoom/addresses.js'

interface Parts {
  shelf: Shelf
  reader: ArchiveReader
  addresses: Addresses
  publicUrl: string
}

/** `/id/<uuid>`: the lasting address of a document. Leads to the page on its county's site, else to the reading room. */
export function documentRoute({ shelf, reader, addresses, publicUrl }: Parts): RequestHandler<{ id: string }> {
  const archive = mementoAddresses(publicUrl)
  return (req, res) => {
    const { id } = req.params
    const view = createViews(shelf, reader)(null)
    const found = view.document(id)
    res.set('Cache-Control', 'no-cache')
    if (!found) {
      res.status(404).type('html').send(messagePage('Dokumentet finns inte', 'There is no such document'))
      return
    }
    res.set('Link', linkHeader(linksOfOriginal(id, archive)))
    const county = found.published.record.document.owner
    const page = found.publication === 'PUBLIC' ? addresses.document(addressOf(found, { view, county })) : null
    res.redirect(303, page === null || page === archive.original(id) ? at.document('sv', id) : page)
  }
}
