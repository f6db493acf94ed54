import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { GridFSBucket, type Db } from 'mongodb'
import { ServiceError } from '../../errors.js'
import type { FileRef } from '../pure/model.js'

/** Files by content: what is in is never removed but by a disposal, and lies whole where it is kept before anything names it. */
export interface FileStore {
  /**
   * Keeps the content, unless it lies there whole already. What is there but damaged is written again, and what was
   * written is read back.
   *
   * @throws ServiceError NOT_RECORDED where the content cannot be read back
   */
  put(content: Buffer, described: { name: string; mediaType: string }): Promise<FileRef>
  /** Whether there is a copy, whole or damaged: a disposal removes it, though the media row that names it may stay. */
  has(sha256: string): Promise<boolean>
  /** Only for what a disposal has left that no record names any more. */
  remove(sha256: string): Promise<void>
}

/** Where files lie. */
export interface Place {
  /** The copy that readers of the archive get; undefined where there is none. */
  read(sha256: string): Promise<Readable | undefined>
  has(sha256: string): Promise<boolean>
  /** Adds a copy, which readers get from then on. */
  write(file: FileRef, content: Buffer): Promise<void>
  /** Every copy. */
  remove(sha256: string): Promise<void>
}

export const fileStoreOn = (place: Place): FileStore => ({
  put: async (content, described) => {
    const file = { ...hashes(content), ...described }
    if (await isWhole(place, file.sha256)) return file
    await place.write(file, content)
    if (await isWhole(place, file.sha256)) return file
    throw notKept(file.name)
  },
  has: (sha256) => place.has(sha256),
  remove: (sha256) => place.remove(sha256),
})

const hashes = (content: Buffer): Pick<FileRef, 'sha256' | 'sha512' | 'size'> => ({
  sha256: createHash('sha256').update(content).digest('hex'),
  sha512: createHash('sha512').update(content).digest('hex'),
  size: content.length,
})

/** What cannot be read is not whole: the content that was asked for is at hand, and is written again. */
async function isWhole(place: Place, sha256: string): Promise<boolean> {
  const hash = createHash('sha256')
  try {
    const copy = await place.read(sha256)
    if (!copy) return false
    await pipeline(copy, hash)
  } catch {
    return false
  }
  return hash.digest('hex') === sha256
}

/** `<folder>/ab/abcdef…`, written beside its place, flushed, and renamed into it. */
export function diskPlace(folder: string): Place {
  const shelfOf = (sha256: string): string => path.join(folder, sha256.slice(0, 2))
  return {
    read: async (sha256) => createReadStream(path.join(shelfOf(sha256), sha256)),
    has: (sha256) =>
      access(path.join(shelfOf(sha256), sha256)).then(
        () => true,
        () => false,
      ),
    write: async ({ sha256 }, content) => {
      const shelf = shelfOf(sha256)
      await mkdir(shelf, { recursive: true })
      const draft = path.join(shelf, `.${randomUUID()}`)
      try {
        await writeFlushed(draft, content)
        await rename(draft, path.join(shelf, sha256))
        await flushFolder(shelf)
      } finally {
        await rm(draft, { force: true })
      }
    },
    remove: (sha256) => rm(path.join(folder, sha256.slice(0, 2), sha256), { force: true }),
  }
}

async function writeFlushed(file: string, content: Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o640)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A rename survives a power cut only when its folder was flushed. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * GridFS, so that every instance has the files. The bucket's file name is the sha256; of several copies the newest
 * counts, so that a damaged one is replaced without anything being removed.
 */
export function gridPlace(database: Db): Place {
  const bucket = new GridFSBucket(database, { bucketName: 'files' })
  return {
    read: async (sha256) => {
      const [newest] = await bucket.find({ filename: sha256 }).sort({ uploadDate: -1, _id: -1 }).limit(1).toArray()
      return newest && bucket.openDownloadStream(newest._id)
    },
    has: async (sha256) => (await bucket.find({ filename: sha256 }).limit(1).toArray()).length > 0,
    remove: async (sha256) => {
      for (const { _id } of await bucket.find({ filename: sha256 }).toArray()) await bucket.delete(_id)
    },
    write: ({ sha256, mediaType }, content) =>
      pipeline(Readable.from([content]), bucket.openUploadStream(sha256, { metadata: { mediaType } })),
  }
}

const notKept = (name: string): ServiceError =>
  new ServiceError('NOT_RECORDED', {
    sv: `Filen ${name} kunde inte sparas oskadd. Försök igen; kontakta förvaltningen om det händer igen.`,
    en: `The file ${name} could not be kept undamaged. Try again; tell the operators if it happens again.`,
  })
