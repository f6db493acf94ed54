import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { createRateLimits, points } from '../../src/http/rateLimits.js'
import { createVisitors, type Visitor } from '../../src/http/visitors.js'
import { idOf } from '../../src/websites/manifest.js'
import { publishedNews } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'
import { bearer, websiteWithKey } from './website.js'

const QUOTA = { address: 300, website: 100_000 }

onEachDatabase((database) => {
  let editorial: TestEditorial
  let site: PublicSide
  let key: string
  const lines: string[] = []

  beforeAll(async () => {
    editorial = await startEditorial(database)
    key = await websiteWithKey(editorial.payload, 'vasternorrland')
    await publishedNews(editorial.payload)
    const log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) })
    site = await startPublic(editorial, { editing: true, quota: QUOTA, trustProxy: true, log })
  })
  afterAll(async () => {
    await site.close()
    await discard(editorial)
  })

  /** As a proxy hands it on, for an address. */
  const ask = (address: string, query: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${site.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { 'x-forwarded-for': `203.0.113.99, ${address}`, ...headers },
    })
  const leftIn = ({ headers }: Response): number =>
    Number(/;r=(\d+);t=\d+$/.exec(String(headers.get('ratelimit')))?.[1])

  test('an answer tells what is left: one that was ready takes one point, another what it cost', async () => {
    const query = '{ counties { name news(first: 5) { nodes { title } } } }'
    const made = await ask('198.51.100.1', query)
    const { extensions } = (await made.json()) as { extensions: { cost: { cost: number } } }
    expect(made.headers.get('ratelimit-policy')).toBe('"address";q=300;w=60')
    expect(made.headers.get('ratelimit')).toMatch(/^"address";r=\d+;t=60$/)
    const { cost } = extensions.cost
    expect(leftIn(made)).toBe(QUOTA.address - points.ready - points.made(cost))
    const ready = await ask('198.51.100.1', query)
    expect(leftIn(made) - leftIn(ready)).toBe(points.ready)
    expect(leftIn(await ask('198.51.100.2', query))).toBe(QUOTA.address - points.ready)
  })

  test('a query that is refused takes what reading it took, however large it is', async () => {
    const tooLarge = `{ counties { news(first: 100) { nodes { ${'related { '.repeat(6)} title ${'} '.repeat(6)} } } } }`
    for (const [number, query] of [tooLarge, '{ nonsense }'].entries()) {
      const answer = await ask(`198.51.100.${20 + number}`, query)
      expect((await answer.json()) as object).toHaveProperty('errors')
      expect(leftIn(answer)).toBe(QUOTA.address - points.ready - points.read)
    }
  })

  test('who has spent everything is told when to come back; others, and who sends a key, go on', async () => {
    const refused = async (): Promise<Response> => {
      for (;;) {
        const answer = await ask('198.51.100.3', '{ nonsense }')
        if (answer.status !== 200) return answer
      }
    }
    const answer = await refused()
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([429, 'no-store'])
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] })
    const wait = Number(answer.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
    expect(answer.headers.get('ratelimit')).toBe(`"address";r=0;t=${wait}`)
    expect((await ask('198.51.100.3', '{ counties { name } }')).status).toBe(429)
    expect((await fetch(`${site.url}/`, { headers: { 'x-forwarded-for': '198.51.100.3' } })).status).toBe(429)
    expect((await fetch(`${site.url}/health/live`, { headers: { 'x-forwarded-for': '198.51.100.3' } })).status).toBe(
      200,
    )
    expect((await ask('198.51.100.4', '{ counties { name } }')).status).toBe(200)
    const withKey = await ask('198.51.100.3', '{ counties { name } }', bearer(key))
    expect([withKey.status, withKey.headers.get('ratelimit-policy')]).toEqual([200, '"website";q=100000;w=60'])
    expect((await withKey.json()) as object).toHaveProperty('data')
  })

  test('a page that is worked out takes more than one that is ready', async () => {
    const page = (): Promise<Response> =>
      fetch(`${site.url}/arkiv/kontrollera`, { headers: { 'x-forwarded-for': '198.51.100.9' } })
    const left = [leftIn(await page()), leftIn(await page())]
    expect(left).toEqual([
      QUOTA.address - points.page - points.madePage,
      QUOTA.address - 2 * points.page - points.madePage,
    ])
  })

  test('what a build registers is counted by its documents', async () => {
    const body = JSON.stringify(
      Object.fromEntries(['{ log { size } }', '{ log { root } }'].map((one) => [idOf(one), one])),
    )
    const before = leftIn(await ask('198.51.100.8', '{ counties { name } }', bearer(key)))
    const answer = await fetch(`${site.url}/graphql/documents`, { method: 'POST', headers: bearer(key), body })
    expect([answer.status, before - leftIn(answer)]).toEqual([200, points.page + 2 * points.read])
  })

  test('a wrong key is 401 with a code, and nothing answers in its place', async () => {
    const answer = await ask('198.51.100.5', '{ counties { name } }', bearer('lk_wrong'))
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNKNOWN_KEY' } }] })
    const page = await fetch(`${site.url}/`, { headers: bearer('lk_wrong') })
    expect([page.status, page.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    const other = await ask('198.51.100.5', '{ counties { name } }', { authorization: 'Basic YTpi' })
    expect(other.status).toBe(200)
  })

  test('a key is in no log, whether it is right or wrong', async () => {
    await ask('198.51.100.6', '{ counties { code } }', bearer(key))
    await ask('198.51.100.6', '{ counties { code } }', bearer('lk_wrong-and-secret'))
    await fetch(`${site.url}/nowhere`, { headers: bearer(key) })
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.join('')).not.toMatch(new RegExp(`${key}|wrong-and-secret`))
  })
})

describe('counting', () => {
  let at = 0
  const limits = createRateLimits({ address: 10, website: 0 }, () => at)
  const address = (name: string): Visitor => ({ kind: 'address', name })

  test('a minute after the first question everything is there again', () => {
    expect(limits(address('a'), 11)).toMatchObject({ isOver: true, seconds: 60 })
    at = 59_999
    expect(limits(address('a'), 1)).toMatchObject({ isOver: true, seconds: 1 })
    at = 60_000
    expect(limits(address('a'), 1)).toMatchObject({ isOver: false, seconds: 60 })
  })

  test('a quota of nothing is no limit, and is not spoken of', () => {
    expect(limits({ kind: 'website', name: 'uppsala' }, 1e9)).toEqual({ isOver: false, seconds: 0, headers: [] })
  })

  test('no flood of addresses takes more memory than 20,000 do: who comes later shares what is left', () => {
    at = 1_000_000
    for (let i = 0; i < 20_000; i += 1) limits(address(`flood-${i}`), 1)
    expect(limits(address('late'), 6).isOver).toBe(false)
    expect(limits(address('later'), 6).isOver).toBe(true)
    expect(limits(address('flood-7'), 6).isOver).toBe(false)
    at += 60_000
    expect(limits(address('later'), 6).isOver).toBe(false)
  })
})

describe('who asks', () => {
  const nameOf = (remoteAddress: string, forwarded?: string, trustProxy = false): string =>
    createVisitors({ holderOf: () => undefined, trustProxy })({
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      socket: { remoteAddress },
    } as never).name

  test.each([
    ['an IPv4 address as it is', nameOf('192.0.2.7'), '192.0.2.7'],
    ['one that is written as IPv6, too', nameOf('::ffff:192.0.2.7'), '192.0.2.7'],
    ['an IPv6 reader by the network', nameOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64'],
    ['however it is shortened', nameOf('2001:db8::6'), '2001:db8:0:0::/64'],
    ['the address that the proxy was asked from', nameOf('10.0.0.1', '6.6.6.6, 192.0.2.7', true), '192.0.2.7'],
    ['an address without its port', nameOf('10.0.0.1', '192.0.2.7:50123', true), '192.0.2.7'],
    ['an IPv6 address without its port', nameOf('10.0.0.1', '[2001:db8:1:2::6]:50123', true), '2001:db8:1:2::/64'],
    ['the proxy, where none is trusted', nameOf('10.0.0.1', '6.6.6.6', false), '10.0.0.1'],
    ['the proxy, where it says nothing', nameOf('10.0.0.1', undefined, true), '10.0.0.1'],
  ])('counts %s', (_what, name, expected) => {
    expect(name).toBe(expected)
  })
})
