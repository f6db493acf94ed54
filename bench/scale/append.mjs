// Publishes COUNT news one after another, as editors do, and tells the median. Usage: append.mjs FOLDER COUNT (DATABASE_URL)
import path from 'node:path'
import { middle } from '../children.mjs'

process.env.NODE_ENV = 'production'
const { readConfig } = await import('../../dist/src/config.js')
const { openEditorial } = await import('../../dist/src/editorial/open.js')

const [folder, count] = process.argv.slice(2)
const dataDir = path.resolve(folder)
const config = readConfig({
  ...process.env,
  DATA_DIR: dataDir,
  MEDIA_DIR: path.join(dataDir, 'media'),
  LOG_LEVEL: 'error',
})
const opening = performance.now()
const { payload, close } = await openEditorial({ config })
const opened = performance.now() - opening
const publish = async (n) => {
  const slug = `nyhet-${Date.now()}-${n}`
  const data = { audience: 'own', _status: 'published', owner: 'gavleborg', title: `Nyhet ${n}`, slug, topics: [] }
  const started = performance.now()
  await payload.create({ collection: 'news', data: { ...data, importance: 'ordinary' } })
  return performance.now() - started
}
for (let n = 0; n < 30; n += 1) await publish(n)
const times = []
for (let n = 0; n < Number(count); n += 1) times.push(await publish(30 + n))
console.log(JSON.stringify({ opened, publish: middle(times) }))
await close()
process.exit(0)
