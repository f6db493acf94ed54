// Publishes the content of the comparisons as editors do, on a folder's SQLite or on DATABASE_URL; makes an account that may
// publish, and a website that has registered its queries and has its key in FOLDER/website.key. Usage: fill.mjs FOLDER
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { MongoClient } from 'mongodb'
import { openOn } from './scale/editorial.mjs'
import { persisted } from './cases.mjs'
import { account, LARGEST, publishContent } from './content.mjs'

const { createRegisterDocuments } = await import('../dist/src/editorial/registerDocuments.js')
const { hashOf, hintOf, newKey } = await import('../dist/src/websites/keys.js')

const folder = path.resolve(process.argv[2])
const mongoUrl = process.env.DATABASE_URL
if (mongoUrl) {
  // What an earlier run left is signed with a key that went with its folder.
  const client = await MongoClient.connect(mongoUrl)
  await client.db().dropDatabase()
  await client.close()
}
const { payload, close } = await openOn(folder)
const now = () => new Date().toISOString()
const key = newKey()
await payload.create({
  collection: 'websites',
  data: { county: LARGEST, keys: [{ hash: hashOf(key), hint: hintOf(key), createdAt: now() }] },
})
writeFileSync(path.join(folder, 'website.key'), key, { mode: 0o600 })
await createRegisterDocuments(payload, now)(LARGEST, persisted)
await payload.create({
  collection: 'users',
  data: { name: 'Publicist', ...account, assignments: [{ role: 'publisher', county: LARGEST }] },
})
await publishContent(
  (collection, data) => payload.create({ collection, data: { audience: 'own', _status: 'published', ...data } }),
  (done) => console.error(`  ${done}`),
)
await close()
process.exit(0)
