import type { InArgs, InStatement, ResultSet, Row, Value } from '@libsql/client'
import type Database from 'libsql'
import { LRUCache } from 'lru-cache'

/** One SQLite connection that speaks libSQL's result sets. Everything in it is synchronous: nothing can come between. */
export interface Connection {
  run(sql: string, args?: InArgs): ResultSet
  runStatement(statement: InStatement): ResultSet
  runScript(sql: string): void
  /** BEGIN, COMMIT and ROLLBACK: never kept, since a kept COMMIT that failed goes on holding its snapshot. */
  control(sql: string): void
  atomically<T>(mode: string, work: () => T): T
  withoutForeignKeys<T>(work: () => T): T
  isInTransaction(): boolean
  close(): void
}

/** libSQL keeps memory for every statement that it prepares and never frees it, so each text is prepared once. */
const STATEMENTS_KEPT = 1_000

export function createConnection(database: Database.Database): Connection {
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA busy_timeout = 5000')
  database.exec('PRAGMA synchronous = FULL')
  database.exec('PRAGMA foreign_keys = ON')
  const statements = new LRUCache<string, Prepared>({ max: STATEMENTS_KEPT })

  const prepared = (sql: string): Prepared => {
    const kept = statements.get(sql)
    if (kept) return kept
    const fresh = prepare(database, sql)
    statements.set(sql, fresh)
    return fresh
  }
  const run = (sql: string, args?: InArgs): ResultSet => {
    // The columns of kept statements may have changed with the schema.
    if (/^\s*(create|alter|drop|pragma)\b/i.test(sql)) statements.clear()
    return prepared(withNamesThatRepeat(sql))(bind(args))
  }
  const runStatement = (statement: InStatement): ResultSet =>
    typeof statement === 'string' ? run(statement) : run(statement.sql, statement.args)
  const runScript = (sql: string): void => {
    statements.clear()
    database.exec(sql)
  }
  const atomically = <T>(mode: string, work: () => T): T => {
    database.exec(mode === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN')
    try {
      const result = work()
      database.exec('COMMIT')
      return result
    } finally {
      if (database.inTransaction) database.exec('ROLLBACK')
    }
  }
  return {
    run,
    runStatement,
    runScript,
    control: (sql) => void database.exec(sql),
    atomically,
    withoutForeignKeys: (work) => {
      database.exec('PRAGMA foreign_keys = OFF')
      try {
        return atomically('write', work)
      } finally {
        database.exec('PRAGMA foreign_keys = ON')
      }
    },
    isInTransaction: () => database.inTransaction,
    close: () => {
      statements.clear()
      database.close()
    },
  }
}

/** As Payload names each table that it joins to a query. */
const NAME = /"[0-9a-f]{8}(?:_[0-9a-f]{4}){3}_[0-9a-f]{12}"/g

/**
 * Payload gives each joined table a new random name in every query, so that no text ever came again: each was prepared,
 * which for the locks takes longer than all else that saving a document asks, and kept in vain.
 */
function withNamesThatRepeat(sql: string): string {
  const names = new Map<string, string>()
  return sql.replaceAll(NAME, (random) => {
    const name = names.get(random) ?? `"joined_${names.size}"`
    names.set(random, name)
    return name
  })
}

type Prepared = (args: unknown[] | Record<string, unknown>) => ResultSet

function prepare(database: Database.Database, sql: string): Prepared {
  const statement = database.prepare(sql)
  if (!statement.reader)
    return (args) => {
      const info = statement.run(args)
      return resultSet([], [], info.changes, BigInt(info.lastInsertRowid))
    }
  statement.raw(true)
  const columns = statement.columns().map((column) => column.name)
  return (args) => resultSet(columns, statement.all(args) as Value[][], 0, undefined)
}

function resultSet(
  columns: string[],
  rows: Value[][],
  rowsAffected: number,
  lastInsertRowid: bigint | undefined,
): ResultSet {
  return {
    columns,
    columnTypes: columns.map(() => ''),
    rows: rows.map((values) => rowOf(columns, values)),
    rowsAffected,
    lastInsertRowid,
    toJSON: () => ({ columns, rows, rowsAffected }),
  }
}

/** A row can be read by position, which drizzle does, and by name; only the names are enumerable. */
function rowOf(columns: string[], values: Value[]): Row {
  const row = {} as Row
  Object.defineProperty(row, 'length', { value: values.length })
  values.forEach((value, position) => {
    Object.defineProperty(row, position, { value })
    const name = columns[position]
    if (name !== undefined && !Object.hasOwn(row, name)) row[name] = value
  })
  return row
}

const bind = (args: InArgs | undefined): unknown[] | Record<string, unknown> => {
  if (args === undefined) return []
  if (Array.isArray(args)) return args.map(sqlValue)
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name.replace(/^[@$:]/, ''), sqlValue(value)]))
}

const sqlValue = (value: unknown): unknown => {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === undefined) return null
  if (value instanceof Date) return value.valueOf()
  return value
}
