import { afterAll, beforeAll, expect, test } from '@jest/globals'
import Database from 'libsql'
import type { Payload } from 'payload'
import { archiveTables } from '../../src/database/archiveTables.js'
import { sqliteFile } from '../../src/databaseUrl.js'
import { assertTriggers } from '../../src/database/triggers.js'
import { createSqliteClient } from '../../src/database/sqliteClient.js'
import { publishedNews, userWith } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { allRows, discard, startEditorial, type TestEditorial } from '../support/service.js'

onEachDatabase((database) => {
  let editorial: TestEditorial
  let payload: Payload
  beforeAll(async () => {
    editorial = await startEditorial(database)
    payload = editorial.payload
    await publishedNews(payload)
    const hold = {
      id: 'hold',
      document: 'x',
      act: 'PLACE',
      reason: 'Tvist',
      who: 'test',
      at: '2026-01-01T00:00:00.000Z',
    }
    await payload.db.create({ collection: 'holds', data: hold })
  })
  afterAll(() => discard(editorial))

  const refused = { code: 'IMMUTABLE' }
  type Args = Record<string, unknown>
  const doors = (collection: string, id: string): [string, () => Promise<unknown>][] => {
    const where = { id: { equals: id } }
    const data = { id: 'new', document: 'x', body: 'forged', bytes: 'forged', record: 'x' }
    const local = payload as unknown as Record<string, (args: Args) => Promise<unknown>>
    const adapter = payload.db as unknown as Record<string, (args: Args) => Promise<unknown>>
    return [
      ['create', () => local['create']!.call(payload, { collection, data })],
      ['update', () => local['update']!.call(payload, { collection, id, data })],
      ['update by where', () => local['update']!.call(payload, { collection, where, data })],
      ['delete', () => local['delete']!.call(payload, { collection, id })],
      ['delete by where', () => local['delete']!.call(payload, { collection, where })],
      ['the adapter’s updateOne', () => adapter['updateOne']!({ collection, id, data })],
      ['the adapter’s updateMany', () => adapter['updateMany']!({ collection, where, data })],
      ['the adapter’s deleteOne', () => adapter['deleteOne']!({ collection, where })],
      ['the adapter’s deleteMany', () => adapter['deleteMany']!({ collection, where })],
      ['the adapter’s upsert', () => adapter['upsert']!({ collection, where, data })],
    ]
  }

  test.each(archiveTables)('%s cannot be changed or removed through any of Payload’s doors', async (collection) => {
    const before = await allRows(payload, collection)
    expect(before.length).toBeGreaterThan(0)
    for (const [door, open] of doors(collection, String(before[0]?.['id'])))
      await expect(open().then(() => `${door} was open`)).rejects.toMatchObject(refused)
    await expect(payload.duplicate({ collection, id: before[0]?.['id'] } as never)).rejects.toThrow(
      'cannot be duplicated',
    )
    expect(await allRows(payload, collection)).toEqual(before)
  })

  test('an archivist reads the archive, and no other role does', async () => {
    const found = async (role: 'archivist' | 'publisher' | 'administrator'): Promise<number> => {
      const user = await userWith(payload, role, 'vasternorrland')
      const result = await payload.find({ collection: 'statements', user, overrideAccess: false } as never)
      return (result as { totalDocs: number }).totalDocs
    }
    expect(await found('archivist')).toBe(1)
    await expect(found('publisher')).rejects.toMatchObject({ status: 403 })
    await expect(found('administrator')).rejects.toMatchObject({ status: 403 })
  })

  if (database.name !== 'SQLite') return

  test.each(archiveTables)('SQLite itself refuses to change or remove rows of %s', (table) => {
    const direct = new Database(sqliteFile(editorial.databaseUrl))
    expect(() => direct.exec(`UPDATE ${table} SET id = 'forged'`)).toThrow(/IMMUTABLE/)
    expect(() => direct.exec(`DELETE FROM ${table}`)).toThrow(/IMMUTABLE/)
    // A REPLACE removes what collides without firing the triggers for DELETE.
    expect(() => direct.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`)).toThrow(/IMMUTABLE/)
    const columns = direct.prepare(`SELECT name FROM pragma_table_info('${table}')`).all() as { name: string }[]
    const names = columns.map(({ name }) => name)
    const others = names.map((name) =>
      name === 'id'
        ? `'another'`
        : name === 'seq' || name === 'revision'
          ? '99'
          : name === 'record'
            ? `'another'`
            : name,
    )
    const byRowid = `INSERT OR REPLACE INTO ${table} (rowid, ${names.join()}) SELECT rowid, ${others.join()} FROM ${table} LIMIT 1`
    expect(() => direct.exec(byRowid)).toThrow(/IMMUTABLE/)
    direct.close()
  })

  test('a missing guard is noticed and named, and the next start puts it back', async () => {
    const client = createSqliteClient({ file: sqliteFile(editorial.databaseUrl) })
    await client.execute('DROP TRIGGER records_refuse_delete')
    await expect(assertTriggers(client)).rejects.toThrow(/records_refuse_delete/)
    client.close()
    const again = await editorial.reopen()
    await again.close()
    const checking = createSqliteClient({ file: sqliteFile(editorial.databaseUrl) })
    await expect(assertTriggers(checking)).resolves.toBeUndefined()
    checking.close()
  })
})
