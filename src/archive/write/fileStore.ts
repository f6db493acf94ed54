import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { GridFSBucket, type Db } from 'mongodb'
import type { FileRef } from '../pure/model.js'

/** Files by content: what is in is never replaced nor removed, and lies on disk before anything names it. */
export interface FileStore {
  put(content: Buffer, described: { name: string; mediaType: string }): Promise<FileRef>
  /** Only for what a disposal has left that no record names any more. */
  remove(sha256: string): Promise<void>
}

const hashes = (content: Buffer): Pick<FileRef, 'sha256' | 'sha512' | 'size'> => ({
  sha256: createHash('sha256').update(content).digest('hex'),
  sha512: createHash('sha512').update(content).digest('hex'),
  size: content.length,
})

/** `<folder>/ab/abcdef…`, written beside its place, flushed, and renamed into it. */
export function diskFileStore(folder: string): FileStore {
  return {
    put: async (content, described) => {
      const file = { ...hashes(content), ...described }
      const shelf = path.join(folder, file.sha256.slice(0, 2))
      const place = path.join(shelf, file.sha256)
      if (await isWhole(place, file.sha256)) return file
      await mkdir(shelf, { recursive: true })
      const draft = path.join(shelf, `.${randomUUID()}`)
      try {
        await writeFlushed(draft, content)
        await rename(draft, place)
        await flushFolder(shelf)
      } finally {
        await rm(draft, { force: true })
      }
      return file
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

/** A file that is there but damaged is written again: the content that was asked for is at hand. */
async function isWhole(place: string, sha256: string): Promise<boolean> {
  try {
    await access(place)
  } catch {
    return false
  }
  const hash = createHash('sha256')
  await pipeline(createReadStream(place), hash)
  return hash.digest('hex') === sha256
}

/** GridFS, so that every instance has the files. The bucket's file name is the sha256. */
export function gridFileStore(database: Db): FileStore {
  const bucket = new GridFSBucket(database, { bucketName: 'files' })
  return {
    put: async (content, described) => {
      const file = { ...hashes(content), ...described }
      const known = await bucket.find({ filename: file.sha256, length: file.size }).limit(1).toArray()
      if (known.length > 0) return file
      await pipeline(
        Readable.from([content]),
        bucket.openUploadStream(file.sha256, { metadata: { mediaType: file.mediaType } }),
      )
      return file
    },
    remove: async (sha256) => {
      for (const { _id } of await bucket.find({ filename: sha256 }).toArray()) await bucket.delete(_id)
    },
  }
}
