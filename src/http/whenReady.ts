import type { RequestListener } from 'node:http'
import type { Instant } from '../archive/pure/model.js'
import type { Shelf } from '../archive/read/shelf.js'

interface ReadyOptions {
  shelf: Pick<Shelf, 'status'>
  /** Null while what is served is what is public now. */
  asOf: () => Instant | null
  front: RequestListener
}

/**
 * Stands before everything: lets nobody in before there is something to serve, since an empty list would be taken for an
 * answer; and tells each reader as of when an answer is while the database is away.
 */
export const whenReady = ({ shelf, asOf, front }: ReadyOptions): RequestListener => {
  let isReady = false
  return (req, res) => {
    isReady ||= shelf.status().lastFollowedAt !== null
    if (!isReady && !req.url?.startsWith('/health/')) {
      res.writeHead(503, starting).end(JSON.stringify(told))
      return
    }
    const since = asOf()
    if (since !== null) res.setHeader('X-Data-As-Of', since)
    front(req, res)
  }
}

const starting = {
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'no-store',
  'Retry-After': '2',
  'X-Content-Type-Options': 'nosniff',
}
const told = {
  errors: [
    {
      message: 'Starting: the archive has not been read yet. Try again in a moment.',
      extensions: { code: 'ARCHIVE_UNAVAILABLE', sv: 'Tjänsten startar: arkivet är inte läst än. Försök igen strax.' },
    },
  ],
}
