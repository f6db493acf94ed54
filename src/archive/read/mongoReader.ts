import type { Db } from 'mongodb'
import { entriesOf, type ArchiveReader, type CheckpointRow, type EntryRow } from './reader.js'

interface LogDocument extends Omit<EntryRow, 'body'> {
  record: string
}
interface TextDocument {
  _id: string
  body?: string
  bytes?: string
}

/** Two indexed reads a batch: the log by number, and the records that it names by id. */
export function mongoReader(database: Db): ArchiveReader {
  // Mongoose puts the name of a collection into the plural.
  const log = database.collection<LogDocument>('logs')
  const records = database.collection<TextDocument>('records')
  const snapshots = database.collection<TextDocument>('snapshots')
  const checkpoints = database.collection<CheckpointRow>('checkpoints')
  return {
    entriesAfter: async (seq, limit) => {
      const places = await log
        .find({ seq: { $gt: seq } })
        .sort({ seq: 1 })
        .limit(limit)
        .toArray()
      if (places.length === 0) return []
      const named = await records
        .find({ _id: { $in: places.map(({ record }) => record) } }, { projection: { body: 1 } })
        .toArray()
      const bodies = new Map(named.map(({ _id, body }) => [_id, body]))
      return entriesOf(
        places.map(({ seq: number, placedAt, publicFrom, leaf, record }) => ({
          seq: number,
          placedAt,
          publicFrom,
          leaf,
          body: bodies.get(record),
        })),
      )
    },
    snapshots: async (ids) => {
      const found = await snapshots.find({ _id: { $in: [...ids] } }, { projection: { bytes: 1 } }).toArray()
      return new Map(
        found.flatMap(({ _id, bytes }): [string, Buffer][] => (bytes === undefined ? [] : [[_id, Buffer.from(bytes)]])),
      )
    },
    checkpoint: async () => (await checkpoints.find().sort({ size: -1 }).limit(1).next()) ?? undefined,
  }
}
