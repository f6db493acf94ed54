import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql'
import { onEachDatabase } from '../../support/databases.js'
import { createClient } from '../../support/send.js'
import { anyQuery, choosingFrom, type Asked, type Pools } from './anyQuery.js'
import { fieldsOf, noteAnswered } from './covered.js'
import { doors } from './doors.js'
import { everythingIn } from './everything.js'
import { readingRoomDoors } from './readingRoomDoors.js'
import { poolsOf } from './pools.js'
import { startLeakWorld, type LeakWorld } from './world.js'

// Whatever anybody asks, nothing is told that nobody has published. A failure prints the query, with its seed and path.
//   LEAK_RUNS=100000        looks further
//   LEAK_SEED=… LEAK_PATH=… asks the same again
const { LEAK_RUNS: runs = '10000', LEAK_SEED: seed, LEAK_PATH: path } = process.env
const TYPES = ['application/json', 'application/graphql-response+json', '*/*', 'text/html']

onEachDatabase((database) => {
  let world: LeakWorld
  let client: ReturnType<typeof createClient>
  let schema: GraphQLSchema
  let pools: Pools
  const answered = new Set<string>()
  beforeAll(async () => {
    world = await startLeakWorld(database)
    client = createClient(world.site.url)
    const { data } = await world.site.query(getIntrospectionQuery())
    schema = buildClientSchema(data as unknown as IntrospectionQuery)
    pools = poolsOf(world)
  }, 300_000)
  afterAll(async () => {
    client.close()
    await world.close()
  })

  const ask = async ({ query, variables }: Asked, how: number): Promise<void> => {
    const sent = JSON.stringify({ query, variables })
    const accept = TYPES[how % TYPES.length]!
    const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString()
    const isGet = how % 3 === 2 && parameters.length < 10_000
    const { status, body, whole } = isGet
      ? await client.send(`/graphql?${parameters}`, { headers: { accept } })
      : await client.send('/graphql', {
          method: 'POST',
          headers: { accept, 'content-type': 'application/json' },
          body: sent,
        })
    const found = world.words.foundIn(whole, sent)
    if (found.length > 0) throw new Error(`${sent}\ntold ${found.join(', ')}:\n${body.slice(0, 2_000)}`)
    if (status >= 500 || body.includes('"INTERNAL"')) throw new Error(`${status} for ${sent}:\n${body}`)
    if (status === 406) return
    const { data } = JSON.parse(body) as { data?: Record<string, unknown> | null }
    if (data) noteAnswered(schema, query, data, answered)
  }

  test(`${runs} queries of any shape are told nothing that is not published, and fail only as they should`, async () => {
    const choices = fc.array(fc.nat({ max: 1_000_000 }), { maxLength: 150, size: 'max' })
    await fc.assert(
      fc.asyncProperty(choices, fc.nat({ max: 11 }), (numbers, how) =>
        ask(anyQuery(schema, pools, choosingFrom(numbers)), how),
      ),
      { numRuns: Number(runs), endOnFailure: false, ...(seed && { seed: Number(seed) }), ...(path && { path }) },
    )
  }, 600_000)

  test('every field of every document, hidden ones too, in every language and at every moment, tells no more', async () => {
    let count = 0
    for (const asked of everythingIn(schema, world)) {
      await ask(asked, 0)
      count += 1
    }
    expect(count).toBeGreaterThan(1_000)
  }, 300_000)

  test('no other way in tells anything either', async () => {
    let count = 0
    for (const [address, sent] of [...doors(world), ...readingRoomDoors(world)]) {
      const { status, whole } = await client.send(address, sent)
      const found = world.words.foundIn(
        whole,
        `${decodeURIComponent(address.replaceAll('%', '%25'))} ${String(sent.body)}`,
      )
      expect([address, sent.method, found]).toEqual([address, sent.method, []])
      expect([address, status]).not.toEqual([address, 500])
      count += 1
    }
    expect(count).toBeGreaterThan(1_000)
  }, 300_000)

  test('a file that only a draft, a plan or a sealed text names is handed out to nobody', async () => {
    expect(world.hiddenFiles.length).toBeGreaterThan(8)
    const got = world.hiddenFiles.map(async (file) => (await client.send(`/files/${file}/bild.png`)).status)
    expect(new Set(await Promise.all(got))).toEqual(new Set([404]))
  })

  test('every field of the schema was asked, and answered with something', () => {
    // Contacts and editions have no address of their own.
    const without = ['Contact.slug', 'Contact.movedTo', 'Edition.slug', 'Edition.movedTo']
    expect(fieldsOf(schema).filter((field) => !answered.has(field))).toEqual(without.toSorted())
  })

  test('the search finds what is published, in every kind of place', () => {
    expect(world.words.met().never).toEqual([])
  })
})
