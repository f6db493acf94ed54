import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { onEachDatabase } from '../support/databases.js'
import { bothSides } from '../support/publicSide.js'

// What programs send that write HTTP in other ways than most do.
onEachDatabase((database) => {
  const sides = bothSides(database)
  const query = '{ counties { name } }'
  const post = (headers: Record<string, string>, body: BodyInit = JSON.stringify({ query })): Promise<Response> =>
    fetch(`${sides.site.url}/graphql`, { method: 'POST', headers, body })
  const get = (headers: Record<string, string>, address = `/graphql?query=${encodeURIComponent(query)}`) =>
    fetch(sides.site.url + address, { headers })
  const errorsOf = async (response: Response): Promise<unknown> =>
    ((await response.json()) as { errors: unknown }).errors

  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset=UTF8',
    'application/json; charset="utf-8"',
    'application/json; profile=x; charset=utf-8',
    'APPLICATION/JSON ; Charset="UTF-8"',
  ])('a body of the media type %s is read', async (type) => {
    const response = await post({ 'content-type': type })
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('"Uppsala')])
  })

  test.each([
    'text/plain',
    'application/jsonx',
    'application/json; charset=latin1',
    'application/json; charset="utf-16"',
  ])('a body of the media type %s is not', async (type) => {
    const response = await post({ 'content-type': type })
    expect([response.status, await errorsOf(response)]).toMatchObject([415, [{ extensions: { code: 'BAD_REQUEST' } }]])
  })

  test('a compressed body is refused with what to do', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    const response = await post(headers, gzipSync(JSON.stringify({ query })))
    expect([response.status, await errorsOf(response)]).toMatchObject([
      400,
      [{ message: expect.stringContaining('must not be compressed'), extensions: { code: 'BAD_INPUT' } }],
    ])
  })

  test('only what is read can be "not modified"', async () => {
    const json = { 'content-type': 'application/json' }
    const etag = String((await get({})).headers.get('etag'))
    expect((await get({ 'if-none-match': etag })).status).toBe(304)
    expect((await post({ ...json, 'if-none-match': etag })).status).toBe(200)
    expect((await post({ ...json, 'if-none-match': '*' })).status).toBe(200)
  })

  test('who takes JSON before pages is no browser', async () => {
    const types = async (accept: string) => (await get({ accept }, '/graphql')).headers.get('content-type')
    expect(await types('text/html,application/xhtml+xml,*/*;q=0.8')).toContain('text/html')
    expect(await types('application/json, text/html;q=0.1')).toContain('application/json')
  })

  test.each([
    ['gzip', 'gzip'],
    ['gzip-foo', null],
    ['x-gzip', null],
    ['gzip;q=0', null],
    ['br;q=0, gzip', 'gzip'],
  ])('who accepts %s gets %s', async (accepted, coding) => {
    const long = '{ counties { name slug code id __typename } }'
    const response = await get({ 'accept-encoding': accepted }, `/graphql?query=${encodeURIComponent(long)}`)
    expect([response.status, response.headers.get('content-encoding')]).toEqual([200, coding])
  })

  test.each(['lk_without-its-scheme', 'Bearer', 'Bearer '])(
    'a key that was sent as “%s” does not pass for none',
    async (key) => {
      const response = await get({ authorization: key })
      expect([response.status, await errorsOf(response)]).toMatchObject([
        401,
        [{ message: expect.stringContaining('Authorization: Bearer lk_'), extensions: { code: 'UNKNOWN_KEY' } }],
      ])
      expect((await get({ authorization: 'Basic YTpi' })).status).toBe(200)
    },
  )

  test.each(['/graphql/documents', '/graphql/documents/', '/graphql/documents?x=1'])(
    'a build that sends to %s is told what it lacks',
    async (address) => {
      const response = await fetch(sides.site.url + address, { method: 'POST', body: '{}' })
      expect([response.status, await errorsOf(response)]).toMatchObject([
        401,
        [{ extensions: { code: 'UNKNOWN_KEY' } }],
      ])
    },
  )

  test('variables in an address that are no JSON are named', async () => {
    const response = await get({}, `/graphql?query=${encodeURIComponent(query)}&variables=x`)
    expect([response.status, await errorsOf(response)]).toMatchObject([
      400,
      [{ message: expect.stringContaining('variables'), extensions: { code: 'BAD_REQUEST' } }],
    ])
  })

  test.each([
    [
      'an address of 20,000 bytes',
      `GET /graphql?x=${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      431,
      'TOO_LARGE',
    ],
    ['what is no HTTP', 'NONSENSE\r\n\r\n', 400, 'BAD_INPUT'],
  ])('%s is refused with a code', async (_what, bytes, status, code) => {
    const socket = connect(Number(new URL(sides.site.url).port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write(bytes)
    const [head, body] = (await text(socket)).split('\r\n\r\n')
    expect([head, JSON.parse(body!)]).toMatchObject([
      expect.stringContaining(`HTTP/1.1 ${status} `),
      { errors: [{ extensions: { code } }] },
    ])
  })
})
