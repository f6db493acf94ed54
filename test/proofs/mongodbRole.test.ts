import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { MongoClient } from 'mongodb'
import { privilegesIn, readingPrivilegesIn } from '../../src/cli/mongodbRole.js'
import { archiveTables } from '../../src/database/archiveTables.js'
import { publishedNews } from '../support/content.js'
import { mongo } from '../support/databases.js'
import { discard, startEditorial } from '../support/service.js'
import { where } from '../support/where.js'

const privileges = privilegesIn('lanskallan')
const namesOf = (may: (actions: string[]) => boolean): string[] =>
  privileges.filter(({ actions }) => may(actions)).map(({ resource }) => resource.collection)

test('the role may add to every part of the archive, and change or remove nothing there', () => {
  const added: string[] = archiveTables.map((table) => (table === 'log' ? 'logs' : table))
  expect(namesOf((actions) => actions.includes('insert'))).toEqual(expect.arrayContaining(added))
  const changed = namesOf((actions) => actions.includes('update') || actions.includes('remove'))
  expect(changed.filter((name) => added.includes(name))).toEqual([])
})

test('the role of who only delivers finds what delivery reads, and may do nothing else', () => {
  const sources = ['src/archive/read/mongoReader.ts', 'src/websites/mongoReader.ts'].map((file) =>
    readFileSync(file, 'utf8'),
  )
  const read = [...sources.join('\n').matchAll(/collection<\w+>\('([^']+)'\)/g)].map(([, name]) => name)
  const may = readingPrivilegesIn('lanskallan')
  expect(may.map(({ resource }) => resource.collection).toSorted()).toEqual(
    [...read, 'files.files', 'files.chunks'].toSorted(),
  )
  expect(may.flatMap(({ actions }) => actions).every((action) => action === 'find')).toBe(true)
})

const onMongo = where(process.env['TEST_MONGODB_URL'] !== undefined, 'the role beside a real MongoDB, for want of one.')
onMongo('the role names every collection that the service makes', async () => {
  const editorial = await startEditorial(mongo)
  await publishedNews(editorial.payload)
  const client = await MongoClient.connect(editorial.databaseUrl)
  const made = await client.db().listCollections({}, { nameOnly: true }).toArray()
  await client.close()
  await discard(editorial)
  expect(made.length).toBeGreaterThan(10)
  expect(namesOf(() => true)).toEqual(expect.arrayContaining(made.map(({ name }) => name)))
})
