import { afterAll, expect, test } from '@jest/globals'
import { createTree } from '../../src/archive/pure/tree.js'
import { create, paragraph, publishedNews, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { discard } from '../support/service.js'
import { where } from '../support/where.js'
import { startReading, told, type Reading } from './reading.js'

/** What each database answered, by its name: all of the log, every text, every root, and what each moment tells. */
const answers = new Map<string, unknown>()

onEachDatabase((database) => {
  test('the same acts at the same moments are written and read', async () => {
    const reading = await startReading(database)
    try {
      answers.set(database.name, await everything(reading, await act(reading)))
    } finally {
      await reading.close()
      await discard(reading.editorial)
    }
  })
})

const both = where(
  process.env['TEST_MONGODB_URL'] !== undefined,
  'the two databases beside each other, for want of a MongoDB.',
)
both('both databases gave the same answers, to the last byte, and the same root', () => {
  const [one, other, ...more] = [...answers.values()]
  expect(other).toBeDefined()
  expect(more).toEqual([])
  expect(other).toEqual(one)
})

afterAll(() => answers.clear())

/** Decomposed letters, all languages, links, take-downs: what databases are known to treat differently. */
async function act({ payload, clock, withdraw, seal }: Reading): Promise<string[]> {
  const moments: string[] = []
  const then = (): void => {
    clock.pass()
    moments.push(clock.now())
    clock.pass()
  }
  const own = { owner: 'vasternorrland', audience: 'own', _status: 'published' }
  const topic = await create(payload, 'topics', { ...own, title: 'Våld', slug: 'vald' })
  then()
  const strategy = await create(payload, 'strategies', {
    ...own,
    title: 'Strategi',
    slug: 'strategi',
    topics: [topic.id],
  })
  const edition = { ...own, strategy: strategy.id, body: paragraph('Text med o\u0308 och ”citat” & <tecken> 😀.') }
  const first = await create(payload, 'editions', {
    ...edition,
    title: 'Ett',
    number: 1,
    label: '2014–2016',
    validFrom: '2014',
    validThrough: '2016',
  })
  then()
  await create(payload, 'editions', {
    ...edition,
    title: 'Två',
    number: 2,
    label: '2018–2021',
    validFrom: '2018-01-01',
    validThrough: '2021-12-31',
    supersedes: [first.id],
  })
  then()
  const news = await publishedNews(payload, { title: 'Nyhet', slug: 'nyhet', topics: [topic.id], importance: 'crisis' })
  await update(
    payload,
    'news',
    news.id,
    { title: 'News', body: paragraph('Text.'), _status: 'published' },
    { locale: 'en' },
  )
  then()
  await update(payload, 'news', news.id, { slug: 'nyhet-ny', title: 'Ny rubrik', _status: 'published' })
  then()
  await withdraw('news', news.id)
  then()
  await seal('editions', first.id)
  then()
  return moments
}

async function everything({ archive, shelf, view }: Reading, moments: readonly string[]): Promise<object> {
  const entries = await archive.reader.entriesAfter(-1, 1_000)
  const texts = await archive.reader.snapshots(entries.map(({ record }) => record.id))
  const tellings = []
  for (const moment of moments) {
    const known = await view(moment)
    const documents = [...new Set(entries.map(({ record }) => record.document.id))].sort()
    const standings = await Promise.all(documents.map((id) => told(known, known.document(id))))
    const slugs = ['nyhet', 'nyhet-ny'].map((slug) => known.bySlug('news', 'vasternorrland', slug)?.id ?? null)
    tellings.push({ moment: known.knownAt, standings, slugs })
  }
  const root = createTree(entries.map(({ leaf }) => Buffer.from(leaf, 'hex')))
    .root()
    .toString('hex')
  return { entries, texts: [...texts].sort(), tellings, head: shelf.head(), root }
}
