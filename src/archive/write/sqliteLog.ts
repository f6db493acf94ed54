import type { Client, InValue, Transaction } from '@libsql/client'
import type { LogTables, Place, WriteLog } from './logTables.js'

/**
 * By statements of its own, in one transaction: all of it is flushed to disk at once, and Payload's query builder would
 * take three times as long to make the statements as SQLite takes to run them.
 */
export const sqliteLog =
  (client: Pick<Client, 'transaction'>): WriteLog =>
  async (work) => {
    const write = await client.transaction('write')
    try {
      await work(tablesIn(write))
      await write.commit()
    } catch (error) {
      await write.rollback()
      throw error
    }
  }

const UNPLACED = `
  SELECT 1 FROM records WHERE id = ? AND NOT EXISTS (SELECT 1 FROM log WHERE log.record = records.id)`

function tablesIn(write: Transaction): LogTables {
  const run = async <Row>(sql: string, ...args: InValue[]): Promise<Row[]> =>
    (await write.execute({ sql, args })).rows as Row[]
  return {
    isUnplaced: async (record) => (await run(UNPLACED, record)).length > 0,
    last: async () =>
      (await run<Place>('SELECT seq, placed_at AS placedAt FROM log ORDER BY seq DESC LIMIT 1'))[0] ?? null,
    leavesFrom: (seq, count) => run('SELECT seq, leaf FROM log WHERE seq >= ? ORDER BY seq LIMIT ?', seq, count),
    enter: async ({ seq, record, placedAt, publicFrom, leaf }) =>
      void (await run(
        'INSERT INTO log (id, seq, record, placed_at, public_from, leaf) VALUES (?, ?, ?, ?, ?, ?)',
        ...[String(seq), seq, record, placedAt, publicFrom, leaf],
      )),
    sign: async ({ size, signedAt, root, peaks, publicKey, note }) =>
      void (await run(
        'INSERT INTO checkpoints (id, size, signed_at, root, peaks, public_key, note) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ...[String(size), size, signedAt, root, peaks, publicKey, note],
      )),
  }
}
