import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { limits } from '../../src/delivery/limits.js'
import { sqlite } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import type { Result } from '../support/query.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'

// Every limit that one query meets: its code, and the figures that tell how far it was off. None concerns the database.
let editorial: TestEditorial
let site: PublicSide
beforeAll(async () => {
  editorial = await startEditorial(sqlite)
  site = await startPublic(editorial)
})
afterAll(async () => {
  await site.close()
  await discard(editorial)
})

interface Asked {
  status: number
  body: Result
}
const send = async (body: unknown): Promise<Asked> => {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(`${site.url}/graphql`, { method: 'POST', headers, body: text })
  return { status: response.status, body: (await response.json()) as Result }
}
const ask = (query: string, more: object = {}): Promise<Asked> => send({ query, ...more })
const fault = ({ status, body }: Asked): unknown => ({ status, ...body.errors?.[0]?.extensions })
const repeated = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ')

const dear = 'counties { news(first: 100) { nodes { topics { counties { name } } } } }'
const deep = `county(slug: "uppsala") { ${'topics { counties { '.repeat(7)} name ${'} }'.repeat(7)} }`

test('depth', async () => {
  expect(fault(await ask(`{ ${deep} }`))).toMatchObject({
    status: 400,
    code: 'TOO_COMPLEX',
    maximumDepth: limits.depth,
  })
})

test('depth inside fragments', async () => {
  const query = `{ ...A } fragment A on Query { ${deep} }`
  expect(fault(await ask(query))).toMatchObject({ code: 'TOO_COMPLEX', depth: 16 })
})

test('cost, of the operation that is asked for, wherever it stands in the text', async () => {
  const query = `query Cheap { counties { name } } query Dear { ${dear} }`
  expect((await ask(query, { operationName: 'Cheap' })).status).toBe(200)
  const refused = fault(await ask(query, { operationName: 'Dear' }))
  expect(refused).toMatchObject({ status: 400, code: 'TOO_COMPLEX', maximumCost: limits.cost })
  expect((refused as { cost: number }).cost).toBeGreaterThan(limits.cost)
})

test('a variable that only another operation needs is not asked for', async () => {
  const query = 'query One($slug: String!) { county(slug: $slug) { name } } query Two { counties { name } }'
  expect((await ask(query, { operationName: 'Two' })).body.errors).toBeUndefined()
})

test('cost, with the size of a page in a variable', async () => {
  const query = 'query ($first: Int!) { counties { news(first: $first) { nodes { title lead topics { title } } } } }'
  expect((await ask(query, { variables: { first: 1 } })).body.errors).toBeUndefined()
  expect(fault(await ask(query, { variables: { first: 100 } }))).toMatchObject({ code: 'TOO_COMPLEX' })
})

test('the size of a page', async () => {
  const answer = await ask('{ county(slug: "uppsala") { news(first: 101) { totalCount } } }')
  expect(answer.body.errors).toMatchObject([{ extensions: { code: 'BAD_INPUT' } }])
})

test('aliases', async () => {
  const aliased = (count: number): string => `{ ${repeated(count, (i) => `a${i}: log { size }`)} }`
  expect(fault(await ask(aliased(limits.aliases + 1)))).toMatchObject({
    ...{ status: 400, code: 'TOO_COMPLEX', aliases: limits.aliases + 1, maximumAliases: limits.aliases },
  })
})

test('fragments', async () => {
  const chain = (count: number): string =>
    `{ ...F0 } ${repeated(count, (i) => `fragment F${i} on Query { ${i + 1 < count ? `...F${i + 1}` : 'log { size }'} }`)}`
  expect((await ask(chain(limits.fragments))).status).toBe(200)
  const fragments = limits.fragments + 1
  expect(fault(await ask(chain(fragments)))).toMatchObject({
    ...{ status: 400, code: 'TOO_COMPLEX', fragments, maximumFragments: limits.fragments },
  })
})

test.each([
  ['fields of one name', (count: number) => `{ ${'log { size } '.repeat(count)} }`, 2],
  ['uses of fragments', (count: number) => `{ ${'...F '.repeat(count)} } fragment F on Query { log { size } }`, 1],
])('%s, each of which is held against all others', async (_what, make, names) => {
  const { pairs: maximumPairs } = limits
  const pairsOf = (count: number): number => (names * count * (count - 1)) / 2
  let most = 1
  while (pairsOf(most + 1) <= maximumPairs) most += 1
  expect((await ask(make(most))).status).toBe(200)
  const pairs = pairsOf(most + 1)
  expect(fault(await ask(make(most + 1)))).toMatchObject({ status: 400, code: 'TOO_COMPLEX', pairs, maximumPairs })
})

test('who has made more mistakes than are told at once is told so, and what to do', async () => {
  const { status, body } = await ask(`{ ${repeated(30, (i) => `nothing${i}`)} }`)
  expect([status, body.errors?.length]).toEqual([400, 11])
  expect(new Set(body.errors?.map(({ extensions }) => extensions['code']))).toEqual(
    new Set(['GRAPHQL_VALIDATION_FAILED']),
  )
  const last = body.errors?.at(-1)
  expect([last?.message, last?.extensions['sv']]).toEqual([
    expect.stringContaining('ask again'),
    expect.stringContaining('fråga igen'),
  ])
  expect((await ask(`{ ${repeated(10, (i) => `nothing${i}`)} }`)).body.errors).toHaveLength(10)
})

test('words and signs', async () => {
  const query = `{ counties { ${'name '.repeat(limits.tokens)} } }`
  expect(fault(await ask(query))).toMatchObject({ status: 400, code: 'TOO_COMPLEX', maximumTokens: limits.tokens })
})

test('bytes', async () => {
  expect(fault(await ask(`{ counties { name } } #${'x'.repeat(100_000)}`))).toMatchObject({
    status: 413,
    code: 'TOO_LARGE',
  })
})

test('one query in each request', async () => {
  expect(fault(await send([{ query: '{ log { size } }' }]))).toMatchObject({ status: 400, code: 'BATCH_REFUSED' })
})

test.each([
  ['{ counties {', 'GRAPHQL_PARSE_FAILED'],
  ['{ countries { name } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['{ topic(county: "atlantis", slug: "x") { id } }', 'BAD_INPUT'],
])('%s is %s', async (query, code) => {
  expect((await ask(query)).body.errors).toMatchObject([{ extensions: { code } }])
})

test('the schema may be asked for by everybody', async () => {
  const { getIntrospectionQuery, buildClientSchema } = await import('graphql')
  const { body } = await ask(getIntrospectionQuery())
  expect(
    buildClientSchema(body.data as never)
      .getQueryType()
      ?.getFields(),
  ).toHaveProperty('strategy')
})
