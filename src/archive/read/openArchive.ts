import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { MongoClient } from 'mongodb'
import { diskFiles, gridFiles } from './files.js'
import { mongoReader } from './mongoReader.js'
import type { ArchiveReader, FileReader } from './reader.js'
import { sqliteReader } from './sqliteReader.js'

export interface OpenArchive {
  reader: ArchiveReader
  files: FileReader
  close(): Promise<void>
}

/** Opens the archive for reading, on a connection of its own that never loads Payload. */
export async function openArchive({
  databaseUrl,
  dataDir,
}: {
  databaseUrl: string
  dataDir: string
}): Promise<OpenArchive> {
  if (databaseUrl.startsWith('mongodb')) {
    const client = await MongoClient.connect(databaseUrl, { maxPoolSize: 5 })
    const reader = mongoReader(client)
    return { reader, files: gridFiles(client.db()), close: () => reader.close() }
  }
  const file = databaseUrl.startsWith('file://')
    ? fileURLToPath(databaseUrl)
    : path.resolve(databaseUrl.slice('file:'.length))
  const reader = sqliteReader(file)
  return { reader, files: diskFiles(path.join(dataDir, 'files')), close: () => reader.close() }
}
