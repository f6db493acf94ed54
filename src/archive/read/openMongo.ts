import type { MongoClient } from 'mongodb'
import { mongoConnection } from '../../mongoConnection.js'
import { gridFiles, unavailable } from './files.js'
import { mongoAudit } from './mongoAudit.js'
import { mongoReader } from './mongoReader.js'
import type { AuditReader } from './auditRows.js'
import type { ArchiveReader, FileReader } from './reader.js'

/**
 * Milliseconds without a byte of an answer. A question that was sent may take longer than meeting the database; where the
 * net has swallowed it a seal waits for as long.
 */
const SLOWEST_ANSWER = 3_000

/** @param patience milliseconds that a database which does not answer is waited for */
export function openMongo(databaseUrl: string, patience?: number): Parts & { close(): Promise<void> } {
  const connection = mongoConnection(databaseUrl, { maxPoolSize: 5, ...within(patience) })
  let made: (Parts & { of: MongoClient }) | undefined
  const partsOf = (client: MongoClient): Parts => {
    const database = client.db()
    if (made?.of !== client)
      made = { of: client, reader: mongoReader(database), audit: mongoAudit(database), files: gridFiles(database) }
    return made
  }
  const ask = <T>(question: (parts: Parts) => Promise<T>): Promise<T> =>
    connection.ask((client) => question(partsOf(client)))
  return {
    reader: {
      entriesAfter: (seq, limit) => ask(({ reader }) => reader.entriesAfter(seq, limit)),
      snapshots: (records) => ask(({ reader }) => reader.snapshots(records)),
      checkpoint: () => ask(({ reader }) => reader.checkpoint()),
    },
    audit: {
      counts: () => ask(({ audit }) => audit.counts()),
      rowsAfter: (seq, limit) => ask(({ audit }) => audit.rowsAfter(seq, limit)),
      newestCheckpoints: () => ask(({ audit }) => audit.newestCheckpoints()),
      checkpointsAfter: (size, limit) => ask(({ audit }) => audit.checkpointsAfter(size, limit)),
    },
    files: {
      open: (sha256) =>
        ask(({ files }) => files.open(sha256)).catch((cause: unknown) => {
          throw unavailable(cause)
        }),
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
