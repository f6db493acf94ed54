import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
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
    const url = (req.url = pathOf(req.url ?? ''))
    const handle = isGraphql(url) ? graphql : url === '/graphql/documents' ? documents : undefined
    if (!handle) {
      app(req, res)
      return
    }
    const failed = (error: unknown): void => refuse(error, { req, res, report, headers: cors(req.headers.origin) })
    try {
      // Bytes that are ready go out at once: only what is worked out makes a promise.
      void handle(req, res)?.catch(failed)
    } catch (error) {
      failed(error)
    }
  }

/** A proxy may send the address whole, and a server must take it: ours are the same whatever host it names. */
const pathOf = (url: string): string =>
  url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/?#]*(?=\/|$)/i, '') || '/'

const isGraphql = (url: string): boolean => url === '/graphql' || url.startsWith('/graphql?')
