import Database from 'libsql'
import { ServiceError } from '../../../errors.js'

/**
 * Takes a lock that the operating system lets go of when the process ends, however it ends. Node has none of its own;
 * SQLite's is the same on every system.
 *
 * @returns lets go of it
 * @throws ServiceError DATABASE_BUSY where another process has it
 */
export function lockFile(file: string): () => void {
  const database = new Database(file)
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    database.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    database.close()
    throw new ServiceError(
      'DATABASE_BUSY',
      {
        sv: `En annan process använder redan ${file}. Ge varje instans en egen mapp: SHELF_DIR=…`,
        en: `Another process uses ${file} already. Give each instance a folder of its own: SHELF_DIR=…`,
      },
      { cause },
    )
  }
  return () => database.close()
}
