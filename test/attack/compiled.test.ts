import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildSchema } from 'graphql'
import { readFileSync } from 'node:fs'
import type { OpenArchive } from '../../src/archive/read/openArchive.js'
import { sqlite } from '../support/databases.js'
import { openFor, startUncached, type Uncached } from '../support/uncached.js'
import { anyQuery, choosingFrom } from './leaks/anyQuery.js'
import { poolsOf } from './leaks/pools.js'
import { startLeakWorld, type LeakWorld } from './leaks/world.js'

// A query that has come three times is compiled. COMPILED_RUNS=20000 looks further.
const { COMPILED_RUNS: runs = '1500' } = process.env

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'))
let world: LeakWorld
let archive: OpenArchive
let uncached: Uncached
beforeAll(async () => {
  world = await startLeakWorld(sqlite)
  archive = await openFor(world.editorial)
  uncached = await startUncached(archive, world.site.shelf.now)
}, 300_000)
afterAll(async () => {
  await archive.close()
  await world.close()
})

interface Body {
  data?: unknown
  errors?: { path?: unknown }[]
}

/**
 * The same bytes. Where something failed, the same data, and every error that is told at first: where several fields
 * fail under one that then is null, the reference stops at the first of them and a compiled query tells of all.
 */
function isSame(first: string, compiled: string): boolean {
  if (first === compiled) return true
  const [one, other] = [JSON.parse(first), JSON.parse(compiled)] as [Body, Body]
  const told = new Set(other.errors?.map((error) => JSON.stringify(error)))
  return (
    one.errors !== undefined &&
    one.errors.every((error) => told.has(JSON.stringify(error))) &&
    JSON.stringify({ ...one, errors: [] }) === JSON.stringify({ ...other, errors: [] })
  )
}

test('a query that has been compiled gives the same bytes as one that is executed for the first time', async () => {
  const pools = poolsOf(world)
  const choices = fc.array(fc.nat({ max: 1_000_000 }), { maxLength: 150, size: 'max' })
  let answered = 0
  await fc.assert(
    fc.asyncProperty(choices, async (numbers) => {
      const { query, variables } = anyQuery(schema, pools, choosingFrom(numbers))
      const bodies: string[] = []
      for (let n = 0; n < 4; n += 1) bodies.push(await uncached.ask(query, variables))
      if (bodies[0]!.includes('"data":{')) answered += 1
      if (bodies.some((body) => !isSame(bodies[0]!, body)))
        throw new Error(`${JSON.stringify({ query, variables })}\nat first ${bodies[0]}\ncompiled ${bodies[3]}`)
    }),
    { numRuns: Number(runs) },
  )
  expect(answered).toBeGreaterThan(Number(runs) / 4)
}, 300_000)
