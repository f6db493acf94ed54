import type { Db } from 'mongodb'
import type { Audited } from '../pure/audit.js'
import type { AuditReader } from './auditRows.js'
import type { CheckpointRow } from './reader.js'

type Place = Pick<Audited, 'seq' | 'placedAt' | 'publicFrom' | 'leaf' | 'record'>
type RecordRow = { _id: string } & Pick<
  Audited,
  'body' | 'document' | 'kind' | 'owner' | 'action' | 'revision' | 'recordedAt'
>

export function mongoAudit(database: Db): AuditReader {
  // Mongoose puts the name of a collection into the plural.
  const log = database.collection<Place>('logs')
  const records = database.collection<RecordRow>('records')
  const snapshots = database.collection<{ _id: string; bytes: string }>('snapshots')
  const statements = database.collection<{ _id: string; body: string }>('statements')
  const checkpoints = database.collection<CheckpointRow>('checkpoints')
  return {
    counts: async () => ({
      log: await log.countDocuments(),
      records: await records.countDocuments(),
      snapshots: await snapshots.countDocuments(),
      statements: await statements.countDocuments(),
    }),
    rowsAfter: async (seq, limit) => {
      const places = await log
        .find({ seq: { $gt: seq } })
        .sort({ seq: 1 })
        .limit(limit)
        .toArray()
      const named = { _id: { $in: places.map(({ record }) => record) } }
      const [bodies, bytes, words] = await Promise.all([
        records.find(named).toArray().then(byId),
        snapshots.find(named).toArray().then(byId),
        statements.find(named).toArray().then(byId),
      ])
      return places.map(({ seq: number, placedAt, publicFrom, leaf, record }) => {
        const row = bodies.get(record)
        return {
          ...{ seq: number, placedAt, publicFrom, leaf, record },
          body: row?.body ?? null,
          document: row?.document ?? null,
          kind: row?.kind ?? null,
          owner: row?.owner ?? null,
          action: row?.action ?? null,
          revision: row?.revision ?? null,
          recordedAt: row?.recordedAt ?? null,
          snapshot: bytes.get(record)?.bytes ?? null,
          statement: words.get(record)?.body ?? null,
        }
      })
    },
    newestCheckpoints: async () => {
      const sizes = await checkpoints
        .aggregate<{ size: number }>([{ $group: { _id: '$publicKey', size: { $max: '$size' } } }])
        .toArray()
      return checkpoints
        .find({ size: { $in: sizes.map(({ size }) => size) } })
        .sort({ size: 1 })
        .toArray()
    },
    checkpointsAfter: (size, limit) =>
      checkpoints
        .find({ size: { $gt: size } })
        .sort({ size: 1 })
        .limit(limit)
        .toArray(),
  }
}

const byId = <T extends { _id: string }>(rows: T[]): Map<string, T> => new Map(rows.map((row) => [row._id, row]))
