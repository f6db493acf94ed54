import express, {
  type ErrorRequestHandler,
  type Express,
  type NextFunction,
  type RequestHandler,
  type Response,
} from 'express'
import type { Logger } from 'pino'
import type { ArchiveReader, FileReader } from '../archive/read/reader.js'
import type { Shelf } from '../archive/read/shelf.js'
import type { Answers } from '../delivery/answers.js'
import type { Delivery } from '../delivery/delivery.js'
import type { Addresses } from '../delivery/scope.js'
import { ServiceError } from '../errors.js'
import { allowOrigins } from './cors.js'
import { counted, type Door } from './door.js'
import { editorsDoor } from './editorsDoor.js'
import { fileRoute } from './files.js'
import { readyRoute, type ReadyParts } from './health.js'
import { documentRoute } from './documentAddress.js'
import { mementoRoutes } from './memento/routes.js'
import { landingPage, messagePage } from './pages.js'
import { nextRequestId } from './requestId.js'
import { at } from './readingRoom/addresses.js'
import { createReadingRoom } from './readingRoom/room.js'
import { publicHeaders, readableFromAnywhere, readOnly } from './headers.js'
import type { Report } from './report.js'

export interface Parts {
  log: Logger
  report: Report
  delivery: Delivery
  answers: Answers
  shelf: Shelf
  reader: ArchiveReader
  files: FileReader
  addresses: Addresses
  /** Without a slash at its end. */
  publicUrl: string
  fixity: ReadyParts['fixity']
  trustProxy: boolean
  door: Door
  /** The instant as of which everything is, while the database is away. */
  asOf: ReadyParts['asOf']
  /** The editors' side; an instance that only delivers has none. */
  editors?: { rest: RequestHandler; admin: RequestHandler; isBehind: () => boolean } | undefined
}

/** The edge, wired from parts already built: opens no port, reads no environment. */
export function createApp(parts: Parts): Express {
  const { log, report, delivery, shelf, files, publicUrl, fixity, trustProxy, door, asOf, editors } = parts
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustProxy ? 1 : false)
  app.set('query parser', 'simple')
  app.use(identified(log))

  if (editors) openEditorsDoor(app, editors)
  app.use(publicHeaders)
  app.get('/health/live', (_req, res) => void res.set('Cache-Control', 'no-store').json({ status: 'ok' }))
  app.get('/health/ready', readyRoute({ shelf, editing: editors, fixity, asOf }))
  app.use('/files', allowOrigins(door.cors, 'GET, HEAD, OPTIONS'))
  app.use(readOnly)
  app.use(counted(door))
  app.get('/', (_req, res) => void res.type('html').send(landingPage(editors !== undefined)))
  app.get(
    '/schema.graphql',
    readableFromAnywhere,
    (_req, res) => void res.type('text/plain; charset=utf-8').send(delivery.printed),
  )
  app.get('/files/:sha256{/:name}', fileRoute(shelf, files, door.spend))
  const room = createReadingRoom(parts)
  app.use(mementoRoutes({ ...parts, page: room.version }))
  app.use('/arkiv', room.pages)
  app.get('/id/:id', documentRoute(parts))
  app.get('/robots.txt', (_req, res) => void res.type('text').send(robots(publicUrl)))
  app.use(
    (_req, res) => void res.status(404).type('html').send(messagePage('Sidan finns inte', 'There is no such page')),
  )
  app.use(masked(report))
  return app
}

/** What search engines may follow: each page says for itself whether it may be shown. */
const robots = (publicUrl: string): string =>
  `User-agent: *\nDisallow: /admin\nDisallow: /api\nDisallow: /graphql\nSitemap: ${publicUrl}${at.map()}\n`

function openEditorsDoor(app: Express, { rest, admin }: NonNullable<Parts['editors']>): void {
  app.use(['/api', '/admin', '/_next'], editorsDoor)
  app.use('/api', (req, res, next) => {
    void Promise.resolve(rest(req, res, next)).catch((error: unknown) => inJson(error, res, next))
  })
  app.use(['/admin', '/_next'], (req, res, next) => {
    req.url = req.originalUrl
    admin(req, res, next)
  })
}

/** Programs and the admin's own pages ask here: a foreseen fault is told in their language. */
function inJson(error: unknown, res: Response, next: NextFunction): void {
  if (!(error instanceof ServiceError) || res.headersSent) {
    next(error)
    return
  }
  const { code, messages, status } = error
  res.status(status).json({ errors: [{ message: messages.sv, extensions: { code, en: messages.en } }] })
}

/** Gives each request an id, which the answer and the log share. */
const identified =
  (log: Logger): RequestHandler =>
  (req, res, next) => {
    const id = nextRequestId()
    res.locals['requestId'] = id
    res.set('X-Request-Id', id)
    const started = performance.now()
    res.on('finish', () =>
      log.debug(
        { requestId: id, method: req.method, path: req.path, status: res.statusCode, ms: performance.now() - started },
        'request',
      ),
    )
    next()
  }

/** Whatever was not foreseen is told by an id alone. */
const masked =
  (report: Report): ErrorRequestHandler =>
  (error: unknown, req, res, _next) => {
    // Who has gone is told nothing, and has done nothing wrong.
    if (req.destroyed && !req.complete) return
    if (res.headersSent) {
      // What has begun can only be cut off: whoever reads it sees that it is not whole.
      report(error, String(res.locals['requestId']))
      res.destroy()
      return
    }
    if (error instanceof URIError || isOfExpress(error)) {
      res.status(400).type('html').send(messagePage('Adressen går inte att läsa', 'The address cannot be read'))
      return
    }
    if (error instanceof ServiceError && (error.status < 500 || error.status === 503)) {
      if (error.status === 503) {
        report(error, String(res.locals['requestId']))
        res.set({ 'Retry-After': '5', 'Cache-Control': 'no-store' })
      }
      const { headers } = error
      for (let i = 0; i < headers.length; i += 2) res.set(headers[i]!, headers[i + 1])
      res.status(error.status).type('html').send(messagePage(error.messages.sv, error.messages.en))
      return
    }
    const id = String(res.locals['requestId'])
    report(error, id)
    const status = error instanceof ServiceError ? error.status : 500
    res
      .status(status)
      .type('html')
      .send(messagePage(`Något gick fel hos oss. Uppge ${id}`, `Something went wrong here. Tell us ${id}`))
  }

/** Express's own faults with a request. */
const isOfExpress = (error: unknown): boolean =>
  !(error instanceof ServiceError) && (error as { status?: number }).status === 400
