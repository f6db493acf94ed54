import { statSync } from 'node:fs'
import Database from 'libsql'
import { type PersistedDocument, type WebsiteReader, withoutEmpty } from './model.js'

const KINDS = ['topic', 'strategy', 'edition', 'news', 'contact']

type WebsiteRow = { id: string; county: string } & Record<string, string | null>
interface PartRow {
  website: string
  value: string
}

export function sqliteWebsites(file: string): WebsiteReader {
  let open: ReturnType<typeof prepare> | undefined
  const ask = async <T>(question: (statements: ReturnType<typeof prepare>) => T): Promise<T> => {
    open ??= prepare(file)
    try {
      return question(open)
    } catch (error) {
      // The file may have been replaced: the next question opens it anew.
      open.database.close()
      open = undefined
      throw error
    }
  }
  return {
    websites: () =>
      ask(({ websites, origins, keys }) => {
        const parts = { origins: origins.all() as PartRow[], keys: keys.all() as PartRow[] }
        const of = (rows: readonly PartRow[], id: string): string[] =>
          rows.flatMap(({ website, value }) => (website === id ? [value] : []))
        return (websites.all() as WebsiteRow[]).map((row) => ({
          county: row.county,
          origins: of(parts.origins, row.id),
          paths: withoutEmpty(Object.fromEntries(KINDS.map((kind) => [kind, row[kind]]))),
          keys: of(parts.keys, row.id),
        }))
      }),
    documentsVersion: () =>
      ask(({ version }) => {
        const { count, newest } = version.get() as { count: number; newest: string | null }
        return `${count} ${newest}`
      }),
    documents: () => ask(({ documents }) => documents.all() as PersistedDocument[]),
    close: async () => {
      open?.database.close()
    },
  }
}

function prepare(file: string) {
  // SQLite would make one that is not there.
  statSync(file)
  const database = new Database(file)
  database.exec('PRAGMA busy_timeout = 5000')
  database.exec('PRAGMA query_only = ON')
  const paths = KINDS.map((kind) => `paths_${kind} AS ${kind}`).join(', ')
  return {
    database,
    websites: database.prepare(`SELECT id, county, ${paths} FROM websites ORDER BY county`),
    origins: database.prepare('SELECT _parent_id AS website, origin AS value FROM websites_origins ORDER BY _order'),
    keys: database.prepare('SELECT _parent_id AS website, hash AS value FROM websites_keys ORDER BY _order'),
    version: database.prepare('SELECT COUNT(*) AS count, MAX(registered_at) AS newest FROM persisted_documents'),
    documents: database.prepare('SELECT county, sha256, text FROM persisted_documents'),
  }
}
