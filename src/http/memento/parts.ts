import type { Request, Response } from 'express'
import type { Entry } from '../../archive/pure/model.js'
import type { ArchiveReader } from '../../archive/read/reader.js'
import type { Shelf } from '../../archive/read/shelf.js'
import { createViews, type View } from '../../archive/read/view.js'
import { documentKey } from '../surrogateKeys.js'

export interface Parts {
  shelf: Shelf
  reader: ArchiveReader
  /** Without a slash at its end. */
  publicUrl: string
  /** Sends a version for people, as it read then, with these headers. */
  page: (
    asking: { req: Request; res: Response },
    entry: Entry,
    headers: Readonly<Record<string, string>>,
  ) => Promise<void>
}

export const viewOf = ({ shelf, reader }: Parts): View => createViews(shelf, reader)(null)

/** By what a cache in front of us drops what was made from the document. */
export const purgedWith = (id: string): Record<string, string> => {
  const key = documentKey(id)
  return { 'Surrogate-Key': key, 'Cache-Tag': key }
}
