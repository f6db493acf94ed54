import path from 'node:path'
import { MongoClient } from 'mongodb'
import { isMongo, sqliteFile } from '../../databaseUrl.js'
import type { AuditReader } from './auditRows.js'
import { diskFiles, gridFiles } from './files.js'
import { mongoAudit } from './mongoAudit.js'
import { mongoReader } from './mongoReader.js'
import type { ArchiveReader, FileReader } from './reader.js'
import { sqliteReader } from './sqliteReader.js'

export interface OpenArchive {
  reader: ArchiveReader
  /** For a verification. */
  audit: AuditReader
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
  if (isMongo(databaseUrl)) {
    const client = await MongoClient.connect(databaseUrl, { maxPoolSize: 5 })
    const reader = mongoReader(client)
    return { reader, audit: mongoAudit(client.db()), files: gridFiles(client.db()), close: () => reader.close() }
  }
  const reader = sqliteReader(sqliteFile(databaseUrl))
  return { reader, audit: reader.audit, files: diskFiles(path.join(dataDir, 'files')), close: () => reader.close() }
}
