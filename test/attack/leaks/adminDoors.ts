import { governedCollections } from '../../support/content.js'
import type { Sent } from '../../support/send.js'
import type { LeakWorld } from './world.js'

const typeOf = { topics: 'Topic', strategies: 'Strategy', editions: 'Edition', news: 'NewsItem', contacts: 'Contact' }
const others = ['media', 'users', 'websites', 'records', 'snapshots', 'log', 'checkpoints', 'holds', 'fixity']
const pages = ['', '/login', '/account', '/create-first-user', '/forgot', '/reset/x', '/unauthorized', '/nothing']
/** How Next's own client asks for a page: as data. */
const asData = { rsc: '1', 'next-router-prefetch': '1' }

/** The admin's pages as HTML and as data, what it is built of, and its functions on the server. */
export function* adminDoors(
  { idsOf, slugs, hiddenFiles }: LeakWorld,
  { action, host }: { action: string; host: string },
): Generator<[string, Sent]> {
  const both = function* (address: string): Generator<[string, Sent]> {
    yield [address, { headers: { accept: 'text/html' } }]
    yield [`${address}${address.includes('?') ? '&' : '?'}_rsc=x`, { headers: asData }]
  }
  for (const page of pages) yield* both(`/admin${page}`)
  for (const collection of [...governedCollections, ...others])
    for (const end of ['', '?limit=100&sort=-updatedAt', '?search=xq7v', '/create', '/trash?limit=100'])
      yield* both(`/admin/collections/${collection}${end}`)
  for (const collection of governedCollections)
    for (const id of idsOf[typeOf[collection]] ?? []) {
      yield* both(`/admin/collections/${collection}/${id}`)
      yield [`/admin/collections/${collection}/${id}/versions`, {}]
      yield [`/admin/collections/${collection}/${id}/api`, {}]
    }
  for (const id of idsOf['User'] ?? []) yield [`/admin/collections/users/${id}`, {}]
  for (const slug of slugs.slice(0, 50)) yield [`/_next/image?url=%2Fapi%2Fmedia%2Ffile%2F${slug}.png&w=640&q=75`, {}]
  for (const file of hiddenFiles) yield [`/_next/image?url=%2Ffiles%2F${file}%2Fbild.png&w=640&q=75`, {}]
  for (const path of ['data/x/admin.json', 'static/chunks/main.js', 'static/../server/app.js', 'webpack-hmr'])
    yield [`/_next/${path}`, {}]
  for (const call of calls(idsOf))
    yield [
      '/admin',
      {
        method: 'POST',
        headers: { 'next-action': action, 'content-type': 'text/plain;charset=UTF-8', origin: `http://${host}` },
        body: JSON.stringify([call]),
      },
    ]
}

/** What the admin's client may ask its server to do, for every document. */
function* calls(idsOf: LeakWorld['idsOf']): Generator<object> {
  for (const collectionSlug of [...governedCollections, ...others]) {
    const list = { collectionSlug, query: { limit: 100, draft: true }, enableRowSelections: false }
    yield { name: 'render-list', args: { ...list, overrideEntityVisibility: true } }
    yield { name: 'table-state', args: { ...list, columns: ['id', 'title', 'name', 'internalNote'] } }
  }
  for (const collectionSlug of governedCollections)
    for (const id of idsOf[typeOf[collectionSlug]] ?? []) {
      const about = { collectionSlug, id, docID: id, operation: 'update', locale: 'sv' }
      const form = { docPermissions: { fields: true }, docPreferences: { fields: {} }, renderAllFields: true }
      yield { name: 'form-state', args: { ...about, ...form, schemaPath: collectionSlug, data: { id } } }
      yield {
        name: 'render-document',
        args: { ...about, paramsOverride: { segments: ['collections', collectionSlug, id] } },
      }
      yield { name: 'copy-data-from-locale', args: { ...about, fromLocale: 'sv', toLocale: 'en', overrideData: false } }
    }
}
