import { expect, test } from '@jest/globals'
import { sharedRuns } from '../../src/sharedRuns.js'

test('calls during a run share one more after it, whatever comes of the first', async () => {
  const ends: ((error?: Error) => void)[] = []
  const run = sharedRuns(
    () => new Promise((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve()))),
  )
  const first = run()
  const [second, third] = [run(), run()]
  expect(ends).toHaveLength(1)
  ends[0]!(new Error('away'))
  await expect(first).rejects.toThrow('away')
  const later = run()
  await new Promise(setImmediate)
  expect(ends).toHaveLength(2)
  ends[1]!()
  await Promise.all([second, third])
  await new Promise(setImmediate)
  ends[2]?.()
  await later
})
