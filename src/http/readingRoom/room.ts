import type { RequestHandler, Response } from 'express'
import type { Entry } from '../../archive/pure/model.js'
import type { ArchiveReader } from '../../archive/read/reader.js'
import type { Shelf } from '../../archive/read/shelf.js'
import type { Answers, Finished } from '../../delivery/answers.js'
import { createAsked } from '../../delivery/asked.js'
import { createCatalogue } from '../../delivery/catalogue/catalogue.js'
import { ServiceError } from '../../errors.js'
import { sendAnswer, sendOnce } from '../sendAnswer.js'
import { createTurns, type Turns } from '../turns.js'
import type { Visitor } from '../visitors.js'
import { at, placeOf, ROOT, type Place, type Speech } from './addresses.js'
import { assets, type Asset } from './assets.js'
import { askedIn, keyOf } from './asked.js'
import { checkPage } from './checkPage.js'
import { comparePage } from './comparePage.js'
import { documentPage } from './document/documentPage.js'
import { findPage } from './find/findPage.js'
import { framed } from './layout.js'
import { mapOfPages } from './mapOfPages.js'
import { faultPage } from './messages.js'
import { recordPage } from './recordPage.js'
import { recordPart } from './recordPart.js'
import { tracksPage } from './tracksPage.js'
import type { Bytes, Page, Visit } from './visit.js'

export interface RoomParts {
  shelf: Shelf
  reader: ArchiveReader
  answers: Answers
  /** The service's own address from outside, without a slash at its end. */
  publicUrl: string
  turns?: Turns
}

export interface ReadingRoom {
  /** `/arkiv` and what lies below it. */
  pages: RequestHandler
  /** The page of a document as it read from that entry on. */
  version(entry: Entry): Promise<Sent>
}

/**
 * The reading room: its pages are made from what the archive lets the public read, through the same views as GraphQL's
 * answers, and are kept and dropped as those are.
 */
export function createReadingRoom({
  shelf,
  reader,
  answers,
  publicUrl,
  turns = createTurns(),
}: RoomParts): ReadingRoom {
  const catalogue = createCatalogue(shelf, reader)
  const visitTo = (path: string, speech: Speech, asked: Visit['asked']): Visit => ({
    ...{ path, speech, asked, catalogue, publicUrl },
    reading: createAsked(shelf, reader),
    now: shelf.now(),
  })

  const pages: RequestHandler = async (req, res, next) => {
    const { pathname, searchParams } = new URL(req.originalUrl, 'http://room')
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.status(405).set('Allow', 'GET, HEAD').end()
      return
    }
    const asset = assets.get(pathname)
    if (asset) return sendAsset(res, asset, req.method)
    const found = placeOf(pathname)
    if (!found) return next()
    const asked = askedIn(searchParams)
    const key = keyOf(pathname, asked)
    const own = ['X-Request-Id', String(res.locals['requestId'])]
    const known = answers.known(key)
    if (known) return sendAnswer({ req, res, answer: known, own, now: answers.now })
    const make = (): Promise<Finished> =>
      answers.keep(key, async () => {
        const visit = visitTo(pathname, found.speech, asked)
        const sent = await sentFor(found.place, visit)
        const kept = sent.status === 200 && visit.reading.isReached() ? visit.reading.context.trace : null
        return {
          response: [sent.body, { status: sent.status, statusText: '', headers: sent.headers }],
          kept,
          isPast: !visit.reading.isNow(),
          cost: null,
        }
      })
    const finished = await turns(nameOf(res.locals['visitor'] as Visitor), make)
    if (finished.answer) return sendAnswer({ req, res, answer: finished.answer, own, now: answers.now })
    sendOnce({ req, res, own }, finished)
  }
  const version = ({ record: { document }, publicFrom }: Entry): Promise<Sent> => {
    const visit = visitTo(at.document('sv', document.id), 'sv', new Map([['knownAt', publicFrom]]))
    return sentFor({ page: 'document', id: document.id }, visit)
  }
  return { pages, version }
}

const nameOf = ({ kind, name }: Visitor): string => `${kind} ${name}`

export interface Sent {
  status: number
  headers: Record<string, string>
  body: string
}

/** What was foreseen is told on a page of the room, in its language; all else is for who stands outside. */
async function sentFor(place: Place, visit: Visit): Promise<Sent> {
  try {
    const made = await pageAt(place, visit)
    return 'bytes' in made ? sentBytes(made) : sentPage(made, visit)
  } catch (error) {
    if (!(error instanceof ServiceError) || (error.status >= 500 && error.status !== 503)) throw error
    return sentPage(faultPage(error, visit.speech), visit, error.status)
  }
}

function pageAt(place: Place, visit: Visit): Page | Bytes | Promise<Page | Bytes> {
  switch (place.page) {
    case 'find':
      return findPage(visit)
    case 'document':
      return documentPage(visit, place.id)
    case 'record':
      return recordPage(visit, place.id)
    case 'part':
      return recordPart(visit, place.id, place.part)
    case 'compare':
      return comparePage(visit)
    case 'tracks':
      return tracksPage(visit)
    case 'check':
      return checkPage(visit)
    case 'map':
      return mapOfPages(visit, place.part)
  }
}

const sentBytes = ({ mediaType, bytes }: Bytes): Sent => ({
  status: 200,
  headers: { 'content-type': mediaType, 'X-Robots-Tag': 'noindex' },
  body: bytes,
})

function sentPage(page: Page, visit: Visit, status: number = page.status ?? 200): Sent {
  const { speech, path, asked } = visit
  const headers: Record<string, string> = {
    'content-type': 'text/html; charset=utf-8',
    'Content-Language': speech,
    'Content-Security-Policy': policyOf(page),
    'Referrer-Policy': 'no-referrer',
    ...(page.indexed !== true || status !== 200 ? { 'X-Robots-Tag': 'noindex' } : {}),
    ...page.headers,
  }
  return { status, headers, body: framed(page, { speech, otherAddress: inOther(path, asked, speech) }) }
}

/** Nothing runs but the exit of a sensitive page, from a file of ours. */
const policyOf = ({ sensitive }: Page): string =>
  `default-src 'none'; style-src 'self'; img-src 'self'; ${sensitive ? "script-src 'self'; " : ''}form-action 'self'; frame-ancestors 'none'; base-uri 'none'`

function inOther(path: string, asked: ReadonlyMap<string, string>, speech: Speech): string {
  const rest = path.slice(ROOT[speech].length)
  const query = new URLSearchParams([...asked]).toString()
  return ROOT[speech === 'sv' ? 'en' : 'sv'] + rest + (query === '' ? '' : `?${query}`)
}

function sendAsset(res: Response, { mediaType, body }: Asset, method: string): void {
  res.set({
    'Content-Type': mediaType,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Cross-Origin-Resource-Policy': 'same-origin',
  })
  if (method === 'HEAD') res.end()
  else res.end(body)
}
