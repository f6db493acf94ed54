import { expect, test } from '@jest/globals'
import { serverAudits } from 'graphql-http'
import { onEachDatabase } from '../support/databases.js'
import { bothSides } from '../support/publicSide.js'

onEachDatabase((database) => {
  const sides = bothSides(database)

  const audits = serverAudits({ url: () => `${sides.site.url}/graphql`, fetchFn: fetch })
  const binding = audits.filter(({ name }) => /^(MUST|SHOULD)/.test(name))
  test.each(binding.map((audit) => [audit.name, audit] as const))('GraphQL over HTTP: %s', async (_name, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' })
  })

  test('a query that is too deep is told the limit and how it fared', async () => {
    const { errors } = await sides.site.query(
      `{ county(slug: "uppsala") { ${'topics { counties { '.repeat(8)} name ${'} }'.repeat(8)} } }`,
    )
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_COMPLEX', maximumDepth: 15, depth: 18 } }])
  })

  test('a query that costs too much is told what it costs', async () => {
    const { errors } = await sides.site.query(
      '{ counties { news(first: 100) { nodes { topics { counties { name } } } } } }',
    )
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'TOO_COMPLEX', maximumCost: 10_000 } })
    expect(errors?.[0]?.message).toMatch(/costs \d+, and at most 10000/)
  })

  test('a page of more than 100 is refused with the limit', async () => {
    const { errors } = await sides.site.query('{ county(slug: "uppsala") { news(first: 101) { totalCount } } }')
    expect(errors).toMatchObject([{ message: expect.stringContaining('0 to 100'), extensions: { code: 'BAD_INPUT' } }])
  })

  test.each([
    ['an impossible day', '{ strategy(county: "uppsala", slug: "x", validAt: "2017-02-30") { id } }'],
    ['an instant without a zone', '{ county(slug: "uppsala", knownAt: "2017-02-01T10:00:00") { name } }'],
    ['a moment far ahead', '{ topic(county: "uppsala", slug: "x", knownAt: "2999-01-01T00:00:00Z") { id } }'],
    ['a county that does not exist', '{ topic(county: "atlantis", slug: "x") { id } }'],
    ['a language that we do not have', '{ county(slug: "uppsala", language: "tlh") { name } }'],
    ['a cursor of somebody else', '{ county(slug: "uppsala") { news(after: "!!") { totalCount } } }'],
  ])('%s is BAD_INPUT, with words in both languages on what to send', async (_what, query) => {
    const { errors } = await sides.site.query(query)
    expect(errors).toMatchObject([
      { message: expect.any(String), extensions: { code: 'BAD_INPUT', sv: expect.any(String) } },
    ])
  })

  test('what a query cost stands in its answer', async () => {
    const { extensions } = await sides.site.query('{ counties { name } }')
    expect(extensions).toMatchObject({ cost: { cost: 22, maximumCost: 10_000, depth: 2, maximumDepth: 15 } })
  })

  test('a browser is shown an explorer that asks nobody but us', async () => {
    const response = await fetch(`${sides.site.url}/graphql`, { headers: { accept: 'text/html' } })
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'self'")
    // Programs are answered otherwise at the same address.
    expect(response.headers.get('vary')).toMatch(/\bAccept\b/)
    const known = { accept: 'text/html', 'if-none-match': String(response.headers.get('etag')) }
    expect((await fetch(`${sides.site.url}/graphql`, { headers: known })).status).toBe(304)
  })

  test('a query of more than 100,000 bytes is refused', async () => {
    const body = JSON.stringify({ query: `{ counties { name } } #${'x'.repeat(100_000)}` })
    const { status } = await fetch(`${sides.site.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(status).toBe(413)
  })

  test.each(['/', '/schema.graphql', '/health/live', '/health/ready'])('%s answers', async (path) => {
    expect((await fetch(sides.site.url + path)).status).toBe(200)
  })

  test('an address that does not exist is told so in Swedish, and names no software', async () => {
    const response = await fetch(`${sides.site.url}/wp-login.php`)
    expect([response.status, response.headers.get('x-powered-by')]).toEqual([404, null])
    expect(await response.text()).toContain('Sidan finns inte')
  })

  test('an address that cannot be read is refused, not a fault of ours', async () => {
    expect((await fetch(`${sides.site.url}/files/%E0%A4%A`)).status).toBe(400)
  })
})
