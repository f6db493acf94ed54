// Publishes the content of the comparisons on stock Payload. Usage: fill.mjs FOLDER
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { getPayload } from 'payload'
import { account, publishContent } from '../content.mjs'
import { stockConfig } from './config.mjs'

const folder = path.resolve(process.argv[2])
mkdirSync(folder, { recursive: true })
const payload = await getPayload({ config: stockConfig(path.join(folder, 'stock.db')) })
await payload.create({ collection: 'users', data: { name: 'Publicist', ...account } })
await publishContent(
  (collection, data) => payload.create({ collection, data: { _status: 'published', ...data } }),
  (done) => console.error(`  ${done}`),
)
process.exit(0)
