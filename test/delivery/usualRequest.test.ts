import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { GraphQLError } from 'graphql'
import { createHandler, type RequestParams } from 'graphql-http'
import { readRequest, type DeliveryRequest, type DocumentOf } from '../../src/delivery/requestParameters.js'
import { schema } from '../../src/delivery/schema/index.js'
import { usualRequest } from '../../src/delivery/usualRequest.js'

const ID = `sha256:${'a'.repeat(64)}`
const documentOf: DocumentOf = (id) => (id === ID ? '{ registered }' : undefined)

type Asked = Pick<DeliveryRequest, 'method' | 'url' | 'headers' | 'body'>

/** What the reference implementation would execute; undefined where it refuses the request. */
async function byTheReference(asked: Asked): Promise<object | undefined> {
  let read: RequestParams | undefined
  const handle = createHandler({
    schema,
    parseRequestParams: (req) => readRequest(req as never, documentOf),
    onSubscribe: (_, params) => {
      read = params
      return [new GraphQLError('read')]
    },
  })
  await handle({ ...asked, raw: undefined, context: undefined }).catch(() => {})
  return read && { query: read.query, variables: read.variables ?? {}, operationName: read.operationName ?? undefined }
}

const read = (asked: Asked): ReturnType<typeof usualRequest> =>
  usualRequest({ ...asked, requestId: 'none', report: () => {} }, documentOf)

const posted = (body: unknown, headers: DeliveryRequest['headers'] = {}): Asked => ({
  method: 'POST',
  url: '/graphql',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const got = (given: Record<string, string>, headers: DeliveryRequest['headers'] = {}): Asked => ({
  method: 'GET',
  url: `/graphql?${new URLSearchParams(given)}`,
  headers,
  body: null,
})

test.each([
  ['curl', posted({ query: '{ a }' }, { accept: '*/*' })],
  [
    'graphql-request',
    posted(
      { query: 'query A { a }', operationName: 'A' },
      { accept: 'application/graphql-response+json, application/json' },
    ),
  ],
  [
    'Apollo',
    posted(
      { query: '{ a }', variables: { b: 1 } },
      { accept: 'application/graphql-response+json,application/json;q=0.9' },
    ),
  ],
  [
    'axios',
    posted(
      { query: '{ a }', variables: null },
      { accept: 'application/json, text/plain, */*', 'content-type': 'application/json; charset=utf-8' },
    ),
  ],
  ['who says nothing', posted({ query: '{ a }' })],
  ['a registered query', posted({ documentId: ID, variables: {} })],
  ['by GET', got({ query: '{ a }', variables: '{"b":"å?"}', operationName: 'A' }, { accept: 'application/json' })],
  ['a registered one by GET', got({ documentId: ID })],
])('what websites send is usual: %s', async (_, asked) => {
  const usual = read(asked)
  expect(usual).toBeDefined()
  expect(usual).toEqual(await byTheReference(asked))
})

test.each([
  `?document%49d=${ID}`,
  `?documentId=${ID}&query=`,
  `?documentId=${ID}&documentId=other`,
  '?%71uery=%7Ba%7D&variables=%7B%22a%22%3A1%7D',
  '?query=+{a}+&query=b&operationName=',
  '?query={a}&variables=',
  '?query={a}&variables=[]&extensions={}',
])(
  'an address that is spelled oddly is read as the reference implementation reads it, or not at all: %s',
  async (search) => {
    const asked = { ...got({}), url: `/graphql${search}` }
    expect([await byTheReference(asked), undefined]).toContainEqual(read(asked))
  },
)

const mostly = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 3, arbitrary: fc.constantFrom(...others) })
const text = fc.oneof(
  fc.constantFrom('{ a }', '', ID, ID.toUpperCase(), '-', 'null', '[]', '{}', '{"a":1}', '{'),
  fc.string(),
)
const value = fc.oneof(text, fc.constantFrom(null, undefined, 1, true, [], {}, { a: [1] }, ['{ a }']))
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined })
const accept = mostly<string | undefined>(
  ...[
    'application/json',
    undefined,
    '*/*',
    '',
    'text/html',
    'application/*',
    'application/JSON',
    'APPLICATION/json ;q=0',
  ],
  ...[
    'application/json;charset=latin1',
    'text/html,application/json',
    'application/graphql-response+json',
    ' application/json ',
  ],
)
const contentType = mostly<string | undefined>(
  ...['application/json', undefined, 'application/json;charset=utf-8', 'application/json; charset=UTF-8', 'text/plain'],
  ...[
    'application/json;charset=utf8',
    'application/json;charset="utf-8"',
    'application/json; a=b',
    'application/jsonp',
  ],
  ...['application/json;', 'application/json;charset=utf-8;a=b', ' application/json', 'application / json'],
)
const members = { query: maybe(value), variables: maybe(value), operationName: maybe(value) }
const body = fc.oneof(
  { weight: 4, arbitrary: fc.record({ ...members, documentId: maybe(value), extensions: maybe(value) }) },
  {
    weight: 3,
    arbitrary: fc.record({ query: fc.constant('{ a }'), variables: maybe(value), operationName: maybe(value) }),
  },
  fc.array(fc.record({ query: text })),
  value,
)
const search = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom('query', 'variables', 'operationName', 'documentId', 'extensions', 'x'), text))
    .map((pairs) => `?${new URLSearchParams(pairs)}`),
  fc.constantFrom(
    '?query={a}',
    '?query=%7Ba%7D&query=b',
    '?query=a?b',
    '?query=%',
    '?',
    '',
    '??query=a',
    '?query=a#b',
    '?Query=a',
  ),
)
const request: fc.Arbitrary<Asked> = fc
  .record({ method: mostly('POST', 'GET', 'GET', 'PUT'), accept, contentType, body, search, raw: maybe(fc.string()) })
  .map(({ method, accept: takes, contentType: type, body: sent, search: asked, raw }) => ({
    method,
    url: `/graphql${asked}`,
    headers: { ...(takes !== undefined && { accept: takes }), ...(type !== undefined && { 'content-type': type }) },
    body: method === 'GET' ? null : (raw ?? JSON.stringify(sent) ?? ''),
  }))

test('whatever is read as usual is read as the reference implementation reads it', async () => {
  let usual = 0
  await fc.assert(
    fc.asyncProperty(request, async (asked) => {
      const mine = read(asked)
      if (mine === undefined) return
      usual += 1
      expect(mine).toEqual(await byTheReference(asked))
    }),
    { numRuns: 5_000 },
  )
  expect(usual).toBeGreaterThan(200)
})
