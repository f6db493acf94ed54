// From the moment an editor's change is sent until the public side shows it: on the instance that took it, on another one
// on the same database, and on stock Payload.
import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { middle } from '../children.mjs'
import { account, LARGEST } from '../content.mjs'
import { filled, OURS } from '../prepare.mjs'
import { short, table, target } from '../report.mjs'
import { ask, sendJson, startOurs, startStock } from '../servers.mjs'
import { getRequest, postRequest } from '../cases.mjs'

/** Publications before those that count. */
const WARM = 5

export async function publishing({ folders, root, full, progress }) {
  const times = full ? 100 : 50
  const mongoUrl = process.env.MONGODB_URL
  const rows = []
  const measure = async (where, writer, reader, makeReader, servers) => {
    progress(`publishing: ${where}`)
    rows.push({ where, ...(await publishAndSee({ writer, times, see: makeReader(reader.port) })) })
    await Promise.all(servers.map((one) => one.stop()))
  }
  const copied = (name) => {
    const folder = path.join(root, `${name}-written`)
    rmSync(folder, { recursive: true, force: true })
    cpSync(folders[name], folder, { recursive: true })
    return folder
  }

  const stock = await startStock(copied('stock'))
  await measure('stock Payload, SQLite', stock, stock, titleOnStock, [stock])
  const places = [['SQLite', copied('ours'), {}]]
  if (mongoUrl) {
    const env = { DATABASE_URL: mongoUrl.replace('/?', '/lanskallan-bench?') }
    places.push(['MongoDB', filled(path.join(root, 'mongodb'), 'fill.mjs', OURS, env, progress), env])
  }
  for (const [database, folder, env] of places) {
    const editors = await startOurs(folder, { env: { ...env, ROLE: 'all' } })
    await measure(`the same instance, ${database}`, editors, editors, titleOnOurs, [])
    const other = await startOurs(folder, { env })
    await measure(`another instance, ${database}`, editors, other, titleOnOurs, [editors, other])
  }
  const row = (where) => rows.find((one) => one.where === where)
  const targets = [
    target(
      'seen on the same instance: times stock Payload’s own publishing',
      row('the same instance, SQLite').seen / row('stock Payload, SQLite').answered,
      1,
    ),
    ...places.flatMap(([database]) => {
      const { seen, worst } = row(`another instance, ${database}`)
      return [
        target(`seen on another instance, ${database}: median`, seen, 250, { unit: 'ms' }),
        target(`seen on another instance, ${database}: worst`, worst, 1_000, { unit: 'ms' }),
      ]
    }),
  ]
  const report = table(
    rows.map(({ where, cpu, answered, seen, worst }) => ({
      published: where,
      'CPU ms': short(cpu),
      'answered, median ms': short(answered),
      'seen, median ms': short(seen),
      'seen, worst ms': short(worst),
    })),
  )
  return { rows, targets, report: mongoUrl ? report : `${report}\n\nWith MONGODB_URL it is measured on MongoDB too.` }
}

/** Publishes one news after another with another title. Both times count from when the change is sent. */
async function publishAndSee({ writer, times, see }) {
  const send = (method, address, body, headers) => sendJson(writer.port, method, address, body, headers)
  const { token } = await send('POST', '/api/users/login', account)
  const headers = { authorization: `JWT ${token}` }
  const some = `where[owner][equals]=${LARGEST}&depth=0&limit=${times + WARM}`
  const { docs } = await send('GET', `/api/news?${some}`, undefined, headers)
  const all = { answered: [], seen: [] }
  let before
  for (const [n, { id, slug }] of docs.entries()) {
    if (n === WARM) before = await writer.cpu()
    const title = `Rubrik ${Date.now()}`
    const began = performance.now()
    const { doc, errors } = await send('PATCH', `/api/news/${id}`, { title, _status: 'published' }, headers)
    if (!doc) throw new Error(JSON.stringify(errors))
    const answered = performance.now() - began
    while ((await see(slug)) !== title) await new Promise((resolve) => setTimeout(resolve, 2))
    if (n < WARM) continue
    all.answered.push(answered)
    all.seen.push(performance.now() - began)
  }
  const cpu = ((await writer.cpu()) - before) / times
  return { cpu, answered: middle(all.answered), seen: middle(all.seen), worst: Math.max(...all.seen) }
}

const titleOnOurs = (port) => async (slug) => {
  const query = `{ newsItem(county: "${LARGEST}", slug: "${slug}") { title } }`
  return (await ask(port, getRequest(`/graphql?${new URLSearchParams({ query })}`))).data.newsItem.title
}
const titleOnStock = (port) => async (slug) => {
  const query = `{ allNews(where: { slug: { equals: "${slug}" } }, limit: 1) { docs { title } } }`
  return (await ask(port, postRequest('/api/graphql', JSON.stringify({ query })))).data.allNews.docs[0].title
}
