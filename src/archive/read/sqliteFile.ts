import { statSync } from 'node:fs'
import Database from 'libsql'
import { ServiceError } from '../../errors.js'

/** A file of SQLite that is read while others write it, and that may be gone for a while. */
export interface SqliteFile {
  /** Makes something of the file's connection, once for each time that it is opened. */
  prepared<T>(make: (database: Database.Database) => T): () => T
  close(): void
}

/**
 * Opened when it is first asked, and again where another file has taken its place, as after a restore: SQLite itself
 * would go on reading the old one. It is never made here, and nothing is written to it.
 */
export function sqliteFileAt(file: string): SqliteFile {
  let opened: { database: Database.Database; identity: string } | undefined
  const database = (): Database.Database => {
    const identity = identityOf(file)
    if (opened?.identity === identity) return opened.database
    opened?.database.close()
    opened = undefined
    opened = { database: openReadOnly(file), identity }
    return opened.database
  }
  return {
    prepared: <T>(make: (database: Database.Database) => T) => {
      let made: { of: Database.Database; value: T } | undefined
      return () => {
        const current = database()
        if (made?.of !== current) made = { of: current, value: make(current) }
        return made.value
      }
    },
    close: () => opened?.database.close(),
  }
}

function openReadOnly(file: string): Database.Database {
  const database = new Database(file)
  database.exec('PRAGMA busy_timeout = 500')
  database.exec('PRAGMA query_only = ON')
  return database
}

/** @throws ServiceError ARCHIVE_UNAVAILABLE where there is no such file */
function identityOf(file: string): string {
  try {
    const { dev, ino } = statSync(file)
    return `${dev}/${ino}`
  } catch (cause) {
    throw new ServiceError(
      'ARCHIVE_UNAVAILABLE',
      { sv: `Databasen ${file} går inte att läsa.`, en: `The database ${file} cannot be read.` },
      { cause },
    )
  }
}
