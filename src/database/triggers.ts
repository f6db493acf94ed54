import type { Client } from '@libsql/client'
import { archiveTables } from './archiveTables.js'
import { ServiceError } from '../errors.js'

/**
 * Makes SQLite itself refuse to change or remove what is archived. Done at every start, because a rebuild of a table
 * drops its triggers; afterwards the schema is read back, and a missing guard stops the start.
 */
export async function protectWithTriggers(client: Client): Promise<void> {
  for (const table of archiveTables)
    for (const act of ['UPDATE', 'DELETE'] as const)
      await client.execute(
        `CREATE TRIGGER IF NOT EXISTS ${triggerName(table, act)} BEFORE ${act} ON ${table} ` +
          `BEGIN SELECT RAISE(ABORT, 'IMMUTABLE: ${table} is append-only'); END`,
      )
  await assertTriggers(client)
}

/** @throws ServiceError BAD_CONFIG naming the guards that are missing. */
export async function assertTriggers(client: Client): Promise<void> {
  const found = await client.execute(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
  const names = new Set(found.rows.map((row) => row['name']))
  const missing = archiveTables
    .flatMap((table) => [triggerName(table, 'UPDATE'), triggerName(table, 'DELETE')])
    .filter((name) => !names.has(name))
  if (missing.length > 0)
    throw new ServiceError('BAD_CONFIG', {
      sv: `Arkivets skydd saknas i databasen: ${missing.join(', ')}. Tjänsten startar inte utan dem.`,
      en: `The database lacks the guards of the archive: ${missing.join(', ')}. The service does not start without them.`,
    })
}

const triggerName = (table: string, act: 'UPDATE' | 'DELETE'): string => `${table}_refuse_${act.toLowerCase()}`
