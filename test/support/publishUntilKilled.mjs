// Publishes, corrects, withdraws and seals news until it is killed. Before each act it says what it is about to do, and
// after it what was acknowledged: `{"document": …, "revision": …}`, one line of JSON each.
import { randomUUID } from 'node:crypto'
import { readConfig } from '../../dist/src/config.js'
import { openEditorial } from '../../dist/src/editorial/open.js'
import { takeDown } from '../../dist/src/workflow/takeDown.js'
import { createLocalReq } from 'payload'

const { payload } = await openEditorial({ config: readConfig() })
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`)
say({ ready: true })

const acknowledge = (document, revision) => say({ document, revision })
const base = () => ({ slug: `nyhet-${randomUUID()}`, owner: 'vasternorrland', audience: 'own', importance: 'ordinary' })

async function lifeOfANewsItem() {
  const news = await payload.create({ collection: 'news', data: { ...base(), title: 'Ett', _status: 'published' } })
  acknowledge(news.id, 1)
  await payload.update({ collection: 'news', id: news.id, data: { title: 'Två' } })
  acknowledge(news.id, 2)
  const req = await createLocalReq({}, payload)
  await takeDown(req, 'news', news.id, { action: 'SEAL', reason: 'Ett fel', withdrawal: null })
  acknowledge(news.id, 3)
}

async function work() {
  for (;;) await lifeOfANewsItem()
}
await Promise.all([work(), work(), work()])
