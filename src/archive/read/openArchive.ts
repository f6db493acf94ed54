import path from 'node:path'
import { isMongo, sqliteFile } from '../../databaseUrl.js'
import type { AuditReader } from './auditRows.js'
import { diskFiles } from './files.js'
import { openMongo } from './openMongo.js'
import type { ArchiveReader, FileReader } from './reader.js'
import { sqliteFileAt } from './sqliteFile.js'
import { sqliteReader } from './sqliteReader.js'

export interface OpenArchive {
  reader: ArchiveReader
  /** For a verification. */
  audit: AuditReader
  files: FileReader
  close(): Promise<void>
}

interface ArchiveOptions {
  databaseUrl: string
  dataDir: string
  /** How long a MongoDB that does not answer is waited for; by default as the driver has it. */
  patienceMilliseconds?: number
}

/**
 * Opens the archive for reading, on a connection of its own that never loads Payload. The database is met at the first
 * question, and again at each one after it was away: opening it never fails.
 */
export async function openArchive({
  databaseUrl,
  dataDir,
  patienceMilliseconds,
}: ArchiveOptions): Promise<OpenArchive> {
  if (isMongo(databaseUrl)) return openMongo(databaseUrl, patienceMilliseconds)
  const file = sqliteFileAt(sqliteFile(databaseUrl))
  const reader = sqliteReader(file)
  const files = diskFiles(path.join(dataDir, 'files'))
  return { reader, audit: reader.audit, files, close: async () => file.close() }
}
