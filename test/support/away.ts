import path from 'node:path'
import { publishedNews, update } from './content.js'
import { cuttable, type Cuttable } from './cuttable.js'
import type { TestDatabase } from './databases.js'
import { startDelivering, type Delivering } from './delivering.js'
import { discard, startEditorial, type TestEditorial } from './service.js'

/** An instance that only delivers, whose way to the database can be cut, and a news item that has a past. */
export interface Away {
  editorial: TestEditorial
  way: Cuttable
  delivering: Delivering
  place: Parameters<typeof startDelivering>[0]
  /** Titled "Andra" now. */
  news: { id: string }
  /** When it was titled "Första". */
  before: string
  /** Its title now, as an instance tells it. */
  titleFrom(instance: Delivering, id?: string): Promise<unknown>
  /** @param last the instance that runs by then */
  close(last: Delivering): Promise<void>
}

export async function startAway(database: TestDatabase, env: Record<string, string> = {}): Promise<Away> {
  const editorial = await startEditorial(database)
  const news = await publishedNews(editorial.payload, { title: 'Första' })
  const before = new Date().toISOString()
  await update(editorial.payload, 'news', news.id, { title: 'Andra' })
  const way = await cuttable(database, editorial.databaseUrl)
  const { dataDir } = editorial
  const place = { databaseUrl: way.databaseUrl, dataDir, shelfDir: path.join(dataDir, 'shelf') }
  const delivering = await startDelivering(place, { env })
  const titleFrom = async (instance: Delivering, id = news.id): Promise<unknown> => {
    const { data } = await instance.query('query($id: ID!) { node(id: $id) { ... on NewsItem { title } } }', { id })
    return (data?.['node'] as { title: string } | null)?.title
  }
  await delivering.until(async () => (await titleFrom(delivering)) === 'Andra')
  return {
    ...{ editorial, way, delivering, place, news, before, titleFrom },
    close: async (last) => {
      await last.kill('SIGKILL')
      await way.close()
      await discard(editorial)
    },
  }
}
