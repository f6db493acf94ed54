import type { RequestHandler } from 'express'
import type { FixityStatus } from '../archive/pure/fixity.js'
import type { Instant } from '../archive/pure/model.js'
import type { Shelf } from '../archive/read/shelf.js'

export interface ReadyParts {
  shelf: Shelf
  /** Null while what is served is what is public now. */
  asOf: () => Instant | null
  /** The editors' side: whether what they have done could not be put into effect yet. */
  editing: { isBehind: () => boolean } | undefined
  /** How the archive's files are; undefined where nobody checks them. */
  fixity: () => FixityStatus | undefined
}

/**
 * 200 as soon as there is something to serve: a database that is away and a damaged file are told, but everything else is
 * served on.
 */
export const readyRoute =
  ({ shelf, editing, fixity, asOf }: ReadyParts): RequestHandler =>
  (_req, res) => {
    const { head, error, lastFollowedAt } = shelf.status()
    const since = asOf()
    const isAway = error !== null || since !== null || editing?.isBehind() === true
    const files = fixity()
    const isReady = lastFollowedAt !== null
    const isDamaged = files !== undefined && files.damaged.length > 0
    res.set('Cache-Control', 'no-store').status(isReady ? 200 : 503)
    res.json({
      status: isReady ? (isAway ? 'behind' : isDamaged ? 'damaged' : 'ok') : 'starting',
      records: head + 1,
      database: isAway ? 'away' : 'answers',
      asOf: since ?? lastFollowedAt,
      editing: editing !== undefined,
      files: files ? inPublic(files) : null,
    })
  }

/** Counts alone: which files are damaged stands in the log. */
const inPublic = ({ files, checked, damaged, oldestCheck }: FixityStatus): object => ({
  known: files,
  checked,
  damaged: damaged.length,
  oldestCheck,
})
