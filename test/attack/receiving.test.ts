import { expect, test } from '@jest/globals'
import { createReceiving } from '../../src/http/receiving.js'

test('of what is under way the first is given up when there is too much; what is whole, or was given up, counts no more', () => {
  const receiving = createReceiving(100)
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
