import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import Database from 'libsql'
import type { ClientSession } from 'mongodb'
import type { Payload } from 'payload'
import { openArchive } from '../../src/archive/read/openArchive.js'
import { verifyArchive, type Verdict } from '../../src/archive/read/verify.js'
import { sqliteFile } from '../../src/databaseUrl.js'
import { create, newsItem, publishedNews, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startPublic } from '../support/public.js'
import { allRows, discard, startEditorial, writtenAbout, type TestEditorial } from '../support/service.js'

// A publication whose record cannot be written, or whose COMMIT fails, does not happen and says so.
onEachDatabase((database) => {
  let editorial: TestEditorial
  let payload: Payload
  beforeEach(async () => {
    editorial = await startEditorial(database)
    payload = editorial.payload
  })
  afterEach(() => discard(editorial))

  const refuse = (table: string): (() => void) =>
    database.name === 'SQLite' ? refuseRowsOfSqlite(editorial.databaseUrl, table) : refuseRowsOfAdapter(payload, table)
  const verified = async (): Promise<Verdict> => {
    const { audit, files, close } = await openArchive(editorial)
    return verifyArchive({ audit, files }).finally(close)
  }

  test.each(['records', 'snapshots', 'statements'])('when %s cannot be written nothing is published', async (table) => {
    const draft = await create(payload, 'news', newsItem(), { draft: true })
    const restore = refuseRowsOfAdapter(payload, table)
    await expect(update(payload, 'news', draft.id, { _status: 'published' })).rejects.toThrow('planted')
    restore()
    expect(await payload.findByID({ collection: 'news', id: draft.id } as never)).toMatchObject({ _status: 'draft' })
    expect(await writtenAbout(payload, draft.id)).toEqual([])
    expect(await allRows(payload, 'log')).toEqual([])
    await update(payload, 'news', draft.id, { _status: 'published' })
    expect(await writtenAbout(payload, draft.id)).toHaveLength(1)
  })

  test('when the COMMIT fails the editor is told, and nothing is published', async () => {
    const draft = await create(payload, 'news', newsItem(), { draft: true })
    const restore =
      database.name === 'SQLite' ? failCommitsOfSqlite(editorial.databaseUrl) : failCommitsOfMongo(payload)
    await expect(update(payload, 'news', draft.id, { _status: 'published' })).rejects.toMatchObject({
      code: 'NOT_RECORDED',
    })
    restore()
    expect(await payload.findByID({ collection: 'news', id: draft.id } as never)).toMatchObject({ _status: 'draft' })
    expect(await writtenAbout(payload, draft.id)).toEqual([])
    await update(payload, 'news', draft.id, { _status: 'published' })
    expect(await writtenAbout(payload, draft.id)).toHaveLength(1)
  })

  test('a record that could not be placed at once is placed by the next start; until then its editor and the operators know', async () => {
    const site = await startPublic(editorial, { editing: true })
    const health = async (): Promise<unknown> => (await fetch(`${site.url}/health/ready`)).json()
    expect(await health()).toMatchObject({ status: 'ok', database: 'answers' })
    const restore = refuse('log')
    const news = await create(payload, 'news', newsItem(), { draft: true })
    await expect(update(payload, 'news', news.id, { _status: 'published' })).rejects.toMatchObject({
      code: 'NOT_YET_IN_EFFECT',
    })
    expect(await allRows(payload, 'log')).toEqual([])
    expect(await writtenAbout(payload, news.id)).toHaveLength(1)
    expect(await health()).toMatchObject({ status: 'behind', database: 'away' })
    await site.close()
    restore()
    await editorial.close()
    editorial = await editorial.reopen()
    payload = editorial.payload
    const [written] = await writtenAbout(payload, news.id)
    expect(await allRows(payload, 'log')).toMatchObject([{ seq: 0, record: written?.record.id }])
  })

  test('what is placed is public though its signature cannot be kept, and the next one covers both', async () => {
    const restore = refuse('checkpoints')
    await publishedNews(payload)
    expect(await allRows(payload, 'log')).toMatchObject([{ seq: 0 }])
    restore()
    await publishedNews(payload)
    expect(await verified()).toMatchObject({ finding: null, entries: 2, unplaced: 0, unsigned: 0 })
    expect((await allRows(payload, 'checkpoints')).map(({ size }) => size)).not.toContain(1)
  })

  test('who follows a publication that another has placed is told, too, that its readers do not see it', async () => {
    let isFailing = false
    const followed = async (): Promise<void> => {
      if (isFailing) throw new Error('planted: the readers cannot be told')
    }
    await editorial.close()
    editorial = await startEditorial(database, { on: placeOf(editorial), onPlaced: followed })
    payload = editorial.payload
    const drafts = await Promise.all([1, 2, 3].map(() => create(payload, 'news', newsItem(), { draft: true })))
    isFailing = true
    const told = await Promise.allSettled(drafts.map(({ id }) => update(payload, 'news', id, { _status: 'published' })))
    expect(told.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'well'))).toEqual(
      drafts.map(() => 'NOT_YET_IN_EFFECT'),
    )
    isFailing = false
    await publishedNews(payload)
    expect(editorial.sequencer.isBehind()).toBe(false)
  })

  if (database.name === 'MongoDB') {
    test('a command beside the service takes numbers that the service goes on from', async () => {
      await publishedNews(payload)
      const beside = await startEditorial(database, { on: placeOf(editorial) })
      for (const one of [beside, beside, editorial, beside, editorial]) await publishedNews(one.payload)
      await beside.close()
      expect(await verified()).toMatchObject({ finding: null, entries: 6, unplaced: 0, unsigned: 0 })
    })

    test('a transaction that was aborted meanwhile is not told as committed', async () => {
      const draft = await create(payload, 'news', newsItem(), { draft: true })
      const commit = payload.db.commitTransaction
      payload.db.commitTransaction = async (id) => {
        // As when the client is closed, which ends all that is under way on it.
        await (payload.db.sessions as unknown as Record<string, ClientSession>)[String(await id)]?.abortTransaction()
        return commit.call(payload.db, id)
      }
      await expect(update(payload, 'news', draft.id, { _status: 'published' })).rejects.toMatchObject({
        code: 'NOT_RECORDED',
      })
      payload.db.commitTransaction = commit
      expect(await payload.findByID({ collection: 'news', id: draft.id } as never)).toMatchObject({ _status: 'draft' })
    })
  }

  if (database.name !== 'SQLite') return

  test('when the COMMIT of a place in the log fails it is neither placed nor signed, until the next is', async () => {
    await publishedNews(payload)
    const restore = failCommitsOfSqlite(editorial.databaseUrl, 'log')
    await expect(publishedNews(payload)).rejects.toMatchObject({ code: 'NOT_YET_IN_EFFECT' })
    expect(editorial.sequencer.isBehind()).toBe(true)
    expect(await verified()).toMatchObject({ finding: null, entries: 1, unplaced: 1, unsigned: 0 })
    restore()
    await publishedNews(payload)
    expect(editorial.sequencer.isBehind()).toBe(false)
    expect(await verified()).toMatchObject({ finding: null, entries: 3, unplaced: 0, unsigned: 0 })
  })
})

const placeOf = ({ dataDir, databaseUrl }: TestEditorial) => ({ dataDir, databaseUrl })

/** No row is taken. */
function refuseRowsOfSqlite(databaseUrl: string, table: string): () => void {
  return plant(databaseUrl, `CREATE TRIGGER plant BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'planted'); END`)
}

function refuseRowsOfAdapter(payload: Payload, table: string): () => void {
  const stock = payload.db.create
  const fault = new Error(`planted: no ${table}`)
  payload.db.create = (args) => (args.collection === table ? Promise.reject(fault) : stock.call(payload.db, args))
  return () => void (payload.db.create = stock)
}

/** By a connection of its own; what it returns takes the trigger away. */
function plant(databaseUrl: string, ...statements: string[]): () => void {
  const direct = new Database(sqliteFile(databaseUrl))
  for (const statement of statements) direct.exec(statement)
  return () => {
    direct.exec('DROP TRIGGER plant')
    direct.close()
  }
}

/** A deferred foreign key that nothing satisfies is checked at COMMIT, and not before. */
const failCommitsOfSqlite = (databaseUrl: string, table = 'records'): (() => void) =>
  plant(
    databaseUrl,
    'CREATE TABLE fault (parent TEXT REFERENCES counted(id) DEFERRABLE INITIALLY DEFERRED)',
    'CREATE TABLE counted (id TEXT PRIMARY KEY)',
    `CREATE TRIGGER plant AFTER INSERT ON ${table} BEGIN INSERT INTO fault VALUES ('nobody'); END`,
  )

/** The server's answer to commitTransaction is an error; the transaction is gone. */
function failCommitsOfMongo(payload: Payload): () => void {
  const client = payload.db.connection.getClient()
  const start = client.startSession.bind(client)
  const spy = jest.spyOn(client, 'startSession').mockImplementation((options) => {
    const session = start(options)
    session.commitTransaction = async () => {
      await session.abortTransaction()
      throw new Error('planted: no commit')
    }
    return session
  })
  return () => spy.mockRestore()
}
