import { createHash } from 'node:crypto'
import { MongoGridFSChunkError, MongoGridFSStreamError } from 'mongodb'
import { ServiceError } from '../../errors.js'
import { finding, type Finding } from '../pure/finding.js'
import { createNeededFiles, type FileResult } from '../pure/fixity.js'
import type { FileRef } from '../pure/model.js'
import type { ArchiveReader, FileReader } from './reader.js'

export interface CheckedFile {
  result: FileResult
  /** How much was read. */
  bytes: number
}

/**
 * Reads the whole file, streaming.
 *
 * @throws what says nothing of the file itself, as a database that does not answer
 */
export async function checkFile(
  files: FileReader,
  { sha256, sha512, size }: Pick<FileRef, 'sha256'> & Partial<Pick<FileRef, 'sha512' | 'size'>>,
): Promise<CheckedFile> {
  const file = await files.open(sha256)
  if (!file) return { result: 'FILE_MISSING', bytes: 0 }
  const longer = createHash('sha512')
  let bytes = 0
  try {
    for await (const chunk of file.stream() as AsyncIterable<Buffer>) {
      longer.update(chunk)
      bytes += chunk.length
    }
  } catch (error) {
    if (!isOfTheFile(error)) throw error
    return { result: 'FILE_CHANGED', bytes }
  }
  const isSame = (size ?? bytes) === bytes && (sha512 === undefined || longer.digest('hex') === sha512)
  return { result: isSame ? 'OK' : 'FILE_CHANGED', bytes }
}

/** Other bytes than were asked for, pieces that are missing, a disk that cannot read them. */
const isOfTheFile = (error: unknown): boolean =>
  error instanceof ServiceError ||
  error instanceof MongoGridFSChunkError ||
  error instanceof MongoGridFSStreamError ||
  ['ENOENT', 'EIO', 'EISDIR', 'EACCES', 'EPERM'].includes((error as { code?: string }).code ?? '')

export interface CheckParts {
  reader: Pick<ArchiveReader, 'entriesAfter'>
  files: FileReader
  /** Reads on after the first that is damaged. */
  all?: boolean
  progress?: (done: number, total: number) => void
}

export interface FilesVerdict {
  /** Files that records need, and how many of them were read. */
  files: number
  checked: number
  damaged: DamagedFile[]
}

interface DamagedFile extends Finding {
  /** Documents that need it. */
  documents: string[]
}

const PAGE = 1_000

/** Reads every file that the log's records need, and writes nothing. */
export async function checkFiles({
  reader,
  files,
  all = false,
  progress = () => {},
}: CheckParts): Promise<FilesVerdict> {
  const needed = createNeededFiles()
  for (let seq = -1; ;) {
    const entries = await reader.entriesAfter(seq, PAGE)
    for (const { record } of entries) needed.add(record)
    const last = entries.at(-1)
    if (!last) break
    seq = last.seq
  }
  const names = needed.files()
  const damaged: DamagedFile[] = []
  let checked = 0
  for (const sha256 of names) {
    const { result } = await checkFile(files, { sha256 })
    progress((checked += 1), names.length)
    if (result === 'OK') continue
    damaged.push({ ...finding(result, null, sha256), documents: needed.documents(sha256) })
    if (!all) break
  }
  return { files: names.length, checked, damaged }
}
