import { expect, test } from '@jest/globals'
import { createReceiving } from '../../src/http/receiving.js'

test('of what is under way the first is given up when there is too much; what is whole, or was given up, counts no more', () => {
  const receiving = createReceiving({ bytes: 100, milliseconds: 60_000 })
  const gone: string[] = []
  const begin = (name: string): ReturnType<typeof receiving> => receiving(() => gone.push(name))
  const [first, second, third] = [begin('first'), begin('second'), begin('third')]
  second.add(40)
  first.add(40)
  third.add(20)
  expect(gone).toEqual([])
  third.add(1)
  expect(gone).toEqual(['first'])
  first.add(1_000)
  first.end()
  third.add(39)
  expect(gone).toEqual(['first'])
  second.end()
  begin('fourth').add(40)
  expect(gone).toEqual(['first'])
  begin('fifth').add(101)
  expect(gone).toEqual(['first', 'third', 'fourth', 'fifth'])
})

test('of what has sent nothing yet nothing is won by giving it up', () => {
  const receiving = createReceiving({ bytes: 100, milliseconds: 60_000 })
  const gone: string[] = []
  const [empty, large] = ['empty', 'large'].map((name) => receiving(() => gone.push(name)))
  large?.add(101)
  expect(gone).toEqual(['large'])
  empty?.add(100)
  expect(gone).toEqual(['large'])
})

test('what takes too long is given up, and nothing else', async () => {
  const receiving = createReceiving({ bytes: 100, milliseconds: 1 })
  const told: string[] = []
  const whole = receiving(() => told.push('whole'))
  whole.end()
  // The first by itself, the second when nothing has been watched for a while.
  for (const name of ['first', 'second'])
    await new Promise<void>((resolve) => {
      receiving(() => {
        told.push(name)
        resolve()
      })
    })
  expect(told).toEqual(['first', 'second'])
})
