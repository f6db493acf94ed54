import { expect, test } from '@jest/globals'
import { createTurns, type Turns } from '../../src/http/turns.js'
import { createBudget } from '../../src/delivery/budget.js'

/** Work that notes when it was done. */
const noting = (done: string[], name: string) => (): Promise<void> => {
  done.push(name)
  return Promise.resolve()
}

/** Work that is done at once is done before its turn can be waited for. */
const inTurn =
  (turns: Turns) =>
  async <T>(who: string, work: () => T | Promise<T>): Promise<T> =>
    turns(who, work)

test('who asks for much waits for who asks for little, and not the other way round', async () => {
  const turns = inTurn(createTurns())
  const done: string[] = []
  const asked = Array.from({ length: 50 }, (_, n) => turns('much', noting(done, `much ${n}`)))
  asked.push(turns('little', noting(done, 'little')), turns('another', noting(done, 'another')))
  await Promise.all(asked)
  expect(done.indexOf('little')).toBeLessThan(4)
  expect(done.indexOf('another')).toBeLessThan(4)
  expect(done.filter((name) => name.startsWith('much'))).toEqual(Array.from({ length: 50 }, (_, n) => `much ${n}`))
})

test('between two pieces of work the thread is free for what needs none', async () => {
  const turns = inTurn(createTurns())
  const done: string[] = []
  const asked = Array.from({ length: 3 }, (_, n) => turns('one', noting(done, `work ${n}`)))
  setImmediate(() => done.push('something else'))
  await Promise.all(asked)
  expect(done.indexOf('something else')).toBeLessThan(done.indexOf('work 2'))
})

test.each([
  ['as much as fits shares a round', 60_000, ['work', 'work', 'work', 'something else']],
  ['what takes longer has the rest of it', 0, ['work', 'work', 'something else', 'work']],
])('of work that is done at once, %s', async (_, round, wanted) => {
  const turns = inTurn(createTurns({ round }))
  const done: string[] = []
  const asked = Array.from({ length: 3 }, () => turns('one', () => done.push('work')))
  setImmediate(() => done.push('something else'))
  await Promise.all(asked)
  await new Promise(setImmediate)
  expect(done).toEqual(wanted)
})

test('work that fails, at once or later, fails for who asked alone, and the line goes on', async () => {
  const turns = inTurn(createTurns())
  const done: string[] = []
  const asked = [
    turns('one', noting(done, 'first')),
    turns('one', () => Promise.reject(new Error('later'))),
    turns('one', () => {
      throw new Error('at once')
    }),
    turns('one', noting(done, 'last')),
  ]
  const fared = await Promise.allSettled(asked)
  expect(fared.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(done).toEqual(['first', 'last'])
})

test('beyond what may wait, of one and of all, the answer is OVERLOADED and the others are not touched', async () => {
  const turns = inTurn(createTurns({ each: 3, all: 5 }))
  const done: string[] = []
  const ask = (who: string): Promise<string> =>
    turns(who, noting(done, who)).then(
      () => 'done',
      (error: { code: string }) => error.code,
    )
  const fared = await Promise.all('aaaaabbbcc'.split('').map(ask))
  // The first is worked on at once, and does not wait.
  expect(fared.join(' ')).toBe('done done done done OVERLOADED done done OVERLOADED OVERLOADED OVERLOADED')
  expect(await ask('c')).toBe('done')
})

test('whoever has spent the time is told TOO_SLOW, at the latest with the next text and every 64 readings', () => {
  const { read, write } = createBudget({ time: -1, texts: 100 })
  for (let n = 0; n < 63; n += 1) read()
  expect(read).toThrow(expect.objectContaining({ code: 'TOO_SLOW' }))
  expect(read).toThrow(expect.objectContaining({ code: 'TOO_SLOW' }))
  expect(() => write(1)).toThrow(expect.objectContaining({ code: 'TOO_SLOW' }))
})

test('texts are counted before they are written', () => {
  const { write } = createBudget({ time: 60_000, texts: 100 })
  write(60)
  write(40)
  expect(() => write(1)).toThrow(expect.objectContaining({ code: 'TOO_COMPLEX' }))
})
