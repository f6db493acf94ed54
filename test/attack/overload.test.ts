import net from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { limits } from '../../src/delivery/limits.js'
import { publishedNews } from '../support/content.js'
import { sqlite } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { createClient, type Answer } from '../support/send.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'

let editorial: TestEditorial
let site: PublicSide
let client: ReturnType<typeof createClient>
beforeAll(async () => {
  editorial = await startEditorial(sqlite)
  await publishedNews(editorial.payload, { title: 'En nyhet', slug: 'en-nyhet' })
  site = await startPublic(editorial)
  client = createClient(site.url)
})
afterAll(async () => {
  client.close()
  await site.close()
  await discard(editorial)
})
const changeable = limits as { time: number }
const { time } = limits
afterEach(() => void (changeable.time = time))

const post = (query: string): Promise<Answer> =>
  client.send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
  })
const codeOf = ({ body }: Answer): unknown =>
  (JSON.parse(body) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code

test('who asks for more at once than may wait is told to come again, in JSON; what was taken in is answered', async () => {
  const asked = Array.from({ length: 500 }, (_, n) => JSON.stringify({ query: `query Q${n} { counties { name } }` }))
  const requests = asked.map(
    (body, n) =>
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n` +
      `${n === asked.length - 1 ? 'Connection: close\r\n' : ''}\r\n${body}`,
  )
  // All of them in one go, which no client of HTTP does.
  const socket = net.connect(Number(new URL(site.url).port), '127.0.0.1')
  socket.write(requests.join(''))
  const answers = (await text(socket)).split(/(?=HTTP\/1\.1 \d{3} )/)
  expect(answers).toHaveLength(500)
  const refused = answers.filter((one) => !one.startsWith('HTTP/1.1 200'))
  expect(refused.length).toBeGreaterThan(0)
  expect(answers.length - refused.length).toBeGreaterThanOrEqual(200)
  for (const one of refused) {
    expect(one).toMatch(/^HTTP\/1\.1 503 /)
    expect(one).toMatch(/^Retry-After: \d+\r$/im)
    expect(one).toContain('"code":"OVERLOADED"')
  }
})

test('a query that takes too long is told so in JSON, and neither kept nor held against the next one', async () => {
  const query = '{ newsItem(county: "vasternorrland", slug: "en-nyhet") { title body { html } } }'
  changeable.time = -1
  const slow = await post(query)
  expect([slow.status, slow.headers['retry-after'], slow.headers['cache-control'], codeOf(slow)]).toEqual([
    503,
    '5',
    'no-store',
    'TOO_SLOW',
  ])
  changeable.time = time
  expect((await post(query)).body).toContain('En nyhet')
})
