import type { Request, RequestHandler, Response } from 'express'
import type { Entry } from '../../archive/pure/model.js'
import type { ArchiveReader } from '../../archive/read/reader.js'
import type { Shelf } from '../../archive/read/shelf.js'
import type { Answers } from '../../delivery/answers.js'
import { createAsked } from '../../delivery/asked.js'
import { createCatalogue } from '../../delivery/catalogue/catalogue.js'
import type { Answered } from '../../delivery/delivery.js'
import type { Door } from '../door.js'
import { points } from '../rateLimits.js'
import type { Report } from '../report.js'
import { sendAnswer, sendOnce } from '../sendAnswer.js'
import { createTurns, type Turns } from '../turns.js'
import { visitorName, type Visitor } from '../visitors.js'
import { at, placeOf, type Addressed, type Speech } from './addresses.js'
import { askedIn, keyOf } from './asked.js'
import { assets, type Asset } from './assets.js'
import { sentFor } from './sent.js'
import type { Visit } from './visit.js'

export interface RoomParts {
  shelf: Shelf
  reader: ArchiveReader
  answers: Answers
  door: Pick<Door, 'spend'>
  report: Report
  /** The service's own address from outside, without a slash at its end. */
  publicUrl: string
  turns?: Turns
}

export interface ReadingRoom {
  /** `/arkiv` and what lies below it. */
  pages: RequestHandler
  /** Sends the page of a document as it read from that entry on, with these headers. */
  version(asking: Asking, entry: Entry, headers: Readonly<Record<string, string>>): Promise<void>
}

interface Asking {
  req: Request
  res: Response
}

/** What is asked for, and by what name it is kept. */
interface Wanted extends Addressed {
  key: string
  path: string
  asked: Visit['asked']
  /** Beside those of the page, or in their place. */
  headers?: Readonly<Record<string, string>>
}

/**
 * The reading room: its pages are made from what the archive lets the public read, through the same views as GraphQL's
 * answers, and are kept and dropped as those are.
 */
export function createReadingRoom({
  shelf,
  reader,
  answers,
  door,
  report,
  publicUrl,
  turns = createTurns(),
}: RoomParts): ReadingRoom {
  const catalogue = createCatalogue(shelf, reader)
  const visitTo = (path: string, speech: Speech, asked: Visit['asked']): Visit => ({
    ...{ path, speech, asked, catalogue, publicUrl },
    reading: createAsked(shelf, reader),
    now: shelf.now(),
  })

  const make = async ({ place, speech, path, asked, headers }: Wanted, requestId: string): Promise<Answered> => {
    const visit = visitTo(path, speech, asked)
    const sent = await sentFor(place, visit, (error) => report(error, requestId)).finally(visit.reading.end)
    return {
      response: [sent.body, { status: sent.status, statusText: '', headers: { ...sent.headers, ...headers } }],
      kept: visit.reading.isReached() ? visit.reading.context.trace : null,
      encoding: 'utf8',
      isPast: !visit.reading.isNow(),
      cost: null,
    }
  }
  /** Made once, and sent again until something changes that it was made from. */
  const send = async ({ req, res }: Asking, wanted: Wanted): Promise<void> => {
    const requestId = String(res.locals['requestId'])
    const own = ['X-Request-Id', requestId]
    const known = answers.known(wanted.key)
    if (known) return sendAnswer({ req, res, answer: known, own, now: answers.now })
    const visitor = res.locals['visitor'] as Visitor
    const finished = await turns(visitorName(visitor), () => answers.keep(wanted.key, () => make(wanted, requestId)))
    const fared = [...own, ...door.spend(visitor, points.madePage).headers]
    if (finished.answer) return sendAnswer({ req, res, answer: finished.answer, own: fared, now: answers.now })
    sendOnce({ req, res, own: fared }, finished)
  }

  const pages: RequestHandler = async (req, res, next) => {
    const { pathname: path, searchParams } = new URL(req.originalUrl, 'http://room')
    const asset = assets.get(path)
    if (asset) return sendAsset(res, asset, req.method)
    const found = placeOf(path)
    if (!found) return next()
    const asked = askedIn(searchParams)
    return send({ req, res }, { ...found, path, asked, key: keyOf(path, asked) })
  }
  const version: ReadingRoom['version'] = (asking, { record, publicFrom }, headers) => {
    const { id } = record.document
    const path = at.document('sv', id)
    const asked = new Map([['knownAt', publicFrom]])
    const page: Addressed = { place: { page: 'document', id }, speech: 'sv' }
    return send(asking, { ...page, path, asked, headers, key: `version ${record.id}` })
  }
  return { pages, version }
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
