// Writes the next migration of the SQLite schema into src/migrations, by comparing the collections with the last one.
// Run it after `npm run build:server`, then read what it wrote: a rebuilt table must never be one of the archive's.
import { rmSync } from 'node:fs'
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Usage: npm run migration -- a_name_in_lower_case')
  process.exit(2)
}
const folder = mkdtempSync(path.join(os.tmpdir(), 'lanskallan-migration-'))
process.env.NODE_ENV = 'production'
process.env.PAYLOAD_MIGRATING = 'true'
process.env.DATA_DIR = folder
const { getPayload } = await import('payload')
const { default: config } = await import('../dist/src/payload.config.js')
const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
await payload.db.createMigration({ payload, migrationName: name, forceAcceptWarning: true })
rmSync(folder, { recursive: true, force: true })
process.exit(0)
