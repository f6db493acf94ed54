import { readFile, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { MongoClient, type Db } from 'mongodb'
import type { TestDatabase } from './databases.js'

/** What a fault of the disk does to a file of the archive. */
export interface FileFaults {
  flip(sha256: string): Promise<void>
  cut(sha256: string): Promise<void>
  lose(sha256: string): Promise<void>
}

export const fileFaultsOn = (
  database: TestDatabase,
  kept: () => { dataDir: string; databaseUrl: string },
): FileFaults => (database.name === 'SQLite' ? onDisk(() => kept().dataDir) : inGrid(() => kept().databaseUrl))

function onDisk(dataDir: () => string): FileFaults {
  const place = (sha256: string): string => path.join(dataDir(), 'files', sha256.slice(0, 2), sha256)
  return {
    flip: async (sha256) => {
      const bytes = await readFile(place(sha256))
      bytes[20]! ^= 1
      await writeFile(place(sha256), bytes)
    },
    cut: (sha256) => truncate(place(sha256), 30),
    lose: (sha256) => rm(place(sha256)),
  }
}

function inGrid(databaseUrl: () => string): FileFaults {
  const inDatabase = async (work: (database: Db) => Promise<unknown>): Promise<void> => {
    const client = await MongoClient.connect(databaseUrl())
    await work(client.db()).finally(() => client.close())
  }
  const onFirstChunk = (sha256: string, change: (bytes: Buffer) => Buffer): Promise<void> =>
    inDatabase(async (database) => {
      const [file] = await database.collection('files.files').find({ filename: sha256 }).sort({ _id: -1 }).toArray()
      const chunks = database.collection('files.chunks')
      const chunk = await chunks.findOne({ files_id: file!._id, n: 0 })
      const bytes = Buffer.from((chunk!['data'] as { buffer: Uint8Array }).buffer)
      await chunks.updateOne({ _id: chunk!._id }, { $set: { data: change(bytes) } })
    })
  return {
    flip: (sha256) =>
      onFirstChunk(sha256, (bytes) => {
        bytes[20]! ^= 1
        return bytes
      }),
    cut: (sha256) => onFirstChunk(sha256, (bytes) => bytes.subarray(0, 30)),
    lose: (sha256) => inDatabase((database) => database.collection('files.files').deleteMany({ filename: sha256 })),
  }
}
