// From the moment an editor's change is sent until the public side shows it: on the instance that took it, on another one
// on the same database, and on stock Payload.
import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { middle } from '../children.mjs'
import { account, LARGEST } from '../content.mjs'
import { filled, OURS } from '../prepare.mjs'
import { short, table, target } from '../report.mjs'
import { ask, sendJson, startOurs, startStock, startStockInNext } from '../servers.mjs'
import { buildInNext } from '../stock/buildInNext.mjs'
import { getRequest, postRequest } from '../cases.mjs'

/** Publications before those that count: by then the code is compiled, as it is in a service that has run for a while. */
const WARM = 400

export async function publishing({ folders, root, full, progress }) {
  const times = full ? 100 : 50
  const mongoUrl = process.env.MONGODB_URL
  const rows = []
  /** Publishes with each of them in turn, so that what else the machine does meets them alike. */
  const measure = async (...compared) => {
    progress(`publishing: ${compared.map(({ where }) => where).join(' and ')}`)
    rows.push(...(await publishAndSee(compared, times)))
  }
  const copied = (name, as = `${name}-written`) => {
    const folder = path.join(root, as)
    rmSync(folder, { recursive: true, force: true })
    cpSync(folders[name], folder, { recursive: true })
    return folder
  }

  const places = [['SQLite', copied('ours'), {}]]
  if (mongoUrl) {
    const env = { DATABASE_URL: mongoUrl.replace('/?', '/lanskallan-bench?') }
    places.push(['MongoDB', filled(path.join(root, 'mongodb'), 'fill.mjs', OURS, env, progress), env])
  }
  for (const [database, folder, env] of places) {
    const editors = await startOurs(folder, { env: { ...env, ROLE: 'all' } })
    const same = { where: `the same instance, ${database}`, writer: editors, see: titleOnOurs(editors.port) }
    if (database === 'SQLite') {
      progress('publishing: builds stock Payload in Next')
      buildInNext(folders.stock)
      const stock = await startStockInNext(copied('stock'))
      const bare = await startStock(copied('stock', 'stock-written-bare'))
      await measure(
        { where: 'stock Payload, SQLite', writer: stock, see: titleOnStock(stock.port) },
        { where: '… without Next', writer: bare, see: titleOnStock(bare.port) },
        same,
      )
      await Promise.all([stock, bare].map((one) => one.stop()))
    } else await measure(same)
    const other = await startOurs(folder, { env })
    await measure({ where: `another instance, ${database}`, writer: editors, see: titleOnOurs(other.port) })
    await Promise.all([editors, other].map((one) => one.stop()))
  }
  const row = (where) => rows.find((one) => one.where === where)
  const targets = [
    target(
      'until it is visible on the same instance: times stock Payload’s own publishing',
      row('the same instance, SQLite').visible / row('stock Payload, SQLite').answered,
      1,
    ),
    target(
      'until it has been seen on the same instance: times what stock Payload takes',
      row('the same instance, SQLite').seen / row('stock Payload, SQLite').seen,
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
async function publishAndSee(compared, times) {
  const editors = await Promise.all(compared.map((one) => signedIn(one, times)))
  const before = []
  for (let n = 0; n < WARM + times; n += 1) {
    if (n === WARM) for (const { writer } of editors) before.push(await writer.cpu())
    for (const editor of editors) {
      const title = `Rubrik ${Date.now()}`
      const { id, slug } = editor.docs[n % editor.docs.length]
      const began = performance.now()
      const { doc, errors } = await editor.send('PATCH', `/api/news/${id}`, { title, _status: 'published' })
      if (!doc) throw new Error(JSON.stringify(errors))
      const answered = performance.now() - began
      let looks = 1
      for (; (await editor.see(slug)) !== title; looks += 1) await new Promise((resolve) => setTimeout(resolve, 2))
      if (n < WARM) continue
      const seen = performance.now() - began
      editor.answered.push(answered)
      editor.seen.push(seen)
      // What the first look after the answer finds was there with the answer.
      editor.visible.push(looks === 1 ? answered : seen)
    }
  }
  return Promise.all(
    editors.map(async ({ where, writer, answered, seen, visible }, n) => ({
      where,
      cpu: ((await writer.cpu()) - before[n]) / times,
      answered: middle(answered),
      visible: middle(visible),
      seen: middle(seen),
      worst: Math.max(...seen),
    })),
  )
}

async function signedIn({ writer, ...one }, times) {
  const { token } = await sendJson(writer.port, 'POST', '/api/users/login', account)
  const headers = { authorization: `JWT ${token}` }
  const send = (method, address, body) => sendJson(writer.port, method, address, body, headers)
  const some = `where[owner][equals]=${LARGEST}&depth=0&limit=${times + WARM}`
  const { docs } = await send('GET', `/api/news?${some}`)
  return { ...one, writer, send, docs, answered: [], seen: [], visible: [] }
}

const titleOnOurs = (port) => async (slug) => {
  const query = 'query($county: String!, $slug: String!) { newsItem(county: $county, slug: $slug) { title } }'
  const asked = new URLSearchParams({ query, variables: JSON.stringify({ county: LARGEST, slug }) })
  return (await ask(port, getRequest(`/graphql?${asked}`))).data.newsItem.title
}
const titleOnStock = (port) => async (slug) => {
  const query = 'query($slug: String) { allNews(where: { slug: { equals: $slug } }, limit: 1) { docs { title } } }'
  const asked = JSON.stringify({ query, variables: { slug } })
  return (await ask(port, postRequest('/api/graphql', asked))).data.allNews.docs[0].title
}
