import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { update, publishedNews } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'
import { websiteWithKey } from './website.js'

const OURS = 'https://www.lansstyrelsen.example'
const query = '{ counties { name news(first: 2) { nodes { title } } } }'

onEachDatabase((database) => {
  let editorial: TestEditorial
  let site: PublicSide
  let onWebsites = (): void => {}

  beforeAll(async () => {
    editorial = await startEditorial(database, { onWebsites: () => onWebsites() })
    await websiteWithKey(editorial.payload, 'vasternorrland', [OURS, 'https://test.lansstyrelsen.example'])
    await publishedNews(editorial.payload)
    site = await startPublic(editorial)
  })
  afterAll(async () => {
    await site.close()
    await discard(editorial)
  })

  const cors = ({ headers }: Response): string[] =>
    [...headers.keys()].filter((name) => name.startsWith('access-control-')).toSorted()
  const ask = (init: RequestInit & { path?: string } = {}): Promise<Response> =>
    fetch(`${site.url}${init.path ?? `/graphql?query=${encodeURIComponent(query)}`}`, init)
  const from = (origin: string): RequestInit => ({ headers: { origin } })

  const every: [string, () => RequestInit & { path?: string }, number][] = [
    ['an answer that is worked out', () => ({ path: `/graphql?query={counties{code}}#${Math.random()}` }), 200],
    ['an answer that was ready', () => ({}), 200],
    ['a refused query', () => ({ path: '/graphql?query={nothing}' }), 200],
    ['a document that nobody registered', () => ({ path: `/graphql?documentId=sha256:${'0'.repeat(64)}` }), 404],
    ['a wrong key', () => ({ headers: { authorization: 'Bearer lk_wrong' } }), 401],
    ['a method that we do not have', () => ({ method: 'PUT' }), 405],
    ['a file that is not there', () => ({ path: `/files/${'0'.repeat(64)}/a.pdf` }), 404],
  ]
  test.each(every)('a page of a registered origin may read %s; no other page may', async (_what, request, status) => {
    const { headers = {}, ...rest } = request()
    const asked = async (origin?: string): Promise<Response> =>
      ask({ ...rest, headers: { ...(headers as Record<string, string>), ...(origin && { origin }) } })
    const ours = await asked(OURS)
    expect([ours.status, ours.headers.get('access-control-allow-origin')]).toEqual([status, OURS])
    expect(ours.headers.get('access-control-expose-headers')).toContain('RateLimit')
    expect(ours.headers.get('access-control-allow-credentials')).toBeNull()
    expect(cors(await asked('https://stranger.example'))).toEqual([])
    expect(cors(await asked('null'))).toEqual([])
    expect(cors(await asked())).toEqual([])
  })

  test('what a shared cache may keep says that it depends on the origin, and what it may not keep does not', async () => {
    const vary = async (path?: string): Promise<string | null> => (await ask({ path })).headers.get('vary')
    expect(await vary()).toBe('Accept, Accept-Encoding, Origin')
    expect(await vary('/graphql?query={county(slug:"uppsala"){name}}')).toBe('Accept, Origin')
    expect(await vary('/graphql?query={nothing}')).toBeNull()
    expect(await vary('/schema.graphql')).toBeNull()
    const etag = String((await ask()).headers.get('etag'))
    const notModified = await ask({ headers: { 'if-none-match': etag, origin: OURS, 'accept-encoding': 'identity' } })
    expect(notModified.headers.get('vary')).toBe('Accept, Accept-Encoding, Origin')
    expect(notModified.headers.get('access-control-allow-origin')).toBe(OURS)
  })

  const paths = ['/graphql', `/files/${'0'.repeat(64)}/a.pdf`]
  test.each(paths)(
    'a browser that asks whether it may ask %s is told so for a registered origin alone',
    async (path) => {
      const preflight = { method: 'OPTIONS', path }
      const headers = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' }
      const ours = await ask({ ...preflight, headers: { ...headers, origin: OURS } })
      expect([ours.status, ours.headers.get('access-control-allow-origin')]).toEqual([204, OURS])
      expect(ours.headers.get('access-control-allow-headers')).toContain('Content-Type')
      expect(ours.headers.get('access-control-allow-headers')).not.toContain('Authorization')
      const stranger = await ask({ ...preflight, headers: { ...headers, origin: 'https://stranger.example' } })
      expect([stranger.status, cors(stranger), stranger.headers.get('allow')]).toEqual([204, [], expect.any(String)])
      const plain = await ask(preflight)
      expect([plain.status, cors(plain)]).toEqual([204, []])
      expect(plain.headers.get('allow')).toContain('GET, HEAD')
    },
  )

  test('an origin that is taken away, or added, is told to this process at once, and counts', async () => {
    const { docs } = await editorial.payload.find({ collection: 'websites' })
    const other = 'https://ny.lansstyrelsen.example'
    const told = new Promise<void>((resolve) => (onWebsites = resolve))
    await update(editorial.payload, 'websites', String(docs[0]!.id), { origins: [{ origin: other }] })
    await told
    await site.websites.follow()
    expect((await ask(from(other))).headers.get('access-control-allow-origin')).toBe(other)
    expect(cors(await ask(from(OURS)))).toEqual([])
  })
})
