import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { limits } from '../../src/delivery/limits.js'
import { sqlite } from '../support/databases.js'
import { startPublic, type PublicSide, type Result } from '../support/public.js'
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
