// Publishes COUNT news one after another, as editors do, and tells the median. Usage: append.mjs FOLDER COUNT (DATABASE_URL)
import { middle } from '../children.mjs'
import { openOn } from './editorial.mjs'

const [folder, count] = process.argv.slice(2)
const opening = performance.now()
const { payload, close } = await openOn(folder)
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
