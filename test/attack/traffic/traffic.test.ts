import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { paragraph, publishedNews } from '../../support/content.js'
import { onEachDatabase } from '../../support/databases.js'
import { createClient, type Answer, type Sent } from '../../support/send.js'
import { startEditorial } from '../../support/service.js'
import { hostileRequests, type Hostile } from './hostile.js'
import { serve, type Served } from './service.js'
import { holdSockets, oddities, sendOddity, type Leaving } from './sockets.js'

// The real service, in a process of its own, is sent what nobody should send. HOSTILE_REQUESTS=100000 goes on for longer.
const { HOSTILE_REQUESTS: count = '9000' } = process.env
const ODD = 1_000
const AT_ONCE = 250
const NEWS = 30
/** Bytes that may stay: caches fill to their bounds, and code is compiled. What a flood leaves behind is more. */
const MAY_STAY = 60_000_000

onEachDatabase((database) => {
  let service: Served
  let polite: Polite
  beforeAll(async () => {
    const editorial = await startEditorial(database)
    const body = paragraph('Länsstyrelsen samordnar arbetet i länet. '.repeat(40))
    for (let n = 0; n < NEWS; n += 1)
      await publishedNews(editorial.payload, { title: `Nyhet ${n}`, slug: `n-${n}`, body })
    await editorial.close()
    service = await serve(editorial)
    polite = createPolite(service.port)
  }, 300_000)
  afterAll(() => service.close())

  test(`${Number(count) + ODD} malformed, deep, wide, circular, huge and broken requests: no fault, no crash, no memory kept, and others are served`, async () => {
    // Once beforehand, so that what is kept in any case is there.
    await flood(service.port, hostileRequests(500))
    const before = await service.probe()
    const beside = polite.start()
    const [faults, odd] = await Promise.all([
      flood(service.port, hostileRequests(Number(count))),
      floodOddities(service.port),
    ])
    await beside.stop()
    const after = await service.probe()
    expect(faults).toEqual([])
    expect(odd.filter((status) => status >= 500 && status !== 503)).toEqual([])
    expect(polite.faults()).toEqual([])
    expect(polite.served()).toBeGreaterThan(50)
    expect([service.isRunning(), after.faults, service.logged()]).toEqual([true, [], []])
    expect(after.used - before.used).toBeLessThan(MAY_STAY)
  }, 600_000)

  test('fragments that use each other twice, forty deep, take no time, however often they are asked for', async () => {
    const chain = Array.from({ length: 40 }, (_, n) => `fragment F${n} on __Schema { ...F${n + 1} ...F${n + 1} }`)
    const query = `{ __schema { ...F0 } } ${chain.join(' ')} fragment F40 on __Schema { queryType { name } }`
    const client = createClient(`http://127.0.0.1:${service.port}`)
    for (let n = 0; n < 5; n += 1) {
      // Never the same request, so that no answer is ready; always the same text, which is compiled when it comes again.
      const address = `/graphql?${new URLSearchParams({ query, variables: JSON.stringify({ n }) }).toString()}`
      const { status, body } = await client.send(address)
      expect([status, body]).toEqual([200, expect.stringContaining('"name":"Query"')])
    }
    client.close()
  })

  test('who sends slowly, or nothing, is let go, and others are served meanwhile', async () => {
    const before = await service.probe()
    const beside = polite.start()
    await holdSockets(service.port, 400)
    await beside.stop()
    const after = await service.probe()
    expect(polite.faults()).toEqual([])
    expect([service.isRunning(), after.faults, service.logged()]).toEqual([true, [], []])
    expect(after.sockets).toBeLessThan(before.sockets + 50)
  }, 120_000)
})

/**
 * Sixteen at a time, from several addresses: one that asks for too much is told to wait.
 *
 * @returns in words, the answers that should not have been
 */
async function flood(port: number, requests: readonly Hostile[]): Promise<string[]> {
  const client = createClient(`http://127.0.0.1:${port}`)
  const waiting = [...requests.entries()].toReversed()
  const faults: string[] = []
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [n, asked] = next
      const { path, ...sent } = asked
      const from = { localAddress: `127.0.1.${1 + (n % 16)}` }
      const answer = await client.send(path, { ...sent, ...from }).catch(cutOff)
      if (!isChosen(answer)) faults.push(inWords(asked, answer))
    }
  }
  await Promise.all(Array.from({ length: 16 }, work))
  client.close()
  return faults
}

/** A body that is far too large may be cut off before the answer is read. */
const cutOff = (error: NodeJS.ErrnoException): Answer => {
  if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE' && error.message !== 'socket hang up') throw error
  return { status: 400, headers: {}, body: '', whole: '' }
}

/** Below 500, or a 503 that says why and when to come again; and nothing that was not foreseen. */
const isChosen = ({ status, headers, body }: Answer): boolean =>
  !body.includes('"INTERNAL"') &&
  (status < 500 || (status === 503 && headers['retry-after'] !== undefined && body.includes('"code"')))

const inWords = (asked: Hostile, { status, body }: Answer): string =>
  `${status} ${body.slice(0, 300)} for ${asked.method ?? 'GET'} ${asked.path.slice(0, 200)} ${String(asked.body).slice(0, 300)}`

async function floodOddities(port: number): Promise<number[]> {
  const leavings: Leaving[] = ['waits', 'closes its half', 'is gone']
  const statuses: number[] = []
  for (let n = 0; n < ODD; n += AT_ONCE) {
    const some = Array.from({ length: AT_ONCE }, (_, i) =>
      sendOddity(port, oddities[(n + i) % oddities.length]!, leavings[Math.floor((n + i) / oddities.length) % 3]!),
    )
    statuses.push(...(await Promise.all(some)).flat())
  }
  return statuses
}

interface Polite {
  start(): { stop(): Promise<void> }
  served(): number
  faults(): string[]
}

/** A website beside them, at an address of its own: asks for what is known and for what is not, and looks at what it gets. */
function createPolite(port: number): Polite {
  let served = 0
  const faults: string[] = []
  const one = async (client: ReturnType<typeof createClient>, n: number): Promise<void> => {
    const slug = n % NEWS
    const query = `query Polite${n % 3 === 0 ? n : ''} { newsItem(county: "vasternorrland", slug: "n-${slug}") { title } }`
    const sent: Sent = { headers: { accept: 'application/json' }, localAddress: '127.0.0.2' }
    const { status, body } = await client.send(`/graphql?query=${encodeURIComponent(query)}`, sent)
    const { data } = JSON.parse(body) as { data?: { newsItem: { title: string } } }
    served += 1
    if (status !== 200 || data?.newsItem.title !== `Nyhet ${slug}`) faults.push(`${status} ${body}`)
  }
  return {
    served: () => served,
    faults: () => faults,
    start: () => {
      const client = createClient(`http://127.0.0.1:${port}`)
      let isOver = false
      const running = (async () => {
        for (let n = 0; !isOver; n += 1) {
          await one(client, n).catch((error: unknown) => faults.push(String(error)))
          await new Promise((resolve) => setTimeout(resolve, 10))
        }
        client.close()
      })()
      return {
        stop: () => {
          isOver = true
          return running
        },
      }
    },
  }
}
