import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { newsItem, publishedNews, userWith } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'

// The editors' side over a real socket, as somebody who means harm meets it.
onEachDatabase((database) => {
  let editorial: TestEditorial
  let site: PublicSide
  let token: string
  let credentials: { id: string; email: string; password: string }

  beforeAll(async () => {
    editorial = await startEditorial(database)
    site = await startPublic(editorial, { editing: true })
    credentials = await userWith(editorial.payload, 'publisher', 'vasternorrland')
    token = String((await ask('POST', '/api/users/login', { json: credentials })).body['token'])
  })
  afterAll(async () => {
    await site.close()
    await discard(editorial)
  })

  interface Asked {
    json?: unknown
    text?: string
    as?: string
    headers?: Record<string, string>
  }
  const ask = async (method: string, path: string, { json, text: raw, as, headers }: Asked = {}) => {
    const body = raw ?? (json === undefined ? undefined : JSON.stringify(json))
    const response = await fetch(site.url + path, {
      method,
      headers: { 'content-type': 'application/json', ...(as ? { authorization: `JWT ${as}` } : {}), ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    })
    const answer = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') === true
    const parsed = isJson ? (JSON.parse(answer) as Record<string, unknown>) : {}
    return { status: response.status, headers: response.headers, body: parsed, answer }
  }
  /** Bytes as they are, which no client of HTTP would send. */
  const raw = async (bytes: string): Promise<string> => {
    const socket = connect(Number(new URL(site.url).port), '127.0.0.1')
    socket.end(bytes)
    return text(socket)
  }
  const statusOf = async (bytes: string): Promise<number> => Number((await raw(bytes)).split(' ')[1])

  describe('who is not logged in', () => {
    test.each([
      '/api/users/forgot-password',
      '/api/users/forgot-password//',
      '/api//users/forgot-password',
      '/api/users/./forgot-password',
      '/api/users/%66orgot-password',
      '/api/users/x/../FORGOT-password/',
      '/api/users/first-register',
      '/api/users/reset-password',
      '/api/users/verify/abc',
      '/api/payload-migrations',
    ])('%s is closed, however it is written', async (path) => {
      const body = JSON.stringify({ email: 'nobody@example.se' })
      const request = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
      expect(await statusOf(request)).toBe(403)
    })

    test('an operation that Payload mails about is refused by the collection too', async () => {
      const asked = editorial.payload.forgotPassword({
        collection: 'users',
        data: { email: credentials.email },
      } as never)
      await expect(asked).rejects.toThrow()
    })

    test.each(['/api/news', '/api/media', '/api/users', '/api/users/me'])(
      'nothing sent to %s is read',
      async (path) => {
        const { status } = await ask('POST', path, { text: `"${'x'.repeat(1_000_000)}"` })
        expect(status).toBe(401)
      },
    )

    test('a login of more than some bytes is refused before it is read', async () => {
      expect((await ask('POST', '/api/users/login', { text: `"${'x'.repeat(20_000)}"` })).status).toBe(413)
    })

    test('a body without a length is refused', async () => {
      const head = 'POST /api/users/login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n'
      expect(await statusOf(`${head}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)).toBe(400)
    })

    test('twenty failed logins from one address are enough, whatever the account', async () => {
      const other = await startPublic(editorial, { editing: true })
      const login = async (email: string): Promise<number> => {
        const body = JSON.stringify({ email, password: 'fel lösenord' })
        const headers = { 'content-type': 'application/json' }
        return (await fetch(`${other.url}/api/users/login`, { method: 'POST', headers, body })).status
      }
      const statuses: number[] = []
      for (let attempt = 0; attempt < 21; attempt += 1) statuses.push(await login(`nobody-${attempt}@example.se`))
      expect(statuses.slice(0, 20).every((status) => status === 401)).toBe(true)
      expect(statuses[20]).toBe(429)
      await other.close()
    })
  })

  test.each([
    ['an address that is no path', 'GET http://evil.example/api/users/me HTTP/1.1\r\nHost: localhost', 400],
    ['an address of another host', 'GET //evil.example/admin HTTP/1.1\r\nHost: localhost', 404],
    ['a host with a path', 'GET /api/users/me HTTP/1.1\r\nHost: localhost/api/x?', 400],
    ['a host with a space', 'GET /api/users/me HTTP/1.1\r\nHost: a b', 400],
    ['a host with a user', 'GET /admin HTTP/1.1\r\nHost: a@b', 400],
    ['a host that is none', 'GET /admin/login HTTP/1.1\r\nHost: [::', 400],
    ['a port that is none', 'GET /admin/login HTTP/1.1\r\nHost: a:99999', 400],
    ['a path that cannot be decoded', 'GET /admin/%ff HTTP/1.1\r\nHost: localhost', 400],
    ['a method that nobody needs', 'TRACE /api/news HTTP/1.1\r\nHost: localhost', 405],
  ])('%s is refused', async (_what, head, status) => {
    expect(await statusOf(`${head}\r\nConnection: close\r\n\r\n`)).toBe(status)
  })

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }],
    ['another site, by its browser', { 'sec-fetch-site': 'cross-site' }],
  ])('a page of %s cannot write with an editor’s session', async (_where, headers) => {
    const written = await ask('POST', '/api/news?draft=true', { as: token, json: { title: 'Smugglad' }, headers })
    expect(written.status).toBe(403)
    const own = await ask('POST', '/api/news?draft=true', {
      as: token,
      json: { title: 'Egen' },
      headers: { origin: site.url },
    })
    expect(own.status).toBe(201)
  })

  test('who sends a change is looked up once for it, and anew for the next: a session that was ended writes no more', async () => {
    const lookedUp = jest.spyOn(editorial.payload, 'findByID')
    const asked = { as: token, json: { title: 'En gång' } }
    expect((await ask('POST', '/api/news?draft=true', asked)).status).toBe(201)
    expect(lookedUp.mock.calls.map(([{ collection }]) => collection)).toEqual(['users'])
    lookedUp.mockRestore()
    const other = String((await ask('POST', '/api/users/login', { json: credentials })).body['token'])
    expect((await ask('POST', '/api/users/logout', { as: other })).status).toBe(200)
    expect((await ask('POST', '/api/news?draft=true', { ...asked, as: other })).status).toBe(401)
    expect((await ask('POST', '/api/news?draft=true', asked)).status).toBe(201)
  })

  test('no page of the editors’ shows in another’s frame', async () => {
    const { headers } = await ask('GET', '/admin')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect((await ask('GET', '/api/users/me')).headers.get('x-content-type-options')).toBe('nosniff')
  })

  describe('nonsense from somebody who is logged in is refused with a field or a word, and is no fault of ours:', () => {
    test.each([
      'where=x',
      'where[title][near]=1',
      'where[title][all]=x',
      'where[title]=x',
      'limit=1e9&page=1e300',
      'page=-5&limit=x',
    ])('?%s', async (query) => {
      const { status } = await ask('GET', `/api/news?${query}`, { as: token })
      expect(status).toBe(400)
    })

    test.each<[string, unknown]>([
      ['title', { a: 1 }],
      ['title', ['x']],
      ['title', 'a\u0000b'],
      ['_status', ['published']],
      ['_status', 'evil'],
      ['shownUntil', 'x'],
      ['shownUntil', '+275760-09-13T00:00:00.000Z'],
      ['shownUntil', 99_999_999_999_999],
      ['deletedAt', 'x'],
      ['createdAt', 'x'],
      ['internalNote', { a: 1 }],
      ['topics', [{}]],
      ['topics', 'x'],
      ['related', 'x'],
      ['image', { a: 1 }],
      ['audienceCounties', ['mars', 'gavleborg']],
      ['importance', 'enormous'],
      ['body', 'str'],
      ['body', []],
      ['body', { root: {} }],
      ['body', { root: { type: 'root', children: 'x' } }],
      ['body', { root: { type: 'root', children: [null] } }],
    ])('%s: %j', async (field, value) => {
      for (const query of ['?draft=true', '']) {
        const json = { ...newsItem({ _status: query === '' ? 'published' : 'draft' }), [field]: value }
        const { status, answer } = await ask('POST', `/api/news${query}`, { as: token, json })
        expect([status, answer.includes(`"${field}`)]).toEqual([400, true])
      }
    })

    test('a text nested deeper than anybody writes', async () => {
      let nested: unknown = { type: 'text', text: 'x' }
      for (let depth = 0; depth < 150; depth += 1) nested = { type: 'quote', children: [nested] }
      const body = { root: { type: 'root', children: [nested] } }
      expect((await ask('POST', '/api/news?draft=true', { as: token, json: newsItem({ body }) })).status).toBe(400)
    })

    test.each([
      ['{', 'application/json'],
      ['x', 'multipart/form-data'],
      ['x', 'multipart/form-data; boundary=y'],
      [
        '--y\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{bad\r\n--y--\r\n',
        'multipart/form-data; boundary=y',
      ],
    ])('%j as %s', async (body, type) => {
      const answer = await ask('POST', '/api/news', { as: token, text: body, headers: { 'content-type': type } })
      expect(answer.status).toBe(400)
    })

    test.each([
      ['null', 'application/json'],
      ['[]', 'application/json'],
      ['[{"title":"x"}]', 'application/json'],
      ['"x"', 'application/json'],
      ['5', 'application/json'],
      ['{"title":"x"}', 'text/plain'],
      ['title=x', 'application/x-www-form-urlencoded'],
      ['{"title":"x"}', ''],
      ['', ''],
    ])('%j as “%s”, which has no fields', async (body, type) => {
      const { id } = await publishedNews(editorial.payload)
      const asked = { as: token, text: body, headers: { 'content-type': type } }
      for (const [method, path] of [
        ['POST', '/api/news'],
        ['POST', '/api/news?draft=true'],
        ['PATCH', `/api/news/${id}`],
        ['PATCH', `/api/users/${credentials.id}`],
      ] as const) {
        const { status, answer } = await ask(method, path, asked)
        expect([path, status, answer]).toEqual([path, 400, expect.stringContaining('JSON')])
      }
    })

    test('a document that names what does not exist is no fault of ours', async () => {
      for (const query of ['', '?draft=true']) {
        const json = newsItem({ topics: ['00000000-0000-4000-8000-000000000000'] })
        const { status } = await ask('POST', `/api/news${query}`, { as: token, json })
        // MongoDB keeps such a draft; it cannot be published.
        expect(status).toBe(database.name === 'MongoDB' && query !== '' ? 201 : 400)
        const published = await ask('POST', '/api/news', { as: token, json: { ...json, _status: 'published' } })
        expect(published.status).toBe(400)
      }
    })

    test('a copy needs no fields', async () => {
      const { id } = await publishedNews(editorial.payload)
      for (const asked of [{}, { json: {} }]) {
        const { status } = await ask('POST', `/api/news/${id}/duplicate`, { as: token, ...asked })
        expect(status).toBe(200)
      }
    })
  })

  test('the draft of a public document does not go to the trash', async () => {
    const news = await publishedNews(editorial.payload)
    const json = { deletedAt: new Date().toISOString() }
    const { status, answer } = await ask('PATCH', `/api/news/${news.id}?draft=true`, { as: token, json })
    expect([status, answer.includes('Dra tillbaka')]).toEqual([409, true])
  })

  test('a changed password ends the other sessions of the account, and has to be a text', async () => {
    const account = await userWith(editorial.payload, 'editor', 'vasternorrland')
    const login = async (): Promise<string> =>
      String((await ask('POST', '/api/users/login', { json: account })).body['token'])
    const [first, second] = [await login(), await login()]
    const path = `/api/users/${account.id}`
    expect((await ask('PATCH', path, { as: first, json: { password: 123 } })).status).toBe(400)
    expect((await ask('PATCH', path, { as: first, json: { password: 'ett helt nytt lösenord' } })).status).toBe(200)
    const isSignedIn = async (as: string): Promise<boolean> =>
      (await ask('GET', '/api/users/me', { as })).body['user'] !== null
    expect([await isSignedIn(first), await isSignedIn(second)]).toEqual([true, false])
  })

  test.each(['{', 'null', '[]', '"x"', '{"query":5}', '{"query":"{ counties { name } }","variables":[1]}'])(
    'the public GraphQL says of %s that it cannot be read, and keeps its own log clean',
    async (body) => {
      const { status, answer } = await ask('POST', '/graphql', { text: body })
      const code = body.startsWith('[') ? 'BATCH_REFUSED' : 'BAD_REQUEST'
      expect([status, answer]).toEqual([400, expect.stringContaining(code)])
      expect(answer).not.toContain('this id')
    },
  )
})
