import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** What `DATABASE_URL` names: a MongoDB, or a file of SQLite. */
export const isMongo = (databaseUrl: string): boolean => databaseUrl.startsWith('mongodb')

/** `file:` addresses may be relative paths, absolute paths or URLs. */
export const sqliteFile = (databaseUrl: string): string =>
  databaseUrl.startsWith('file://') ? fileURLToPath(databaseUrl) : path.resolve(databaseUrl.slice('file:'.length))
