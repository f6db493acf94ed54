import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { execute, parse } from 'graphql'
import type { OpenArchive } from '../../src/archive/read/openArchive.js'
import { createShelf, type Shelf } from '../../src/archive/read/shelf.js'
import { createAsked } from '../../src/delivery/asked.js'
import { schema } from '../../src/delivery/schema/index.js'
import { createParts } from '../../src/delivery/writing/parts.js'
import { createQueryWriter } from '../../src/delivery/writing/query.js'
import { sqlite } from '../support/databases.js'
import { addresses, deliveryOver, openFor, type Uncached } from '../support/uncached.js'
import { anyQuery, choosingFrom } from './leaks/anyQuery.js'
import { poolsOf } from './leaks/pools.js'
import { startLeakWorld, type LeakWorld } from './leaks/world.js'

// What is public now is written as text, and what it tells of documents is kept. WRITTEN_RUNS=20000 looks further.
const { WRITTEN_RUNS: runs = '1500' } = process.env

let world: LeakWorld
let archive: OpenArchive
let shelf: Shelf
let delivery: Uncached
beforeAll(async () => {
  world = await startLeakWorld(sqlite)
  archive = await openFor(world.editorial)
  shelf = createShelf({ reader: archive.reader, now: world.site.shelf.now })
  await shelf.follow()
  delivery = deliveryOver(shelf, archive.reader)
}, 300_000)
afterAll(async () => {
  await archive.close()
  await world.close()
})

/** What graphql-js makes of it; null where anything failed. */
async function byTheReference(query: string, variableValues: Record<string, unknown>): Promise<string | null> {
  const asked = createAsked(shelf, archive.reader)
  const contextValue = { ...asked.context, addresses }
  const { data, errors } = await execute({ schema, document: parse(query), variableValues, contextValue })
  asked.end()
  return errors ? null : JSON.stringify(data)
}

const dataIn = (body: string): string => /^\{"data":(.*),"extensions":\{"cost":\{[^{}]*\}\}\}$/s.exec(body)?.[1] ?? body

test('what is written has the same bytes as what graphql-js makes, at first and from parts that were kept', async () => {
  const pools = poolsOf(world)
  const choices = fc.array(fc.nat({ max: 1_000_000 }), { maxLength: 150, size: 'max' })
  let answered = 0
  await fc.assert(
    fc.asyncProperty(choices, async (numbers) => {
      const { query, variables } = anyQuery(schema, pools, choosingFrom(numbers))
      const bodies: string[] = []
      for (let n = 0; n < 3; n += 1) bodies.push(await delivery.ask(query, variables))
      if (!bodies[0]!.startsWith('{"data":')) return
      answered += 1
      const wanted = await byTheReference(query, variables)
      if (bodies.some((body) => dataIn(body) !== wanted))
        throw new Error(`${JSON.stringify({ query, variables })}\nwanted ${wanted}\n${bodies.join('\n')}`)
    }),
    { numRuns: Number(runs) },
  )
  expect(answered).toBeGreaterThan(Number(runs) / 4)
}, 300_000)

const news = 'county(slug: "vasternorrland") { news(first: 3)'
const everyVariable = [
  {},
  { yes: true, no: true },
  { yes: true, no: false },
  { yes: false, no: true },
  { yes: false, no: false, first: null, language: 'en' },
] as Record<string, unknown>[]

// What the random ones do not have: what is left out, fragments, fields of one name, defaults, types of documents.
test.each([
  `query ($yes: Boolean = true) { ${news} { totalCount @include(if: $yes) nodes { id title @skip(if: $yes) } } } }`,
  `query ($yes: Boolean = true, $no: Boolean = false) { ${news} { nodes { ...A @include(if: $yes) ... on NewsItem @skip(if: $no) { lead } } } } } fragment A on Document { id slug }`,
  `query ($yes: Boolean = false) { ${news} @include(if: $yes) { totalCount } } }`,
  `{ ${news} { nodes { title @skip(if: true) } } } }`,
  `{ ${news} { nodes { topics { id } } ...A } } } fragment A on NewsItemConnection { nodes { topics { title } ...B } } fragment B on NewsItem { __typename topics { counties { slug } } }`,
  `{ ${news} { ...A ...A nodes { ...B ...B } } } } fragment A on NewsItemConnection { totalCount } fragment B on NewsItem { id }`,
  `query ($language: Language = sv, $first: Int = 2) { county(slug: "gavleborg", language: $language) { a: news(first: $first) { nodes { title } } b: news(first: $first) { edges { node { title } cursor } } } }`,
  `query ($at: Date = "2019-06-01") { county(slug: "vasternorrland") { strategies { nodes { title inForce(validAt: $at) { state validAt editions { label validity(validAt: $at) } } } } topics { kind: __typename strategies { nodes { __typename } } } } }`,
  '{ counties { slug __typename contacts { name } } }',
  `query Named { ...A } fragment A on Query { __typename county(slug: "uppsala") { name } }`,
])('%s', async (query) => {
  const document = parse(query)
  const write = createQueryWriter(schema, document)
  const parts = createParts()
  for (const variableValues of everyVariable) {
    const wanted = await byTheReference(query, variableValues)
    const context = { ...createAsked(shelf, archive.reader).context, addresses }
    const written = write({ context, variables: variableValues }, () => parts)
    expect(written && Buffer.from(written, 'latin1').toString()).toBe(wanted ?? undefined)
    for (let n = 0; n < 3; n += 1) {
      const body = await delivery.ask(query, { ...variableValues, n })
      if (wanted === null) expect(body).toMatch(/^\{"errors":/)
      else expect(dataIn(body)).toBe(wanted)
    }
  }
})
