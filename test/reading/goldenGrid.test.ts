import { expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import { createTrace } from '../../src/delivery/cache/trace.js'
import { resolveStrategy } from '../../src/delivery/editions.js'
import { createScope } from '../../src/delivery/scope.js'
import { prolong, repeal } from '../../src/workflow/laterDecision.js'
import { create, paragraph, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { discard } from '../support/service.js'
import { startReading, type Reading } from './reading.js'

// Västernorrland's strategy against violence in close relationships, written with the clock moved through 2013–2026,
// and asked for each day (down) as it was known at each moment (across). A cell says which edition was in force, or
// why none was; `?` marks what hangs on a date of which only the month is known.
const days = [
  ...['2013-06-01', '2014-01-01', '2016-12-31', '2017-01-01', '2017-12-31', '2018-01-01', '2021-12-31'],
  ...['2022-02-28', '2022-03-20', '2022-04-01', '2024-12-31', '2025-06-01', '2025-09-30', '2025-10-01', '2026-06-01'],
]
const moments = [
  ...['2013-12-01', '2014-06-01', '2017-06-01', '2017-12-19', '2018-01-01', '2019-06-01', '2022-03-01'],
  ...['2022-04-01', '2024-12-01', '2025-01-01', '2025-06-01', '2025-07-01', '2026-06-01'],
]

onEachDatabase((database) => {
  test('every day, as it was known at every moment, is answered as the history says', async () => {
    const reading = await startReading(database, '2013-11-01T08:00:00.000Z')
    try {
      const strategy = await history(reading)
      reading.clock.moveTo('2026-07-01T08:00:00.000Z')
      expect(await grid(reading, strategy)).toBe(golden)
    } finally {
      await reading.close()
      await discard(reading.editorial)
    }
  })
})

async function history({ payload, clock, withdraw, seal }: Reading): Promise<string> {
  const req = () => createLocalReq({}, payload)
  const own = { owner: 'vasternorrland', audience: 'own', _status: 'published' }
  const decision = { body: 'Länsstyrelsen Västernorrland' }
  clock.moveTo('2013-12-05T09:00:00.000Z')
  const strategy = await create(payload, 'strategies', { ...own, title: 'Länsstrategi', slug: 'vald' })
  const text = { ...own, strategy: strategy.id, title: 'Strategi', body: paragraph('Text.') }
  clock.moveTo('2013-12-10T09:00:00.000Z')
  const first = await create(payload, 'editions', {
    ...text,
    number: 1,
    label: '1',
    validFrom: '2014',
    validThrough: '2016',
  })
  clock.moveTo('2017-12-20T09:00:00.000Z')
  const second = await create(payload, 'editions', {
    ...text,
    ...{ number: 2, label: '2', validFrom: '2018-01-01', validThrough: '2021', supersedes: [first.id] },
  })
  clock.moveTo('2018-03-01T09:00:00.000Z')
  await withdraw('editions', first.id)
  clock.moveTo('2022-03-15T09:00:00.000Z')
  const third = await create(payload, 'editions', {
    ...text,
    ...{ number: 3, label: '3', validFrom: '2022-03', validThrough: '2024', supersedes: [second.id] },
  })
  clock.moveTo('2022-05-01T09:00:00.000Z')
  const correction = { context: { release: { changeNote: 'Rättat stavfel' } } }
  await update(payload, 'editions', third.id, { title: 'Strategi, rättad' }, correction)
  clock.moveTo('2024-12-15T09:00:00.000Z')
  await prolong(await req(), third.id, { validThrough: '2026', decision })
  clock.moveTo('2025-06-15T09:00:00.000Z')
  await repeal(await req(), third.id, { from: '2025-10-01', decision })
  clock.moveTo('2025-08-01T09:00:00.000Z')
  await seal('editions', second.id)
  return strategy.id
}

async function grid({ view }: Reading, strategy: string): Promise<string> {
  const rows: string[] = [['day        known at', ...moments.map((moment) => moment.slice(2))].join(' | ')]
  for (const day of days) {
    const cells: string[] = []
    for (const moment of moments) {
      const scope = createScope({
        view: await view(`${moment}T08:00:00.000Z`),
        language: 'sv' as const,
        county: 'vasternorrland',
        validAt: day,
        isNow: false,
        trace: createTrace(),
      })
      const { resolution } = await resolveStrategy(scope, strategy, day)
      const numbers = resolution.editions.map(
        ({ number, found }) => `${number}${found.publication === 'PUBLIC' ? '' : found.publication[0]!.toLowerCase()}`,
      )
      const cell = numbers.length > 0 ? numbers.join('+') : short[resolution.state]
      cells.push(`${cell}${resolution.certainty === 'POSSIBLE' ? '?' : ''}`.padEnd(8))
    }
    rows.push([day.padEnd(19), ...cells].join(' | ').trimEnd())
  }
  return `\n${rows.join('\n')}\n`
}

const short = { IN_FORCE: '!', BEFORE_FIRST: 'before', GAP: 'gap', AFTER_LAST: 'after', NOT_KNOWN_YET: '-' }

const golden = `
day        known at | 13-12-01 | 14-06-01 | 17-06-01 | 17-12-19 | 18-01-01 | 19-06-01 | 22-03-01 | 22-04-01 | 24-12-01 | 25-01-01 | 25-06-01 | 25-07-01 | 26-06-01
2013-06-01          | -        | before   | before   | before   | before   | before   | before   | before   | before   | before   | before   | before   | before
2014-01-01          | -        | 1?       | 1?       | 1?       | 1?       | 1w?      | 1w?      | 1w?      | 1w?      | 1w?      | 1w?      | 1w?      | 1w?
2016-12-31          | -        | 1?       | 1?       | 1?       | 1?       | 1w?      | 1w?      | 1w?      | 1w?      | 1w?      | 1w?      | 1w?      | 1w?
2017-01-01          | -        | after    | after    | after    | gap      | gap      | gap      | gap      | gap      | gap      | gap      | gap      | gap
2017-12-31          | -        | after    | after    | after    | gap      | gap      | gap      | gap      | gap      | gap      | gap      | gap      | gap
2018-01-01          | -        | after    | after    | after    | 2s       | 2s       | 2s       | 2s       | 2s       | 2s       | 2s       | 2s       | 2s
2021-12-31          | -        | after    | after    | after    | 2s?      | 2s?      | 2s?      | 2s?      | 2s?      | 2s?      | 2s?      | 2s?      | 2s?
2022-02-28          | -        | after    | after    | after    | after    | after    | after    | gap      | gap      | gap      | gap      | gap      | gap
2022-03-20          | -        | after    | after    | after    | after    | after    | after    | 3?       | 3?       | 3?       | 3?       | 3?       | 3?
2022-04-01          | -        | after    | after    | after    | after    | after    | after    | 3        | 3        | 3        | 3        | 3        | 3
2024-12-31          | -        | after    | after    | after    | after    | after    | after    | 3?       | 3?       | 3        | 3        | 3        | 3
2025-06-01          | -        | after    | after    | after    | after    | after    | after    | after    | after    | 3        | 3        | 3        | 3
2025-09-30          | -        | after    | after    | after    | after    | after    | after    | after    | after    | 3        | 3        | 3        | 3
2025-10-01          | -        | after    | after    | after    | after    | after    | after    | after    | after    | 3        | 3        | after    | after
2026-06-01          | -        | after    | after    | after    | after    | after    | after    | after    | after    | 3?       | 3?       | after    | after
`
