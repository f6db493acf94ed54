import type { Client } from '@libsql/client'
import { archiveTables, type ArchiveTable } from './archiveTables.js'
import { ServiceError } from '../errors.js'

/** What no two rows share. `INSERT OR REPLACE` removes whatever collides without asking the triggers for DELETE. */
const keys: Record<ArchiveTable, readonly string[]> = {
  records: ['rowid = NEW.rowid', 'id = NEW.id', '(document = NEW.document AND revision = NEW.revision)'],
  snapshots: ['rowid = NEW.rowid', 'id = NEW.id'],
  statements: ['rowid = NEW.rowid', 'id = NEW.id'],
  log: ['rowid = NEW.rowid', 'id = NEW.id', 'seq = NEW.seq', 'record = NEW.record'],
  holds: ['rowid = NEW.rowid', 'id = NEW.id'],
  checkpoints: ['rowid = NEW.rowid', 'id = NEW.id', 'size = NEW.size'],
}

const acts = ['INSERT', 'UPDATE', 'DELETE'] as const
type Act = (typeof acts)[number]

/**
 * Makes SQLite itself refuse to change or remove what is archived. Done at every start, because a rebuild of a table
 * drops its triggers; afterwards the schema is read back, and a missing guard stops the start.
 */
export async function protectWithTriggers(client: Client): Promise<void> {
  const statements = archiveTables.flatMap((table) =>
    acts.flatMap((act) => [
      `DROP TRIGGER IF EXISTS ${triggerName(table, act)}`,
      `CREATE TRIGGER ${triggerName(table, act)} BEFORE ${act} ON ${table} ${condition(table, act)}` +
        `BEGIN SELECT RAISE(ABORT, 'IMMUTABLE: ${table} is append-only'); END`,
    ]),
  )
  await client.batch(statements)
  await assertTriggers(client)
}

/** A snapshot may go where a later record of its document disposes of it. */
const isDisposed = `WHEN NOT EXISTS (SELECT 1 FROM records AS own JOIN records AS disposal ON disposal.document = own.document
  WHERE own.id = OLD.id AND disposal.action = 'DISPOSE' AND disposal.revision > own.revision) `

const condition = (table: ArchiveTable, act: Act): string => {
  if (act === 'INSERT') return `WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${keys[table].join(' OR ')}) `
  return act === 'DELETE' && table === 'snapshots' ? isDisposed : ''
}

/** @throws ServiceError BAD_CONFIG naming the guards that are missing. */
export async function assertTriggers(client: Client): Promise<void> {
  const found = await client.execute(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
  const names = new Set(found.rows.map((row) => row['name']))
  const missing = archiveTables
    .flatMap((table) => acts.map((act) => triggerName(table, act)))
    .filter((name) => !names.has(name))
  if (missing.length > 0)
    throw new ServiceError('BAD_CONFIG', {
      sv: `Arkivets skydd saknas i databasen: ${missing.join(', ')}. Tjänsten startar inte utan dem.`,
      en: `The database lacks the guards of the archive: ${missing.join(', ')}. The service does not start without them.`,
    })
}

const triggerName = (table: ArchiveTable, act: Act): string => `${table}_refuse_${act.toLowerCase()}`
