import { expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import type { ArchiveReader } from '../../src/archive/read/reader.js'
import { createShelf } from '../../src/archive/read/shelf.js'
import { takeDown } from '../../src/workflow/takeDown.js'
import { openWorld } from '../properties/openWorld.js'
import { create, newsItem, paragraph, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { deliveryOver, startUncached } from '../support/uncached.js'

// What may happen while an answer waits for a text of the past.
onEachDatabase((database) => {
  const own = { owner: 'vasternorrland', audience: 'own', _status: 'published' }
  const open = openWorld(database)

  test('what is sealed meanwhile is in no later answer', async () => {
    const { payload } = open.world.editorial
    const topic = await create(payload, 'topics', { ...own, title: 'Ämne', slug: 'amne', body: paragraph('x') })
    const strategy = await create(payload, 'strategies', { ...own, title: 'Plan', slug: 'plan', topics: [topic.id] })
    const edition = (number: number, validFrom: string, validThrough: string | null): Promise<{ id: string }> =>
      create(payload, 'editions', {
        ...{ ...own, strategy: strategy.id, number, title: `${number}`, label: `${number}`, body: paragraph('x') },
        ...{ validFrom, validThrough },
      })
    const old = await edition(1, '2018', '2019')
    await edition(2, '2020', null)
    const news = await create(payload, 'news', newsItem({ ...own, title: 'HEMLIGT', slug: 'h', topics: [topic.id] }))
    const seal = async (collection: 'editions' | 'news', id: string): Promise<void> => {
      const req = await createLocalReq({}, payload)
      await takeDown(req, collection, id, { action: 'SEAL', reason: 'Fel', withdrawal: null })
      open.world.clock.pass()
    }
    await seal('editions', old.id)

    const gate = gated(open.archive.reader)
    const shelf = createShelf({ reader: gate.reader, now: open.world.clock.now })
    await shelf.follow()
    const delivery = deliveryOver(shelf, gate.reader)
    const list = '{ topic(county: "vasternorrland", slug: "amne") { news { nodes { id publication title } } } }'
    // A sealed edition keeps its place in time, which its text tells: that is read first.
    const slow =
      '{ strategy(county: "vasternorrland", slug: "plan") { inForce { editions { strategy { topics { news { nodes { title } } } } } } } }'
    expect(await delivery.ask(list)).toContain('HEMLIGT')
    await seal('news', news.id)
    gate.close()
    const asking = delivery.ask(slow)
    await gate.reached
    await shelf.follow()
    gate.open()
    await asking
    expect(await delivery.ask(list)).toBe(await (await startUncached(open.archive, open.world.clock.now)).ask(list))
    expect(await delivery.ask(list)).not.toContain('HEMLIGT')
  })

  test('what is let go of, because what stands beside it failed, ends nothing', async () => {
    const { payload } = open.world.editorial
    for (let n = 0; n < 70; n += 1) {
      const { id } = await create(payload, 'news', newsItem({ _status: 'published', owner: 'gotland' }))
      await update(payload, 'news', id, { title: 'Ny', _status: 'published' })
    }
    const then = open.world.clock.now()
    open.world.clock.pass()
    for (const { id } of (await payload.find({ collection: 'news' as never, pagination: false })).docs)
      await update(payload, 'news', String(id), { title: 'Nyare', _status: 'published' })
    open.world.clock.pass()
    const shelf = createShelf({ reader: open.archive.reader, now: open.world.clock.now })
    await shelf.follow()
    const delivery = deliveryOver(shelf, open.archive.reader)
    const moment = new Date(Date.parse(then) + 1_800_000).toISOString()
    const lists = Array.from({ length: 8 }, (_, n) => `a${n}: news(first: 100) { nodes { title } }`).join(' ')
    const query = `{ county(slug: "gotland", knownAt: "${moment}") { ${lists} } }`
    expect(await delivery.ask(query)).toContain('"Ny"')

    const unhandled: unknown[] = []
    const note = (error: unknown): void => void unhandled.push(error)
    process.on('unhandledRejection', note)
    // The time that one answer may take is over while its texts are being asked for, as where the thread is busy.
    const real = performance.now.bind(performance)
    let looks = 0
    performance.now = () => real() + ((looks += 1) > 3 ? 10_000 : 0)
    try {
      expect(await delivery.ask(query)).toContain('TOO_SLOW')
      for (let n = 0; n < 20; n += 1) await new Promise((resolve) => setImmediate(resolve))
    } finally {
      performance.now = real
      process.off('unhandledRejection', note)
    }
    expect(unhandled).toEqual([])
  })
})

/** A reader whose texts come when the gate is open. */
function gated(reader: ArchiveReader): { reader: ArchiveReader; reached: Promise<void>; open(): void; close(): void } {
  let reach: () => void = () => {}
  let open: () => void = () => {}
  let gate: Promise<void> | undefined
  const reached = new Promise<void>((resolve) => {
    reach = resolve
  })
  const waiting = Object.create(reader) as ArchiveReader
  waiting.snapshots = async (ids) => {
    const read = await reader.snapshots(ids)
    if (gate) reach()
    await gate
    return read
  }
  return {
    reader: waiting,
    reached,
    open: () => open(),
    close: () => {
      gate = new Promise((resolve) => {
        open = () => {
          gate = undefined
          resolve()
        }
      })
    },
  }
}
