import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { startAway, type Away } from '../support/away.js'
import { create, publishedNews } from '../support/content.js'
import { startDelivering, type Delivering } from '../support/delivering.js'
import { onEachDatabase } from '../support/databases.js'

onEachDatabase((database) => {
  let away: Away
  /** The one that runs: tests start others on the same place. */
  let delivering: Delivering
  beforeEach(async () => {
    away = await startAway(database, { LOG_LEVEL: 'info' })
    delivering = away.delivering
  })
  afterEach(() => away.close(delivering))

  const one = 'query($id: ID!, $knownAt: DateTime) { node(id: $id, knownAt: $knownAt) { ... on NewsItem { title } } }'
  const titleNow = (id?: string): Promise<unknown> => away.titleFrom(delivering, id)
  const asOf = async (): Promise<string | null> =>
    (await delivering.get('/graphql?query={counties{name}}')).headers.get('X-Data-As-Of')
  const askForThePast = async (): Promise<{ status: number; body: unknown; retryAfter: string | null }> => {
    const asked = { query: one, variables: JSON.stringify({ id: away.news.id, knownAt: away.before }) }
    const response = await delivering.get(`/graphql?${new URLSearchParams(asked).toString()}`)
    return { status: response.status, body: await response.json(), retryAfter: response.headers.get('Retry-After') }
  }

  /** Readers who ask for ever new things, none of which is kept as an answer. */
  function underLoad(): { end(): Promise<{ answers: number; faults: unknown[] }> } {
    let isOver = false
    let answers = 0
    const faults: unknown[] = []
    const read = async (reader: number): Promise<void> => {
      for (let n = 0; !isOver; n += 1) {
        const query = `query Reader${reader}N${n}($id: ID!) { node(id: $id) { ... on NewsItem { title } } county(slug: "vasternorrland") { news(first: 5) { totalCount } } }`
        const result = await delivering
          .query(query, { id: away.news.id })
          .catch((error: unknown) => ({ errors: [error] }))
        answers += 1
        if (result.errors) faults.push(result)
      }
    }
    const readers = [0, 1, 2, 3].map(read)
    return {
      end: async () => {
        isOver = true
        await Promise.all(readers)
        return { answers, faults }
      },
    }
  }

  test.each(database.name === 'SQLite' ? (['refused'] as const) : (['refused', 'silent'] as const))(
    'with the database away (%s) nothing that is public now fails, and every answer says as of when it is',
    async (how) => {
      expect(await asOf()).toBeNull()
      const load = underLoad()
      await away.way.cut(how)
      await delivering.until(async () => (await asOf()) !== null)
      expect(await askForThePast()).toMatchObject({
        status: 503,
        retryAfter: '5',
        body: { errors: [{ extensions: { code: 'ARCHIVE_UNAVAILABLE' } }] },
      })
      for (let n = 0; n < 5; n += 1) expect((await askForThePast()).status).toBe(503)
      // Told when it begins, and not for each reader.
      const loud = delivering.logged.filter(({ level, code }) => level === 50 || code !== undefined)
      expect(loud.map(({ level, code }) => [level, code])).toEqual([
        [50, undefined],
        [40, 'ARCHIVE_UNAVAILABLE'],
      ])
      const ready = await delivering.get('/health/ready')
      expect([ready.status, await ready.json()]).toEqual([
        200,
        expect.objectContaining({ status: 'behind', database: 'away', asOf: await asOf() }),
      ])
      expect(await titleNow()).toBe('Andra')

      await away.way.mend()
      await delivering.until(async () => (await asOf()) === null)
      const later = await publishedNews(away.editorial.payload, { title: 'Senare' })
      await delivering.until(async () => (await titleNow(later.id)) === 'Senare')
      expect(await askForThePast()).toMatchObject({ status: 200, body: { data: { node: { title: 'Första' } } } })
      const { answers, faults } = await load.end()
      expect(faults).toEqual([])
      expect(answers).toBeGreaterThan(20)
    },
  )

  test('an instance that starts while the database is away serves what it had, and catches up when it is back', async () => {
    const site = {
      county: 'vasternorrland',
      origins: [{ origin: 'https://vn.example.se' }],
      paths: { news: '/nyheter/{slug}' },
    }
    await create(away.editorial.payload, 'websites', site)
    const page = 'query($id: ID!) { node(id: $id) { ... on NewsItem { pageUrl } } }'
    const pageUrl = async (): Promise<string> => {
      const { data } = await delivering.query(page, away.news)
      return (data as { node: { pageUrl: string } }).node.pageUrl
    }
    await delivering.until(async () => (await pageUrl()).startsWith('https://vn.example.se/'))

    await delivering.kill('SIGTERM')
    await away.way.cut('refused')
    delivering = await startDelivering(away.place)
    // From the first answer on, before it is known whether the database answers.
    expect(await asOf()).not.toBeNull()
    expect(await titleNow()).toBe('Andra')
    expect(await pageUrl()).toMatch('https://vn.example.se/')
    await delivering.kill('SIGKILL')
    delivering = await startDelivering(away.place)
    expect(await titleNow()).toBe('Andra')

    await away.way.mend()
    const later = await publishedNews(away.editorial.payload, { title: 'Senare' })
    await delivering.until(async () => (await titleNow(later.id)) === 'Senare')
    await delivering.until(async () => (await asOf()) === null)
  })

  test('an instance that has nothing yet says so, and serves as soon as the database answers', async () => {
    await delivering.kill('SIGTERM')
    await away.way.cut('refused')
    delivering = await startDelivering({ ...away.place, shelfDir: path.join(away.editorial.dataDir, 'another') })
    const response = await delivering.get('/graphql?query={counties{name}}')
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '2'])
    expect((await delivering.get('/health/live')).status).toBe(200)
    expect((await delivering.get('/health/ready')).status).toBe(503)
    await away.way.mend()
    await delivering.until(async () => (await titleNow()) === 'Andra')
  })
})
