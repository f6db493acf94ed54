import { expect, test } from '@jest/globals'
import { createAnswers } from '../../src/delivery/answers.js'
import { createDelivery } from '../../src/delivery/delivery.js'
import { openWorld } from '../properties/openWorld.js'
import { create, newsItem, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { addresses, startUncached } from '../support/uncached.js'

// What was kept, when what was planned has come: also where nobody asked in the meantime.
onEachDatabase((database) => {
  const open = openWorld(database)
  const pass = async (hours: number): Promise<void> => {
    open.world.clock.pass(hours)
    await open.world.site.shelf.follow()
  }
  const asked = async (query: string): Promise<string> => JSON.stringify((await open.world.site.query(query)).data)
  const fresh = async (query: string): Promise<string> => {
    const body = await (await startUncached(open.archive, open.world.clock.now)).ask(query)
    return JSON.stringify((JSON.parse(body) as { data: unknown }).data)
  }
  const published = (title: string, more: object = {}, plannedFor?: string): Promise<{ id: string }> => {
    const options = plannedFor ? { context: { release: { plannedFor } } } : {}
    return create(open.world.editorial.payload, 'news', newsItem({ _status: 'published', title, ...more }), options)
  }
  const inHours = (hours: number): string =>
    new Date(Date.parse(open.world.clock.now()) + hours * 3_600_000).toISOString()

  test('a list shows a planned first publication, though nobody asked between the plan and its instant', async () => {
    const list = '{ county(slug: "vasternorrland") { news { nodes { title } } } }'
    await published('Först')
    await pass(1)
    expect(await asked(list)).toContain('Först')
    await published('Planerad', {}, inHours(1))
    await pass(0)
    await pass(2)
    expect(await asked(list)).toBe(await fresh(list))
    expect(await asked(list)).toContain('Planerad')
  })

  test('an answer that was begun before a plan’s instant and finished after it is not kept', async () => {
    const { shelf } = open.world.site
    await published('Först', { owner: 'kalmar' })
    await published('Planerad', { owner: 'kalmar' }, inHours(2))
    await pass(1)
    const delivery = createDelivery({ shelf, reader: open.archive.reader, addresses, documentOf: () => undefined })
    const answering: typeof delivery.answer = async (request) => {
      const answered = await delivery.answer(request)
      await pass(1)
      return answered
    }
    const answers = createAnswers({ delivery: { ...delivery, answer: answering }, shelf, limit: 1_000_000 })
    answers.follow(shelf.entriesFrom(0, 1_000).slice(-1))
    const headers = { 'content-type': 'application/json', accept: 'application/json' }
    const body = JSON.stringify({ query: '{ county(slug: "kalmar") { news { nodes { title } } } }' })
    const request = { method: 'POST', url: '/graphql', headers, body, requestId: '', report: () => {} }
    const { answer } = await answers.make('key', request)
    expect(answer?.body.toString()).not.toContain('Planerad')
    expect(answer?.until).toBe(Date.parse(open.world.clock.now()))
    expect(answers.known('key')).toBeUndefined()
  })

  test('an address that a document once had leads to it as soon as it is shown there', async () => {
    const atAddress = '{ newsItem(county: "vasternorrland", slug: "alfa") { title slug } }'
    const { id } = await published('Flyttad', { owner: 'gavleborg', slug: 'alfa' })
    await pass(1)
    await update(open.world.editorial.payload, 'news', id, { slug: 'beta', _status: 'published' })
    await pass(1)
    expect(await asked(atAddress)).toBe('{"newsItem":null}')
    await update(open.world.editorial.payload, 'news', id, { audience: 'all', _status: 'published' })
    await pass(1)
    expect(await asked(atAddress)).toBe(await fresh(atAddress))
    expect(await asked(atAddress)).toContain('Flyttad')
  })
})
