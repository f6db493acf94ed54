import type { Command } from 'commander'
import { archiveTables } from '../database/archiveTables.js'

/** Mongoose puts the name of a collection into the plural; these have one already, but for the log. */
const collectionOf = (table: string): string => (table === 'log' ? 'logs' : table)

/** Prints the role for the service's own account: what is archived can be found and inserted, and nothing else. */
export function mongodbRoleVerb(program: Command): void {
  program
    .command('mongodb-role')
    .description('print the MongoDB role that lets the service add to the archive, and change nothing in it')
    .argument('<database>', 'the name of the database')
    .option('--delivery', 'the role for instances with ROLE=delivery: it reads what they serve, and nothing else')
    .addHelpText(
      'after',
      '\nPaste it into mongosh as an administrator, then create the service’s user with this role alone.\n' +
        'It has no right to remove snapshots: a disposal is run by an account that has it.',
    )
    .action((database: string, { delivery }: { delivery?: boolean }) => {
      const role = delivery
        ? { createRole: 'lanskallanDelivery', privileges: readingPrivilegesIn(database), roles: [] }
        : { createRole: 'lanskallan', privileges: privilegesIn(database), roles: [] }
      process.stdout.write(
        `db.getSiblingDB(${JSON.stringify(database)}).runCommand(${JSON.stringify(role, null, 2)})\n`,
      )
    })
}

interface Privilege {
  resource: { db: string; collection: string }
  actions: string[]
}

export function privilegesIn(database: string): Privilege[] {
  const archived = archiveTables.map(collectionOf)
  const add = archived.map((collection) => ({
    resource: { db: database, collection },
    actions: ['find', 'insert', 'createIndex', 'listIndexes', 'collStats'],
  }))
  const work = editable.map((collection) => ({
    resource: { db: database, collection },
    actions: ['find', 'insert', 'update', 'remove', 'createIndex', 'listIndexes', 'createCollection', 'collStats'],
  }))
  const whole = { resource: { db: database, collection: '' }, actions: ['listCollections'] }
  return [whole, ...add, ...work]
}

/** What an instance that only delivers reads: no drafts, no accounts, and no statement of who did what. */
export const readingPrivilegesIn = (database: string): Privilege[] =>
  ['logs', 'records', 'snapshots', 'checkpoints', 'files.files', 'files.chunks', 'websites', 'persisted-documents'].map(
    (collection) => ({ resource: { db: database, collection }, actions: ['find'] }),
  )

/** What editors and accounts write, and what Payload keeps beside it. */
const editable = [
  ...['topics', 'strategies', 'editions', 'news', 'contacts'].flatMap((name) => [name, `_${name}_versions`]),
  ...['media', 'websites', 'persisted-documents', 'users', 'fixities', 'files.files', 'files.chunks'],
  ...['payload-preferences', 'payload-locked-documents', 'payload-migrations', 'payload-kvs'],
]
