import type { Payload } from 'payload'

/** A number in the log and the instant at which it was given. */
export interface Place {
  seq: number
  placedAt: string
}

export interface LogRow extends Place {
  record: string
  publicFrom: string
  leaf: string
}

export interface SignedRow {
  size: number
  signedAt: string
  root: string
  peaks: string
  publicKey: string
  note: string
}

/** The tables of the log, for who writes it. */
export interface LogTables {
  /** Whether the record is there, and has no entry yet: an entry without a record could never be taken back. */
  isUnplaced(record: string): Promise<boolean>
  last(): Promise<Place | null>
  /** In order, so many at the most. */
  leavesFrom(seq: number, count: number): Promise<Pick<LogRow, 'seq' | 'leaf'>[]>
  enter(row: LogRow): Promise<void>
  sign(row: SignedRow): Promise<void>
}

/** Runs `work`; where the database can be asked for it cheaply, all of it is written or nothing. */
export type WriteLog = (work: (tables: LogTables) => Promise<void>) => Promise<void>

/** By Payload's adapter. A MongoDB has each write safe when it answers, and would only be asked once more for a transaction. */
export function logByPayload(payload: Payload): WriteLog {
  const create = async (collection: 'log' | 'checkpoints', id: number, row: object): Promise<void> => {
    await payload.db.create({ collection, data: { id: String(id), ...row }, returning: false })
  }
  const find = async <Row>(args: object, collection = 'log'): Promise<Row[]> =>
    (await payload.db.find({ collection, pagination: false, ...args })).docs as unknown as Row[]
  const isThere = async (where: object, collection?: string): Promise<boolean> =>
    (await find({ where, limit: 1 }, collection)).length > 0
  const tables: LogTables = {
    isUnplaced: async (record) =>
      (await isThere({ id: { equals: record } }, 'records')) && !(await isThere({ record: { equals: record } })),
    last: async () => {
      const [row] = await find<Place>({ sort: ['-seq'], limit: 1 })
      return row ? { seq: row.seq, placedAt: row.placedAt } : null
    },
    leavesFrom: (seq, count) => find({ where: { seq: { greater_than_equal: seq } }, sort: ['seq'], limit: count }),
    enter: (row) => create('log', row.seq, row),
    sign: (row) => create('checkpoints', row.size, row),
  }
  return (work) => work(tables)
}
