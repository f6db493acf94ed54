import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { idOf, room } from '../../src/websites/manifest.js'
import { create, publishedNews } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import type { Result } from '../support/query.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'
import { bearer, websiteWithKey } from './website.js'

const names = 'query Names { counties { name } }'
const news = `query News($county: String!, $first: Int!) {
  county(slug: $county) { news(first: $first) { nodes { title } } }
}`
const manifestOf = (...texts: string[]): Record<string, string> =>
  Object.fromEntries(texts.map((text) => [idOf(text), text]))

interface Told {
  status: number
  body: Result & { added?: number; known?: number }
  headers: Headers
}

onEachDatabase((database) => {
  let editorial: TestEditorial
  let site: PublicSide
  let key: string

  beforeAll(async () => {
    editorial = await startEditorial(database)
    key = await websiteWithKey(editorial.payload, 'vasternorrland')
    await publishedNews(editorial.payload, { title: 'En nyhet' })
    site = await startPublic(editorial, { editing: true })
  })
  afterAll(async () => {
    await site.close()
    await discard(editorial)
  })

  const told = async (response: Response): Promise<Told> => ({
    status: response.status,
    body: (await response.json()) as Told['body'],
    headers: response.headers,
  })
  const register = async (manifest: unknown, headers: Record<string, string> = bearer(key)): Promise<Told> => {
    const body = typeof manifest === 'string' ? manifest : JSON.stringify(manifest)
    return told(await fetch(`${site.url}/graphql/documents`, { method: 'POST', headers, body }))
  }
  const get = async (parameters: Record<string, string>, accept = 'application/json'): Promise<Told> =>
    told(await fetch(`${site.url}/graphql?${new URLSearchParams(parameters)}`, { headers: { accept } }))
  const post = async (body: unknown): Promise<Told> =>
    told(
      await fetch(`${site.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
  const codes = ({ body }: Told): unknown[] => (body.errors ?? []).map(({ extensions }) => extensions['code'])

  test('a document that a site has registered answers by its identifier, by GET and POST, as its text does', async () => {
    expect(await register(manifestOf(names, news))).toMatchObject({ status: 200, body: { added: 2, known: 0 } })
    const variables = { county: 'vasternorrland', first: 3 }
    const whole = await post({ query: news, variables })
    expect(whole.body).toMatchObject({ data: { county: { news: { nodes: [{ title: 'En nyhet' }] } } } })
    const byGet = await get({ documentId: idOf(news), variables: JSON.stringify(variables) })
    const byPost = await post({ documentId: idOf(news), variables })
    expect([byGet.body, byPost.body]).toEqual([whole.body, whole.body])
    expect(byGet.headers.get('cache-control')).toContain('s-maxage')
  })

  test('an identifier that nobody has registered is told so with what to do, in one error, and is not kept', async () => {
    const unknown = 'query Later { counties { code } }'
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const answer = await get({ documentId: idOf(unknown) }, accept)
      expect([answer.status, codes(answer)]).toEqual([404, ['PERSISTED_DOCUMENT_NOT_FOUND']])
      expect(answer.body.errors?.[0]?.message).toContain('POST /graphql/documents')
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
    await register(manifestOf(unknown))
    expect((await get({ documentId: idOf(unknown) })).status).toBe(200)
  })

  test.each([
    ['of another form', { documentId: 'sha256:ABC' }, 'BAD_INPUT'],
    ['that is no text', { documentId: 7 }, 'BAD_INPUT'],
    ['beside a whole query', { documentId: idOf(names), query: names }, 'BAD_INPUT'],
  ])('an identifier %s is refused', async (_what, body, code) => {
    const answer = await post(body)
    expect([answer.status, codes(answer)]).toEqual([400, [code]])
  })

  test('a list of queries is refused with an answer that helps', async () => {
    const answer = await post([{ query: names }, { query: names }])
    expect([answer.status, codes(answer)]).toEqual([400, ['BATCH_REFUSED']])
    expect(answer.body.errors?.[0]?.message).toContain('Send each by itself')
  })

  test('everything that is wrong with a manifest is told of each document, and nothing of it is kept', async () => {
    const good = 'query Good { counties { id } }'
    const [broken, misspelt] = ['query {', 'query Misspelt { countries { name } }']
    const dear = 'query Dear { counties { news(first: 100) { nodes { topics { counties { name } } } } } }'
    const [written, page] = [
      'mutation Written { a }',
      'query Page { county(slug: "skane") { news(first: 101) { totalCount } } }',
    ]
    const answer = await register(manifestOf(good, broken, misspelt, dear, written, page))
    expect(answer.status).toBe(400)
    const faults = answer.body.errors!.map(({ extensions }) => [extensions['documentId'], extensions['code']])
    expect(faults).toEqual([
      [idOf(broken), 'GRAPHQL_PARSE_FAILED'],
      [idOf(misspelt), 'GRAPHQL_VALIDATION_FAILED'],
      [idOf(dear), 'TOO_COMPLEX'],
      [idOf(written), 'GRAPHQL_VALIDATION_FAILED'],
      [idOf(page), 'BAD_INPUT'],
    ])
    expect((await get({ documentId: idOf(good) })).status).toBe(404)
  })

  test.each([
    ['with a hash of another text', { [idOf(names)]: news }],
    ['with a longer text than is ever read', manifestOf(`${names} #${'x'.repeat(room.text)}`)],
    ['that is empty', {}],
    ['that is a list', [names]],
    ['that is no JSON', 'query'],
    [
      'of more documents than there is room for',
      manifestOf(...Array.from({ length: room.documents + 1 }, (_, i) => `#${i}`)),
    ],
  ])('a manifest %s is BAD_INPUT', async (_what, manifest) => {
    const answer = await register(manifest)
    expect([answer.status, new Set(codes(answer))]).toEqual([400, new Set(['BAD_INPUT'])])
  })

  test('a manifest that is larger than all that a site may have is TOO_LARGE', async () => {
    const answer = await register(manifestOf(`${names} #${'x'.repeat(room.bytes * 1.5)}`))
    expect([answer.status, codes(answer)]).toEqual([413, ['TOO_LARGE']])
  })

  test('without a key, or with a wrong one, nothing is registered', async () => {
    for (const headers of [{}, bearer('lk_wrong'), { authorization: 'Basic abc' }] as Record<string, string>[]) {
      const answer = await register(manifestOf(names), headers)
      expect([answer.status, codes(answer)]).toEqual([401, ['UNKNOWN_KEY']])
      expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    }
  })

  test('a build that registers the same again changes nothing', async () => {
    const { body } = await register(manifestOf(names, news))
    expect(body).toMatchObject({ added: 0, known: 2 })
  })

  test('what was registered survives a restart, and reaches another instance by itself', async () => {
    const other = await startPublic(editorial)
    const late = 'query Late { counties { slug } }'
    await register(manifestOf(late))
    await other.websites.follow()
    const answer = await fetch(`${other.url}/graphql?documentId=${idOf(late)}`)
    expect(answer.status).toBe(200)
    const refused = await fetch(`${other.url}/graphql/documents`, { method: 'POST', headers: bearer(key), body: '{}' })
    expect([refused.status, await refused.text()]).toEqual([404, expect.stringContaining('the one that editors use')])
    await other.close()
    await site.close()
    await editorial.close()
    editorial = await editorial.reopen()
    site = await startPublic(editorial, { editing: true })
    expect((await get({ documentId: idOf(late) })).status).toBe(200)
  })

  test('an instance that starts while the database is away knows what another one has kept on disk', async () => {
    const kept = site.websites.dump()
    const { createWebsites } = await import('../../src/websites/websites.js')
    const away = (): Promise<never> => Promise.reject(new Error('away'))
    const alone = createWebsites({
      reader: { websites: away, documentsVersion: away, documents: away, close: async () => {} },
    })
    expect(alone.restore(kept)).toBe(true)
    await expect(alone.follow()).rejects.toThrow('away')
    expect([alone.document(idOf(names)), alone.holderOf(key)]).toEqual([names, 'vasternorrland'])
    expect(alone.restore(kept.slice(0, -9))).toBe(false)
    expect(alone.document(idOf(names))).toBe(names)
  })

  test('a website that is removed takes its key and its documents with it', async () => {
    const gone = await websiteWithKey(editorial.payload, 'gotland')
    await site.websites.follow()
    expect(site.websites.holderOf(gone)).toBe('gotland')
    const theirs = 'query Theirs { counties { name code } }'
    expect((await register(manifestOf(theirs), bearer(gone))).status).toBe(200)
    expect(site.websites.document(idOf(theirs))).toBe(theirs)
    await editorial.payload.delete({ collection: 'websites', where: { county: { equals: 'gotland' } } })
    await site.websites.follow()
    expect([site.websites.holderOf(gone), site.websites.document(idOf(theirs))]).toEqual([undefined, undefined])
    await create(editorial.payload, 'websites', { county: 'gotland' })
  })
})
