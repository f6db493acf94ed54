import Database from 'libsql'
import { MongoClient, type Collection, type Document } from 'mongodb'
import { sqliteFile } from '../../src/databaseUrl.js'
import type { TestDatabase } from './databases.js'

type Table = 'log' | 'records' | 'snapshots' | 'statements' | 'checkpoints'

/** What a fault of the disk, or somebody at the database itself, does: past the service and past the guards. */
export interface Faults {
  lose(table: Table, id: string): Promise<void>
  /** A row that nobody recorded. */
  add(table: Table, row: { id: string } & Record<string, unknown>): Promise<void>
  /** Puts another value where `column` (as Payload names it) was. */
  set(table: Table, id: string, column: string, value: unknown): Promise<void>
}

export const faultsOn = (database: TestDatabase, databaseUrl: () => string): Faults => {
  const onSqlite = async (work: (direct: Database.Database) => unknown): Promise<void> => {
    const direct = new Database(sqliteFile(databaseUrl()))
    const triggers = direct.prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`).all() as Trigger[]
    for (const { name } of triggers) direct.exec(`DROP TRIGGER ${name}`)
    work(direct)
    for (const { sql } of triggers) direct.exec(sql)
    direct.close()
  }
  const onMongo = async (table: Table, work: (rows: Rows) => Promise<unknown>): Promise<void> => {
    const client = await MongoClient.connect(databaseUrl())
    // Mongoose puts the name of a collection into the plural.
    await work(client.db().collection(table === 'log' ? 'logs' : table))
    await client.close()
  }
  const isSqlite = database.name === 'SQLite'
  return {
    lose: (table, id) =>
      isSqlite
        ? onSqlite((direct) => direct.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id))
        : onMongo(table, (rows) => rows.deleteOne({ _id: id })),
    add: (table, { id, ...row }) => {
      const columns = ['id', ...Object.keys(row)]
      const sql = `INSERT INTO ${table} (${columns.map(snake).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
      return isSqlite
        ? onSqlite((direct) => direct.prepare(sql).run(id, ...Object.values(row)))
        : onMongo(table, (rows) => rows.insertOne({ _id: id, ...row }))
    },
    set: (table, id, column, value) =>
      isSqlite
        ? onSqlite((direct) => direct.prepare(`UPDATE ${table} SET ${snake(column)} = ? WHERE id = ?`).run(value, id))
        : onMongo(table, (rows) => rows.updateOne({ _id: id }, { $set: { [column]: value } })),
  }
}

interface Trigger {
  name: string
  sql: string
}
type Rows = Collection<Document & { _id: string }>

const snake = (column: string): string => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
