import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { ServiceError } from '../errors.js'
import type { Cors } from './cors.js'
import { refuse } from './refuse.js'
import type { Report } from './report.js'

export type RawHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void

interface FrontParts {
  graphql: RawHandler
  documents: RawHandler
  app: RequestListener
  cors: Cors
  report: Report
}

/** What programs ask for goes straight to its answers, everything else to Express. */
export const createFront =
  ({ graphql, documents, app, cors, report }: FrontParts): RequestListener =>
  (req, res) => {
    const url = req.url ?? ''
    const failed = (error: unknown): void => refuse(error, { req, res, report, headers: cors(req.headers.origin) })
    if (!url.startsWith('/')) return failed(noPath())
    const handle = isGraphql(url) ? graphql : DOCUMENTS.test(url) ? documents : undefined
    if (!handle) {
      app(req, res)
      return
    }
    try {
      // Bytes that are ready go out at once: only what is worked out makes a promise.
      void handle(req, res)?.catch(failed)
    } catch (error) {
      failed(error)
    }
  }

/** Addresses with a host are for proxies, and what is behind us would believe that host. */
const noPath = (): ServiceError =>
  new ServiceError('BAD_INPUT', { sv: 'Adressen ska börja med /.', en: 'The address has to begin with /.' })

const DOCUMENTS = /^\/graphql\/documents\/?(?:\?|$)/
const isGraphql = (url: string): boolean => url === '/graphql' || url.startsWith('/graphql?')
