import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql'
import { buildAdminPages } from '../../../src/editorial/adminPages.js'
import { create } from '../../support/content.js'
import { onEachDatabase } from '../../support/databases.js'
import { queryAt } from '../../support/query.js'
import { createClient, type Answer, type Sent } from '../../support/send.js'
import { serve, type Served } from '../traffic/service.js'
import { adminDoors } from './adminDoors.js'
import { doors } from './doors.js'
import { everythingIn } from './everything.js'
import { readingRoomDoors } from './readingRoomDoors.js'
import { startLeakWorld, type LeakWorld } from './world.js'

// The same search at the service as it runs: an instance that only delivers, and one that has the admin's pages, which are
// asked by nobody and by an editor of another county.

const editor = { email: 'redaktor@uppsala.example.se', password: 'Redaktören har ett långt lösenord' }

onEachDatabase((database) => {
  let world: LeakWorld
  let whole: Served
  let delivering: Served
  beforeAll(async () => {
    await buildAdminPages()
    world = await startLeakWorld(database)
    const { editorial } = world
    await create(editorial.payload, 'users', {
      ...{ ...editor, name: 'Redaktör' },
      assignments: [{ role: 'editor', county: 'uppsala' }],
    })
    await world.site.close()
    await editorial.close()
    const clock = { preload: ['test/support/frozen.mjs'] }
    const env = { FROZEN_AT: world.now, NODE_ENV: 'production' }
    whole = await serve(editorial, { ...clock, env: { ...env, ADMIN: 'true' } })
    delivering = await serve(editorial, { ...clock, env: { ...env, ROLE: 'delivery' } })
  }, 600_000)
  afterAll(async () => {
    await whole.close()
    await delivering.close()
    await rm(world.editorial.dataDir, { recursive: true, force: true })
  })

  const isTold = (asked: string, { whole: text }: Answer): string[] => world.words.foundIn(text, asked)

  /** @returns what was told that should not have been, in words, and how many asked */
  async function walk(
    { port }: Served,
    ways: Iterable<[string, Sent]>,
    headers: Record<string, string> = {},
  ): Promise<{ told: string[]; count: number; byStatus: Map<number, number> }> {
    const client = createClient(`http://127.0.0.1:${port}`)
    const told: string[] = []
    const byStatus = new Map<number, number>()
    let count = 0
    for (const [address, sent] of ways) {
      const answer = await client.send(address, { ...sent, headers: { ...sent.headers, ...headers } })
      const found = isTold(`${decodeURIComponent(address.replaceAll('%', '%25'))} ${String(sent.body)}`, answer)
      if (found.length > 0) told.push(`${sent.method ?? 'GET'} ${address} ${String(sent.body)}: ${found.join(', ')}`)
      byStatus.set(answer.status, (byStatus.get(answer.status) ?? 0) + 1)
      count += 1
    }
    client.close()
    return { told, count, byStatus }
  }
  const asAdmin = (): { action: string; host: string } => {
    const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
      node: Record<string, unknown>
    }
    return { action: Object.keys(manifest.node)[0]!, host: `127.0.0.1:${whole.port}` }
  }

  test('an instance that only delivers tells nothing that is not published, whatever is asked and wherever', async () => {
    const query = queryAt(`http://127.0.0.1:${delivering.port}`)
    // Until it has followed for the first time it answers that it is starting.
    let { data } = await query(getIntrospectionQuery())
    while (!data) ({ data } = await query(getIntrospectionQuery()))
    const schema = buildClientSchema(data as unknown as IntrospectionQuery)
    const asked = [...everythingIn(schema, world)].map((one): [string, Sent] => [
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(one) },
    ])
    const { told, count } = await walk(delivering, [...asked, ...doors(world), ...readingRoomDoors(world)])
    expect(told).toEqual([])
    expect(count).toBeGreaterThan(3_000)
    expect(delivering.logged()).toEqual([])
  }, 600_000)

  test('with the admin’s pages beside it nobody is told anything either, by pages, data, functions or REST', async () => {
    const { told, count, byStatus } = await walk(whole, [...adminDoors(world, asAdmin()), ...doors(world)])
    expect(told).toEqual([])
    expect(count).toBeGreaterThan(1_000)
    expect(byStatus.get(500)).toBeUndefined()
  }, 600_000)

  test('an editor of another county is told nothing of drafts, plans, seals and notes', async () => {
    const client = createClient(`http://127.0.0.1:${whole.port}`)
    const login = await client.send('/api/users/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(editor),
    })
    client.close()
    const { token } = JSON.parse(login.body) as { token: string }
    const { told, count } = await walk(whole, [...adminDoors(world, asAdmin()), ...doors(world)], {
      cookie: `payload-token=${token}`,
      authorization: `JWT ${token}`,
    })
    expect(told).toEqual([])
    expect(count).toBeGreaterThan(1_000)
  }, 600_000)
})
