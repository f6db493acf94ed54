import type { RequestHandler } from 'express'
import type { FixityStatus } from '../archive/pure/fixity.js'
import type { Shelf } from '../archive/read/shelf.js'

export interface ReadyParts {
  shelf: Shelf
  isEditing: () => boolean
  /** How the archive's files are; undefined where nobody checks them. */
  fixity: () => FixityStatus | undefined
}

/** 200 as soon as the log has been read: a damaged file is told, but everything else is served on. */
export const readyRoute =
  ({ shelf, isEditing, fixity }: ReadyParts): RequestHandler =>
  (_req, res) => {
    const { head, error, lastFollowedAt } = shelf.status()
    const files = fixity()
    const isReady = lastFollowedAt !== null
    const isDamaged = files !== undefined && files.damaged.length > 0
    res.set('Cache-Control', 'no-store').status(isReady ? 200 : 503)
    res.json({
      status: isReady ? (error ? 'behind' : isDamaged ? 'damaged' : 'ok') : 'starting',
      records: head + 1,
      editing: isEditing(),
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
