// Publishes the content of the comparisons as editors do, on a folder's SQLite or on DATABASE_URL, and makes an account
// that may publish. Usage: fill.mjs FOLDER
import { openOn } from './scale/editorial.mjs'
import { account, LARGEST, publishContent } from './content.mjs'

const { payload, close } = await openOn(process.argv[2])
const create = (collection, data) =>
  payload.create({ collection, data: { audience: 'own', _status: 'published', ...data } })
await payload.create({
  collection: 'users',
  data: { name: 'Publicist', ...account, assignments: [{ role: 'publisher', county: LARGEST }] },
})
await publishContent(create, (done) => console.error(`  ${done}`))
await close()
process.exit(0)
