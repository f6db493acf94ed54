// Fills an empty database, of either kind, with COUNT generated records. Usage: fill.mjs FOLDER COUNT
// [REVISIONS of each document] (DATABASE_URL)
import Database from 'libsql'
import { MongoClient } from 'mongodb'
import { openOn } from './editorial.mjs'
import { archiveOf } from './records.mjs'

const { isMongo, sqliteFile } = await import('../../dist/src/databaseUrl.js')
const { openLogKey } = await import('../../dist/src/archive/write/logKey.js')

const [folder, count, revisions] = process.argv.slice(2)
// The service makes its tables, indexes, guards and key itself.
const { config, close } = await openOn(folder)
await close()

const rows = archiveOf(Number(count), openLogKey(config.logKeyFile, 'unused'), revisions && Number(revisions))
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
  // As a service that ran for a while leaves it.
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
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
