import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { openArchive } from '../../src/archive/read/openArchive.js'
import { verifyArchive } from '../../src/archive/read/verify.js'
import { mongo, sqlite, type TestDatabase } from '../support/databases.js'
import { where } from '../support/where.js'
import { acts, type Act } from './acts.js'
import { entriesIn, filesIn, readableIn } from './entries.js'
import {
  brokenHashes,
  brokenPlaces,
  differences,
  leaked,
  lostOrChanged,
  otherBytes,
  otherFiles,
  otherTexts,
} from './invariants.js'
import { archiveRows, editorsRows, handedOut, pages, tell, type Rows, type Told } from './observe.js'
import { perform } from './perform.js'
import { toldOtherwise } from './stability.js'
import { startWorld, type World } from './world.js'

// Whatever editors and archivists do, in any order, the archive keeps what ARCHIVE.md promises. Every run is a whole
// service on fresh databases. A failure prints the acts, with their seed and path.
//   PROPERTY_RUNS=200               looks further
//   PROPERTY_SEED=… PROPERTY_PATH=… does the same acts again and then, in some minutes, finds the shortest that fail
const { PROPERTY_RUNS: runs = '8', PROPERTY_SEED: seed, PROPERTY_PATH: path } = process.env
const ACTS = 24

const hasMongo = process.env['TEST_MONGODB_URL'] !== undefined
const both = where(hasMongo, 'the invariants on MongoDB, and the two databases beside each other.')
const HOUR = 3_600_000

both(
  'on both databases the archive keeps its promises, with the same leaves, roots and answers',
  () => hold([sqlite, mongo]),
  HOUR,
)
if (!hasMongo) test('the archive keeps its promises', () => hold([sqlite]), HOUR)

const hold = (databases: readonly TestDatabase[]): Promise<void> =>
  fc.assert(
    fc.asyncProperty(acts(ACTS), async (done) => {
      const worlds = await Promise.all(databases.map(startWorld))
      try {
        const accounts = await Promise.all(worlds.map((world) => accountOf(world, done)))
        for (const other of accounts.slice(1)) expect(differences(accounts[0]!, other)).toEqual([])
      } finally {
        await Promise.all(worlds.map((world) => world.close()))
      }
    }),
    { numRuns: Number(runs), endOnFailure: !seed, ...(seed && { seed: Number(seed) }), ...(path && { path }) },
  )

/** Does it all, and tells all that two databases must have in common. */
async function accountOf(world: World, done: readonly Act[]): Promise<Rows> {
  const outcomes = new Map<string, string>()
  const first = new Map<string, Told>()
  let rows = await archiveRows(world)
  let edited = await editorsRows(world)
  for (const act of done) {
    const outcome = await perform(world, act)
    const [rowsAfter, editedAfter] = [await archiveRows(world), await editorsRows(world)]
    if (outcome.startsWith('refused'))
      expect([...differences(rows, rowsAfter), ...differences(edited, editedAfter)]).toEqual([])
    expect(lostOrChanged(rows, rowsAfter)).toEqual([])
    ;[rows, edited] = [rowsAfter, editedAfter]
    first.set(world.clock.now(), await holds(world, rows))
    outcomes.set(String(outcomes.size), `${act.act} ${outcome}`)
  }
  world.clock.pass(400)
  await holds(world, rows)
  await pastHolds(world, rows, first)
  rows = await sealAll(world)
  await holds(world, rows)
  await pastHolds(world, rows, first)
  await isWhole(world)
  const told = new Map([...first].map(([moment, { words }]) => [moment, words]))
  return { outcomes, told, ...inCommon(rows) }
}

/** What was told of each moment is told of it still. */
async function pastHolds(world: World, rows: Rows, first: ReadonlyMap<string, Told>): Promise<void> {
  for (const [moment, told] of first) {
    const again = await tell(world, moment, Object.keys(told.records))
    expect(toldOtherwise(told, again, entriesIn(rows))).toEqual([])
    expect(leaked(world.texts, world.clock.now(), again.words)).toEqual([])
  }
}

/** A verification finds nothing wrong, and every file there, though it be sealed by now. */
async function isWhole({ editorial }: World): Promise<void> {
  const { audit, files, close } = await openArchive(editorial)
  const { finding } = await verifyArchive({ audit, files, deep: true }).finally(close)
  expect(finding).toBeNull()
}

/** Whatever came before, what anybody can read can be sealed at once. */
async function sealAll(world: World): Promise<Rows> {
  const { documents } = await tell(world, null, [])
  for (const [on, { id }] of world.documents.entries()) {
    const isRead = ['PUBLIC', 'WITHDRAWN'].includes(documents[id]?.publication ?? '')
    if (isRead) expect([id, await perform(world, { act: 'seal', after: 1, on })]).toEqual([id, 'done'])
  }
  expect(world.texts.filter(({ from, isGone }) => from !== null && !isGone)).toEqual([])
  return archiveRows(world)
}

/** What holds of any archive at any moment. */
async function holds(world: World, rows: Rows): Promise<Told> {
  const now = world.clock.now()
  const entries = entriesIn(rows)
  const readable = readableIn(entries, now)
  expect(brokenPlaces(rows)).toEqual([])
  expect(brokenHashes(rows)).toEqual([])
  const told = await tell(
    world,
    null,
    entries.map(({ record }) => record.id),
  )
  expect(otherBytes(rows, readable, told)).toEqual([])
  expect(otherTexts(rows, readable, told)).toEqual([])
  expect(otherFiles(entries, readable, await handedOut(world, filesIn(entries)))).toEqual([])
  expect(leaked(world.texts, now, told.words + (await pages(world)))).toEqual([])
  return told
}

/** Each service has a key of its own, so the signatures differ; what is signed does not. */
const inCommon = ({ checkpoints, ...archive }: Rows): Rows => {
  const roots = [...(checkpoints ?? [])].map(
    ([size, text]) => [size, (JSON.parse(text) as { root: string }).root] as const,
  )
  return { ...archive, roots: new Map(roots) }
}
