import path from 'node:path'
import { MongoClient } from 'mongodb'
import { isMongo, sqliteFile } from '../../databaseUrl.js'
import type { AuditReader } from './auditRows.js'
import { diskFiles, gridFiles } from './files.js'
import { mongoAudit } from './mongoAudit.js'
import { mongoReader } from './mongoReader.js'
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
  if (isMongo(databaseUrl)) {
    const client = new MongoClient(databaseUrl, { maxPoolSize: 5, ...patience(patienceMilliseconds) })
    const reader = mongoReader(client)
    const database = client.db()
    return { reader, audit: mongoAudit(database), files: gridFiles(database), close: () => reader.close() }
  }
  const reader = sqliteReader(sqliteFileAt(sqliteFile(databaseUrl)))
  return { reader, audit: reader.audit, files: diskFiles(path.join(dataDir, 'files')), close: () => reader.close() }
}

/** A question that was sent may take longer: a page of the log can be large. */
const SLOWEST_ANSWER = 10_000

const patience = (milliseconds: number | undefined): object =>
  milliseconds === undefined
    ? {}
    : {
        serverSelectionTimeoutMS: milliseconds,
        connectTimeoutMS: milliseconds,
        waitQueueTimeoutMS: milliseconds,
        socketTimeoutMS: SLOWEST_ANSWER,
      }
