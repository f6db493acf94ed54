// Fills an empty database, of either kind, with COUNT generated records. Usage: fill.mjs FOLDER COUNT (DATABASE_URL)
import path from 'node:path'
import Database from 'libsql'
import { MongoClient } from 'mongodb'
import { archiveOf } from './records.mjs'

process.env.NODE_ENV = 'production'
const { readConfig } = await import('../../dist/src/config.js')
const { isMongo, sqliteFile } = await import('../../dist/src/databaseUrl.js')
const { openEditorial } = await import('../../dist/src/editorial/open.js')
const { openLogKey } = await import('../../dist/src/archive/write/logKey.js')

const [folder, count] = process.argv.slice(2)
const dataDir = path.resolve(folder)
const config = readConfig({
  ...process.env,
  DATA_DIR: dataDir,
  MEDIA_DIR: path.join(dataDir, 'media'),
  LOG_LEVEL: 'error',
})
// The service makes its tables, indexes, guards and key itself.
const editorial = await openEditorial({ config })
await editorial.close()

const rows = archiveOf(Number(count), openLogKey(config.logKeyFile, 'unused'))
if (isMongo(config.databaseUrl)) await intoMongo(rows)
else intoSqlite(rows)
process.exit(0)

function intoSqlite(all) {
  const database = new Database(sqliteFile(config.databaseUrl))
  const statements = new Map()
  const column = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const insert = (table, row) => {
    const names = Object.keys(row)
    if (!statements.has(table))
      statements.set(
        table,
        database.prepare(
          `INSERT INTO ${table} (${names.map(column).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        ),
      )
    statements.get(table).run(...Object.values(row))
  }
  database.exec('BEGIN')
  for (const record of all) for (const [table, row] of Object.entries(record)) insert(table, row)
  database.exec('COMMIT')
  database.close()
}

async function intoMongo(all) {
  const client = await MongoClient.connect(config.databaseUrl)
  const batches = {}
  const flush = async () => {
    for (const [name, batch] of Object.entries(batches)) {
      // Mongoose puts the name of a collection into the plural.
      const collection = client.db().collection(name === 'log' ? 'logs' : name)
      if (batch.length > 0) await collection.insertMany(batch.splice(0))
    }
  }
  for (const record of all) {
    for (const [name, { id, ...row }] of Object.entries(record)) (batches[name] ??= []).push({ _id: id, ...row })
    if (batches.log.length === 1_000) await flush()
  }
  await flush()
  await client.close()
}
