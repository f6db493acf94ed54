import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { codingOf } from '../../src/http/coding.js'
import { publishedNews } from '../support/content.js'
import { sqlite } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { createClient } from '../support/send.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'

// What HTTP asks of an edge, at all its doors. None of it concerns the database.
const nobody = '00000000-0000-4000-8000-000000000000'
let editorial: TestEditorial
let site: PublicSide
let client: ReturnType<typeof createClient>
let id: string
beforeAll(async () => {
  editorial = await startEditorial(sqlite)
  id = (await publishedNews(editorial.payload, { title: 'En nyhet' })).id
  site = await startPublic(editorial, { editing: true })
  client = createClient(site.url)
})
afterAll(async () => {
  client.close()
  await site.close()
  await discard(editorial)
})

const pages = (): string[] => ['/', '/schema.graphql', '/robots.txt', '/arkiv', `/arkiv/${id}`, `/id/${id}`, '/nowhere']

test('what is for reading alone says so to those who would write, and what may be done', async () => {
  for (const path of pages())
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE']) {
      const { status, headers } = await client.send(path, { method })
      expect([path, method, status, headers.allow]).toEqual([path, method, 405, 'GET, HEAD, OPTIONS'])
    }
})

test('OPTIONS is answered everywhere, without a body', async () => {
  for (const path of pages()) {
    const { status, headers, body } = await client.send(path, { method: 'OPTIONS' })
    expect([path, status, headers.allow, body]).toEqual([path, 204, 'GET, HEAD, OPTIONS', ''])
  }
})

test('HEAD tells what GET would', async () => {
  for (const path of pages()) {
    const [get, head] = [await client.send(path), await client.send(path, { method: 'HEAD' })]
    expect([path, head.status, head.body]).toEqual([path, get.status, ''])
    for (const name of ['content-type', 'content-length', 'cache-control', 'vary', 'etag', 'location'])
      expect([path, name, head.headers[name]]).toEqual([path, name, get.headers[name]])
  }
})

test('every answer tells caches what to do with it; one that may be otherwise in a moment is not kept unasked', async () => {
  for (const path of pages())
    expect([path, (await client.send(path)).headers['cache-control']]).not.toContain(undefined)
  const absent = ['/nowhere', `/files/${'0'.repeat(64)}/x.png`, `/id/${nobody}`, `/arkiv/version/${nobody}`]
  for (const path of absent) {
    const { status, headers } = await client.send(path)
    expect([path, status, headers['cache-control']]).toEqual([path, 404, 'no-cache'])
  }
})

test('a condition does not make something of what is not there', async () => {
  const headers = { 'if-none-match': '*' }
  const absent = ['/nowhere', `/arkiv/${nobody}`, `/graphql?documentId=sha256:${'0'.repeat(64)}`]
  for (const path of absent) expect([path, (await client.send(path, { headers })).status]).toEqual([path, 404])
})

test('what somebody writes into headers about the host stands in no answer', async () => {
  const evil = 'evil.example'
  const names = ['host', 'x-forwarded-host', 'x-forwarded-server', 'x-host', 'x-original-url', 'x-rewrite-url']
  const headers = { ...Object.fromEntries(names.map((name) => [name, evil])), forwarded: `host=${evil}` }
  for (const path of [
    ...pages(),
    `/arkiv/timegate/https://lanskallan.example/id/${id}`,
    '/arkiv/sitemap.xml',
    '/api/users/me',
  ])
    expect([path, (await client.send(path, { headers })).whole]).toEqual([path, expect.not.stringContaining(evil)])
})

test.each([
  ['another media type is sent', { 'content-type': 'text/plain', accept: 'application/json' }, 415],
  ['none of ours is taken', { 'content-type': 'application/json', accept: 'image/png' }, 406],
])('a request is refused with a code and words where %s', async (_what, headers, status) => {
  const answer = await client.send('/graphql', { method: 'POST', headers, body: '{"query":"{ log { size } }"}' })
  expect([answer.status, answer.headers['cache-control']]).toEqual([status, 'no-store'])
  expect(JSON.parse(answer.body)).toMatchObject({
    errors: [{ message: expect.stringContaining('JSON'), extensions: { code: 'BAD_REQUEST', sv: expect.any(String) } }],
  })
})

test('who names an operation that is not there is told so, with a code', async () => {
  const query = encodeURIComponent('query A { counties { name } } query B { counties { code } }')
  for (const name of ['&operationName=C', '&operationName=constructor', '']) {
    const { body } = await client.send(`/graphql?query=${query}${name}`)
    expect(JSON.parse(body)).toMatchObject({
      errors: [{ message: expect.stringContaining('operationName'), extensions: { code: 'BAD_REQUEST' } }],
    })
  }
  expect((await client.send(`/graphql?query=${query}&operationName=B`)).body).toContain('"code"')
})

test('an address that is no path is refused, whatever host it names', async () => {
  const query = `/graphql?query=${encodeURIComponent('{ counties { name } }')}`
  for (const host of ['http://evil.example', 'HTTPS://x:99999', 'http://[', 'ftp://x'])
    for (const path of [query, '/arkiv', '/admin', '/']) {
      const { status, body } = await client.send(`${host}${path}`)
      expect([host, path, status, body]).toEqual([host, path, 400, expect.stringContaining('BAD_INPUT')])
    }
  for (const address of ['*', 'arkiv', 'http://x?/arkiv']) expect((await client.send(address)).status).toBe(400)
  expect((await client.send('//x:99999/arkiv')).status).toBe(404)
})

test('of parameters that come twice the first counts, and the answer is kept for that very address', async () => {
  const [names, codes] = ['{counties{name}}', '{counties{code}}'].map(encodeURIComponent)
  const both = await client.send(`/graphql?query=${names}&query=${codes}`)
  const other = await client.send(`/graphql?query=${codes}&query=${names}`)
  expect([both.body, other.body].map((body) => /"(name|code)"/.exec(body)?.[1])).toEqual(['name', 'code'])
})

test.each([
  ['br, gzip', 'br'],
  ['gzip;q=0.5, br;q=0', 'gzip'],
  ['BR', 'br'],
  ['x-br, identity', 'identity'],
  ['brotli', 'identity'],
  ['', 'identity'],
  [undefined, 'identity'],
])('Accept-Encoding: %s is answered in %s', (header, coding) => {
  expect(codingOf(header)).toBe(coding)
})
