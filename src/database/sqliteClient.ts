import type { Client, InArgs, InStatement, ResultSet, Transaction, TransactionMode } from '@libsql/client'
import Database from 'libsql'
import { ServiceError } from '../errors.js'
import { createConnection, type Connection } from './sqliteConnection.js'
import { createTurns, type Turns } from './turns.js'

export interface SqliteClientOptions {
  /** Absolute path of the database file. */
  file: string
  /** How long a writer waits for its turn, in milliseconds. */
  patienceMilliseconds?: number
}

/**
 * The client that Payload's SQLite adapter works through.
 *
 * SQLite has one writer. libSQL's own client opens a connection per transaction (without the pragmas, and never closed)
 * and lets writers collide. This one keeps two connections, one that writes and one that reads what is committed, and
 * hands out turns: every write of the process, inside a transaction or not, waits for the one before it.
 */
export function createSqliteClient({ file, patienceMilliseconds = 30_000 }: SqliteClientOptions): Client {
  const writer = createConnection(new Database(file))
  const reader = createConnection(new Database(file))
  const turns = createTurns(patienceMilliseconds)
  let closed = false

  const inTurn = async <T>(label: string, work: () => T): Promise<T> => {
    const release = await turns.take(label)
    try {
      return work()
    } finally {
      release()
    }
  }
  const execute = async (statement: InStatement | string, args?: InArgs): Promise<ResultSet> => {
    const sql = typeof statement === 'string' ? statement : statement.sql
    const values = typeof statement === 'string' ? args : statement.args
    if (isRead(sql)) return reader.run(sql, values)
    return inTurn(sql, () => writer.run(sql, values))
  }
  const batch = (statements: readonly InStatement[], mode: TransactionMode = 'deferred'): Promise<ResultSet[]> =>
    inTurn('batch', () => writer.atomically(mode, () => statements.map((one) => writer.runStatement(one))))

  return {
    protocol: 'file',
    get closed() {
      return closed
    },
    execute,
    batch: (statements) => batch(statements.map((one) => (Array.isArray(one) ? { sql: one[0], args: one[1] } : one))),
    migrate: (statements) =>
      inTurn('migrate', () => writer.withoutForeignKeys(() => statements.map((one) => writer.runStatement(one)))),
    transaction: async (mode: TransactionMode = 'write') => beginTransaction(writer, turns, mode),
    executeMultiple: (sql) => inTurn('executeMultiple', () => writer.runScript(sql)),
    sync: () =>
      Promise.reject(
        new ServiceError('INTERNAL', {
          sv: 'Filen har ingen kopia att jämka med.',
          en: 'A file has no replica to sync with.',
        }),
      ),
    close: () => {
      closed = true
      writer.close()
      reader.close()
    },
  } as Client
}

/** Only what is sure to read goes to the reader: anything else takes its turn. */
const isRead = (sql: string): boolean => /^\s*(select|explain)\b/i.test(sql)

async function beginTransaction(writer: Connection, turns: Turns, mode: TransactionMode): Promise<Transaction> {
  const release = await turns.take('transaction')
  let open = true
  const end = (sql: 'COMMIT' | 'ROLLBACK'): void => {
    if (!open) return
    try {
      writer.control(sql)
      open = false
    } catch (error) {
      // A COMMIT that fails leaves the transaction open: undo it, or it would swallow the next writer's work.
      if (writer.isInTransaction()) writer.control('ROLLBACK')
      open = false
      throw error
    } finally {
      release()
    }
  }
  try {
    writer.control(mode === 'read' ? 'BEGIN' : 'BEGIN IMMEDIATE')
  } catch (error) {
    release()
    throw error
  }
  const assertOpen = (): void => {
    if (!open)
      throw new ServiceError('DATABASE_BUSY', {
        sv: 'Skrivningen var redan avslutad. Försök igen.',
        en: 'The transaction had already ended. Try again.',
      })
  }
  return {
    get closed() {
      return !open
    },
    execute: async (statement: InStatement) => {
      assertOpen()
      return writer.runStatement(statement)
    },
    batch: async (statements: InStatement[]) => {
      assertOpen()
      return statements.map((one) => writer.runStatement(one))
    },
    executeMultiple: async (sql: string) => {
      assertOpen()
      writer.runScript(sql)
    },
    commit: async () => end('COMMIT'),
    rollback: async () => end('ROLLBACK'),
    close: () => end('ROLLBACK'),
  } as Transaction
}
