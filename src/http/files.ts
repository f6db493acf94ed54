import { pipeline } from 'node:stream/promises'
import type { RequestHandler } from 'express'
import type { FileReader } from '../archive/read/reader.js'
import type { Shelf } from '../archive/read/shelf.js'
import { isFilePublic } from '../archive/read/view.js'
import type { Door } from './door.js'
import { messagePage } from './pages.js'
import { points } from './rateLimits.js'
import type { Visitor } from './visitors.js'

/** What a browser may show by itself; everything else is saved. By the name's ending, since files are kept by content. */
const shownInBrowser: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
}

/** `/files/<sha256>/<name>`: only while some record that may be read names the file. */
export const fileRoute =
  (shelf: Shelf, files: FileReader, spend: Door['spend']): RequestHandler<{ sha256: string; name?: string }> =>
  async (req, res) => {
    const { sha256, name = sha256 } = req.params
    const file = isFilePublic(shelf, sha256) ? await files.open(sha256) : undefined
    if (!file) {
      res
        .status(404)
        .type('html')
        .send(messagePage('Filen finns inte eller är inte längre offentlig', 'There is no such public file'))
      return
    }
    const type = shownInBrowser[name.toLowerCase().split('.').at(-1) ?? '']
    res.set({
      ETag: `"${sha256}"`,
      // Short, and never immutable: a file that is sealed must be gone at once.
      'Cache-Control': 'public, max-age=60, must-revalidate',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Content-Length': file.size,
      'Content-Type': type ?? 'application/octet-stream',
      'Content-Disposition': `${type ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
    })
    if (req.fresh) {
      res.status(304).end()
      return
    }
    if (req.method === 'HEAD') {
      res.end()
      return
    }
    spend(res.locals['visitor'] as Visitor, points.file(file.size))
    await pipeline(file.stream(), res).catch((error: NodeJS.ErrnoException) => {
      // Who goes away in the middle has done nothing wrong.
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
    })
  }
