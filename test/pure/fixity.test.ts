import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createNeededFiles, dueFiles, fixityStatus, type FileCheck } from '../../src/archive/pure/fixity.js'
import type { RecordBody } from '../../src/archive/pure/model.js'

const DAY = 86_400_000
const at = (milliseconds: number): string => new Date(milliseconds).toISOString()
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `file-${index}`)
type Act = Pick<RecordBody, 'action' | 'document' | 'revision' | 'index'>
const act = (document: string, revision: number, files: string[] | null): Act =>
  ({
    action: files ? 'PUBLISH' : 'DISPOSE',
    document: { id: document },
    revision,
    index: files && { files },
  }) as Act

describe('which files are needed', () => {
  const history = [act('a', 1, ['x', 'y']), act('a', 2, ['y', 'z']), act('b', 1, ['y']), act('a', 3, null)]
  test.each([[history], [history.toReversed()], [[...history, ...history]]])('in any order', (acts) => {
    const needed = createNeededFiles()
    for (const one of acts) needed.add(one)
    expect([needed.files(), needed.documents('y'), needed.documents('x')]).toEqual([['y'], ['b'], []])
    needed.add(act('a', 4, ['x']))
    expect([needed.files().sort(), needed.documents('x')]).toEqual([['x', 'y'], ['a']])
  })
})

describe('which files are due', () => {
  test('each within the period, never all at once, however their first reading was spread', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 5 * 24 }),
        (ages, hours) => {
          const pace = { period: 30 * DAY, round: hours * 3_600_000 }
          const files = names(ages.length)
          let now = 100 * DAY
          // Younger than half a period: older ones are a backlog, which is the next test's.
          const checks = new Map<string, FileCheck>(
            files.map((file, index) => [file, { checkedAt: at(now - (ages[index]! * DAY) / 2), result: 'OK' }]),
          )
          const share = Math.ceil((3 * files.length * pace.round) / pace.period)
          for (; now < 200 * DAY; now += pace.round) {
            const due = dueFiles(files, checks, at(now), pace)
            expect(due.length).toBeLessThanOrEqual(share)
            for (const file of due) checks.set(file, { checkedAt: at(now), result: 'OK' })
            const oldest = Date.parse(fixityStatus(files, checks, null).oldestCheck!)
            expect(now - oldest).toBeLessThanOrEqual(pace.period)
          }
        },
      ),
      { numRuns: 50 },
    )
  })

  test('each within the period, though a thousand came in one day', () => {
    const pace = { period: 30 * DAY, round: DAY / 4 }
    const files = names(1_000)
    const checks = new Map<string, FileCheck>(files.map((file) => [file, { checkedAt: at(0), result: 'OK' }]))
    for (let now = 0; now < 90 * DAY; now += pace.round) {
      for (const file of dueFiles(files, checks, at(now), pace)) checks.set(file, { checkedAt: at(now), result: 'OK' })
      expect(now - Date.parse(fixityStatus(files, checks, null).oldestCheck!)).toBeLessThanOrEqual(pace.period)
    }
  })

  test('a backlog is read oldest first, what is young is left alone', () => {
    const pace = { period: 30 * DAY, round: DAY }
    const checks = new Map<string, FileCheck>(
      [40, 10, 90, 60].map((age, index) => [`file-${index}`, { checkedAt: at((100 - age) * DAY), result: 'OK' }]),
    )
    const due = (round: number): string[] => dueFiles(names(4), checks, at(100 * DAY), { ...pace, round })
    expect([due(DAY), due(30 * DAY)]).toEqual([['file-2'], ['file-2', 'file-3', 'file-0']])
  })

  test('what is new, damaged or dated ahead is read in the next round; of a lost disk a hundred files', () => {
    const now = at(100 * DAY)
    const checks = new Map<string, FileCheck>([
      ['file-0', { checkedAt: now, result: 'OK' }],
      ['file-1', { checkedAt: now, result: 'FILE_CHANGED' }],
      ['file-2', { checkedAt: at(101 * DAY), result: 'OK' }],
    ])
    const pace = { period: 30 * DAY, round: 600_000 }
    expect(dueFiles(names(4), checks, now, pace)).toEqual(['file-1', 'file-2', 'file-3'])
    const lost = new Map(names(500).map((file) => [file, { checkedAt: now, result: 'FILE_MISSING' } as const]))
    expect(dueFiles([...names(500), 'new'], lost, now, pace)).toHaveLength(101)
  })
})
