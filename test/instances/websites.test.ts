import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { idOf } from '../../src/websites/manifest.js'
import { update } from '../support/content.js'
import { startDelivering, type Delivering } from '../support/delivering.js'
import { onEachDatabase } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'
import { bearer, websiteWithKey } from '../websites/website.js'

const ORIGIN = 'https://www.lansstyrelsen.example'
const names = 'query Names { counties { name } }'

// What a website is and has registered is entered with one instance, and counts on every other one, by itself.
onEachDatabase((database) => {
  let editorial: TestEditorial
  let entering: PublicSide
  let delivering: Delivering
  let key: string

  const place = (databaseUrl: string): Parameters<typeof startDelivering>[0] => ({
    databaseUrl,
    dataDir: editorial.dataDir,
    shelfDir: path.join(editorial.dataDir, 'shelf'),
  })
  beforeAll(async () => {
    editorial = await startEditorial(database)
    entering = await startPublic(editorial, { editing: true })
    delivering = await startDelivering(place(editorial.databaseUrl), { env: { RATE_LIMIT_ADDRESS: '30000' } })
    key = await websiteWithKey(editorial.payload, 'vasternorrland', [ORIGIN])
    await entering.websites.follow()
  })
  afterAll(async () => {
    await delivering.kill('SIGKILL')
    await entering.close()
    await discard(editorial)
  })

  const byId = (headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${delivering.url}/graphql?documentId=${idOf(names)}`, { headers })

  test('a document that was registered elsewhere answers here', async () => {
    expect((await byId()).status).toBe(404)
    const body = JSON.stringify({ [idOf(names)]: names })
    const registered = await fetch(`${entering.url}/graphql/documents`, { method: 'POST', headers: bearer(key), body })
    expect(registered.status).toBe(200)
    await delivering.until(async () => (await byId()).status === 200)
  })

  test('so do its key and its origin', async () => {
    const { status, headers } = await byId({ ...bearer(key), origin: ORIGIN })
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, ORIGIN])
    expect(headers.get('ratelimit-policy')).toContain('"website"')
    expect((await byId(bearer('lk_wrong'))).status).toBe(401)
  })

  test('nobody registers with an instance that only delivers', async () => {
    const init = { method: 'POST', headers: bearer(key), body: JSON.stringify({ [idOf(names)]: names }) }
    expect((await fetch(`${delivering.url}/graphql/documents`, init)).status).toBe(404)
  })

  test('all of it is there after a start without the database', async () => {
    await delivering.kill('SIGTERM')
    const nowhere = database.name === 'SQLite' ? 'file:/nonexistent/nothing.db' : 'mongodb://127.0.0.1:1/nothing'
    delivering = await startDelivering(place(nowhere))
    const { status, headers } = await byId({ ...bearer(key), origin: ORIGIN })
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, ORIGIN])
    await delivering.kill('SIGTERM')
    delivering = await startDelivering(place(editorial.databaseUrl))
  })

  test('a key that is revoked is refused here within moments', async () => {
    expect((await byId(bearer(key))).status).toBe(200)
    const { docs } = await editorial.payload.find({ collection: 'websites' })
    await update(editorial.payload, 'websites', String(docs[0]!.id), { keys: [] })
    await delivering.until(async () => (await byId(bearer(key))).status === 401)
  })
})
