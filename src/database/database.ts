import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import { index } from '@payloadcms/db-sqlite/drizzle/sqlite-core'
import type { DatabaseAdapter, DatabaseAdapterObj } from 'payload'
import { isMongo, sqliteFile } from '../databaseUrl.js'
import { migrations } from '../migrations/index.js'
import { guardArchive } from './guardArchive.js'
import { keepReachable, type Reachable } from './keepReachable.js'
import { protectWithTriggers } from './triggers.js'
import { createSqliteClient } from './sqliteClient.js'
import { followTransactions } from './transactions.js'

/** The database behind Payload, made fit for records: one writer, honest commits, an archive that refuses changes. */
export function payloadDatabase(databaseUrl: string): DatabaseAdapterObj {
  return isMongo(databaseUrl) ? mongo(databaseUrl) : sqlite(sqliteFile(databaseUrl))
}

function mongo(url: string): DatabaseAdapterObj {
  // Without `ensureIndexes` the first writes run before the unique indexes exist.
  const stock = mongooseAdapter({ url, ensureIndexes: true, transactionOptions: {}, connectOptions: patience })
  return {
    ...stock,
    init: (args) => {
      const adapter = stock.init(args) as unknown as MongooseAdapter & DatabaseAdapter
      const { connect, destroy } = adapter
      let reachable: Reachable | undefined
      adapter.connect = async (options) => {
        await connect?.call(adapter, options)
        const onRenewed = (): void =>
          adapter.payload.logger.warn({ msg: 'the connections to the database were made anew' })
        reachable = keepReachable({ client: adapter.connection.getClient(), url, onRenewed })
      }
      adapter.destroy = async () => {
        reachable?.stop()
        await destroy?.call(adapter)
      }
      return followTransactions(guardArchive(adapter)) as never
    },
  }
}

/** An editor is told within seconds that the database cannot be reached; building an index takes its time without a byte. */
const patience = { serverSelectionTimeoutMS: 5_000, connectTimeoutMS: 5_000, socketTimeoutMS: 15_000 } as const

function sqlite(file: string): DatabaseAdapterObj {
  const stock = sqliteAdapter({
    client: { url: `file:${file}` },
    wal: { synchronous: 'FULL' },
    transactionOptions: {},
    push: false,
    afterSchemaInit: [indexSideTablesByParent],
  })
  return {
    ...stock,
    init: (args) => {
      const adapter = stock.init(args) as unknown as SQLiteAdapter & DatabaseAdapter
      const { connect } = adapter
      adapter.connect = async (options) => {
        const client = createSqliteClient({ file })
        adapter.client = client as typeof adapter.client
        await connect?.call(adapter, options)
        await adapter.migrate({ migrations: migrations as never })
        await protectWithTriggers(client)
      }
      return followTransactions(guardArchive(adapter)) as never
    },
  }
}

type AfterSchemaInit = NonNullable<Parameters<typeof sqliteAdapter>[0]['afterSchemaInit']>[number]

/** Payload indexes localized and many-valued side tables by (locale or order, parent) and reads them by parent alone. */
const indexSideTablesByParent: AfterSchemaInit = ({ extendTable, schema }) => {
  for (const [name, table] of Object.entries(schema.tables)) {
    const columns = table as unknown as Record<string, unknown>
    const parent = '_parentID' in columns ? '_parentID' : 'parent' in columns ? 'parent' : undefined
    if (parent && /(_locales|_texts|_numbers|_rels)$/.test(name))
      extendTable({
        table,
        extraConfig: (t) => ({ [`${name}_by_parent`]: index(`${name}_by_parent_idx`).on(t[parent] as never) }),
      })
  }
  return schema
}
