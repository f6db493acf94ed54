import { mongoConnection } from '../../mongoConnection.js'
import { gridFiles, unavailable } from './files.js'
import { mongoAudit } from './mongoAudit.js'
import { mongoReader } from './mongoReader.js'
import type { AuditReader } from './auditRows.js'
import type { ArchiveReader, FileReader } from './reader.js'

/** Milliseconds. A question that was sent may take longer than meeting the database: a page of the log can be large. */
const SLOWEST_ANSWER = 10_000

/** @param patience milliseconds that a database which does not answer is waited for */
export function openMongo(databaseUrl: string, patience?: number): Parts & { close(): Promise<void> } {
  const connection = mongoConnection(databaseUrl, { maxPoolSize: 5, ...within(patience) })
  const parts = async (): Promise<Parts> => {
    const database = await connection.database()
    return (made ??= { reader: mongoReader(database), audit: mongoAudit(database), files: gridFiles(database) })
  }
  let made: Parts | undefined
  return {
    reader: {
      entriesAfter: async (seq, limit) => (await parts()).reader.entriesAfter(seq, limit),
      snapshots: async (records) => (await parts()).reader.snapshots(records),
      checkpoint: async () => (await parts()).reader.checkpoint(),
    },
    audit: {
      counts: async () => (await parts()).audit.counts(),
      rowsAfter: async (seq, limit) => (await parts()).audit.rowsAfter(seq, limit),
      newestCheckpoints: async () => (await parts()).audit.newestCheckpoints(),
      checkpointsAfter: async (size, limit) => (await parts()).audit.checkpointsAfter(size, limit),
    },
    files: {
      open: async (sha256) =>
        (
          await parts().catch((cause: unknown) => {
            throw unavailable(cause)
          })
        ).files.open(sha256),
    },
    close: () => connection.close(),
  }
}

interface Parts {
  reader: ArchiveReader
  audit: AuditReader
  files: FileReader
}

const within = (milliseconds: number | undefined): object =>
  milliseconds === undefined
    ? {}
    : {
        serverSelectionTimeoutMS: milliseconds,
        connectTimeoutMS: milliseconds,
        waitQueueTimeoutMS: milliseconds,
        socketTimeoutMS: SLOWEST_ANSWER,
      }
