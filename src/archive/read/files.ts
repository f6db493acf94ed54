import { createHash } from 'node:crypto'
import { createReadStream, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline, Transform, type Readable } from 'node:stream'
import { GridFSBucket, type Db } from 'mongodb'
import { ServiceError } from '../../errors.js'
import type { FileReader } from './reader.js'

const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** `<folder>/ab/abcdef…`, checked while it is read. */
export const diskFiles = (folder: string): FileReader => ({
  open: async (sha256) => {
    if (!isSha256(sha256)) return undefined
    const file = path.join(folder, sha256.slice(0, 2), sha256)
    const found = await statIn(folder, file)
    return found?.isFile() ? { size: found.size, stream: () => verified(createReadStream(file), sha256) } : undefined
  },
})

/** A file that is not there is none; a folder that is not there, or does not answer, is away for the moment. */
async function statIn(folder: string, file: string): Promise<Stats | undefined> {
  try {
    return await stat(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unavailable(error)
    await stat(folder).catch((cause: unknown) => {
      throw unavailable(cause)
    })
    return undefined
  }
}

export function gridFiles(database: Db): FileReader {
  const bucket = new GridFSBucket(database, { bucketName: 'files' })
  return {
    open: async (sha256) => {
      if (!isSha256(sha256)) return undefined
      // A damaged copy is replaced by a newer one, and stays.
      const [found] = await bucket.find({ filename: sha256 }).sort({ uploadDate: -1, _id: -1 }).limit(1).toArray()
      return found
        ? { size: found.length, stream: () => verified(bucket.openDownloadStream(found._id), sha256) }
        : undefined
    },
  }
}

/**
 * Hands the bytes on, the last ones only if all of them are those that were asked for: of a damaged file nobody gets
 * the whole, not even a reader who stops at the length that was announced.
 */
function verified(source: Readable, sha256: string): Readable {
  const hash = createHash('sha256')
  let held: Buffer | undefined
  const check = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk)
      const before = held
      held = chunk
      done(null, before)
    },
    flush: (done) => (hash.digest('hex') === sha256 ? done(null, held) : done(damaged(sha256))),
  })
  // Whoever reads is told through the stream itself.
  pipeline(source, check, () => {})
  return check
}

/** For the moment. */
export const unavailable = (cause: unknown): ServiceError =>
  new ServiceError(
    'ARCHIVE_UNAVAILABLE',
    {
      sv: 'Filen går inte att hämta just nu. Försök igen om en stund',
      en: 'The file cannot be read right now. Try again in a while',
    },
    { cause },
  )

const damaged = (sha256: string): ServiceError =>
  new ServiceError('INTERNAL', {
    sv: `Filen ${sha256} är skadad och lämnas inte ut.`,
    en: `The file ${sha256} is damaged and is not served.`,
  })
