import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { nextStockholmDay, stockholmDate } from '../../src/archive/pure/stockholm.js'
import type { OpenArchive } from '../../src/archive/read/openArchive.js'
import { onEachDatabase, type TestDatabase } from '../support/databases.js'
import { allRows } from '../support/service.js'
import { openFor, startUncached } from '../support/uncached.js'
import { acts, type Act } from './acts.js'
import { perform } from './perform.js'
import { startWorld, type World } from './world.js'

// Whatever is done, in any order, and whatever time passes, an answer that was kept is the one that would be given now.
//   CACHED_RUNS=200                     looks further
//   CACHED_SEED=… CACHED_PATH=…         does the same acts again
const { CACHED_RUNS: runs = '6', CACHED_SEED: seed, CACHED_PATH: path } = process.env
const HOUR = 3_600_000

onEachDatabase((database) => {
  test(
    'a kept answer is the same as one freshly worked out, after any acts and at any instant',
    () =>
      fc.assert(
        fc.asyncProperty(acts(16), (done) => hold(database, done)),
        { numRuns: Number(runs), endOnFailure: !seed, ...(seed && { seed: Number(seed) }), ...(path && { path }) },
      ),
    HOUR,
  )
})

async function hold(database: TestDatabase, done: readonly Act[]): Promise<void> {
  const world = await startWorld(database)
  const archive = await openFor(world.editorial)
  try {
    const wrong: string[] = []
    for (const [n, act] of done.entries()) {
      await perform(world, act)
      await world.site.shelf.follow()
      wrong.push(...(await differing(world, archive, act.act)))
      // Time goes on to where answers change by themselves, and stops a millisecond before it and at it.
      for (const instant of n % 3 === 2 ? await nextInstants(world) : []) {
        world.clock.moveTo(instant)
        // As the service does all the time: until it has looked, it answers as of when it last did.
        await world.site.shelf.follow()
        wrong.push(...(await differing(world, archive, `${act.act}, then ${instant}`)))
      }
      expect(wrong).toEqual([])
    }
    // Otherwise nothing was kept, and nothing was tried.
    expect(world.site.answers.status().hits).toBeGreaterThan(done.length)
  } finally {
    await archive.close()
    await world.close()
  }
}

/** The next plan's instant, and the next midnight in Sweden. */
async function nextInstants({ editorial, clock }: World): Promise<string[]> {
  const now = clock.now()
  const planned = (await allRows(editorial.payload, 'log'))
    .map((row) => String(row['publicFrom']))
    .filter((one) => one > now)
  const midnight = nextStockholmDay(stockholmDate(now))
  const just = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString()
  // A plan may be for midnight itself: time goes forward alone.
  const instants = [...planned.toSorted().slice(0, 1), midnight].flatMap((instant) => [just(instant), instant])
  return [...new Set(instants)].toSorted().filter((instant) => instant > now)
}

async function differing(world: World, archive: OpenArchive, after: string): Promise<string[]> {
  const { site, clock } = world
  const uncached = await startUncached(archive, clock.now)
  const wrong: string[] = []
  for (const query of queriesFor(world)) {
    const fresh = await uncached.ask(query)
    // At first; with parts that were written for another one; and from what is kept, unless it may not be kept.
    for (const other of [0, 1, 2, 0]) {
      const kept = await asked(site.url, query, { other })
      if (kept !== fresh) wrong.push(`after ${after} at ${clock.now()}: ${query}\nkept ${kept}\nfresh ${fresh}`)
    }
  }
  return wrong
}

async function asked(url: string, query: string, variables: object): Promise<string> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })).text()
}

const TEXT = 'id slug publication language releasedLanguages pageUrl takenDown { reason since redirectTo { id slug } }'

/** Lists, documents, addresses, records and the log, as of now; and the lists as of a moment that is over. */
function* queriesFor({ documents, slugs }: World): Generator<string> {
  const county = `news(first: 3) { totalCount pageInfo { endCursor } nodes { ${TEXT} title image { url } related { id title } } } strategies { totalCount nodes { ${TEXT} title inForce { state validAt editions { title } } } }`
  yield `{ county(slug: "vasternorrland") { ${county} } }`
  yield '{ county(slug: "vasternorrland") { news(importance: CRISIS) { totalCount } topics { id } contacts { id } } }'
  yield '{ county(slug: "gavleborg") { news { totalCount } strategies { totalCount } } }'
  yield `{ county(slug: "vasternorrland", knownAt: "2026-01-03T08:00:00Z") { ${county} } }`
  yield '{ log { size root } }'
  for (const { id, kind } of documents) {
    const more = {
      news: 'lead body { text } publishedAt updatedAt related { id }',
      strategy:
        'summary inForce { state validAt explanation editions { id label } next { id } } editions { id title validity }',
      edition: 'label body { html } validity effectiveUntil supersededBy { id } strategy { id title } repeal { from }',
    }[kind]
    const type = { news: 'NewsItem', strategy: 'Strategy', edition: 'Edition' }[kind]
    yield `{ node(id: "${id}") { __typename ... on ${type} { ${TEXT} title ${more} history { totalCount nodes { id action sealed next { id } } } } } }`
  }
  for (const { slug, kind } of slugs) {
    const field = kind === 'news' ? 'newsItem' : 'strategy'
    yield `{ ${field}(county: "vasternorrland", slug: "${slug}") { ${TEXT} title movedTo { id slug } } }`
    yield `{ ${field}(county: "vasternorrland", slug: "${slug}", language: "en") { ${TEXT} title } }`
  }
}
