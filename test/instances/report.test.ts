import { expect, test } from '@jest/globals'
import { pino } from 'pino'
import { ServiceError, type ErrorCode } from '../../src/errors.js'
import { createReport } from '../../src/http/report.js'

const fault = (code: ErrorCode): ServiceError => new ServiceError(code, { sv: 'Försök igen.', en: 'Try again.' })

test('what passes by itself is told when it begins and when it has passed, with how often it was met; all else each time', async () => {
  const lines: Record<string, unknown>[] = []
  let told = (): void => {}
  const write = (line: string): void => {
    lines.push(JSON.parse(line) as Record<string, unknown>)
    told()
  }
  const report = createReport(pino({}, { write }), 10)
  const passed = new Promise<void>((resolve) => (told = () => lines.length === 5 && resolve()))
  for (let n = 0; n < 3; n += 1) report(fault('ARCHIVE_UNAVAILABLE'), `away ${n}`)
  report(fault('OVERLOADED'), 'another')
  report(new Error('unforeseen'), 'one')
  await passed
  expect(lines.map(({ level, code, count, requestId }) => [level, code ?? requestId, count])).toEqual([
    [40, 'ARCHIVE_UNAVAILABLE', undefined],
    [40, 'OVERLOADED', undefined],
    [50, 'one', undefined],
    [30, 'ARCHIVE_UNAVAILABLE', 3],
    [30, 'OVERLOADED', 1],
  ])
  report(fault('ARCHIVE_UNAVAILABLE'), 'later')
  expect(lines.at(-1)).toMatchObject({ level: 40, code: 'ARCHIVE_UNAVAILABLE', requestId: 'later' })
})
