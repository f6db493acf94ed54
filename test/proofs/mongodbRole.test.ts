import { expect, test } from '@jest/globals'
import { MongoClient } from 'mongodb'
import { privilegesIn } from '../../src/cli/mongodbRole.js'
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
