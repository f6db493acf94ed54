import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import Database from 'libsql'
import { publishedNews, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'

// libSQL keeps memory for every statement that it prepares, and never frees it.
onEachDatabase((database) => {
  if (database.name !== 'SQLite') return
  let editorial: TestEditorial
  beforeEach(async () => void (editorial = await startEditorial(database)))
  afterEach(() => discard(editorial))

  test('publishing the tenth time prepares no statement that the times before have not', async () => {
    const { payload } = editorial
    const { id } = await publishedNews(payload)
    for (let time = 1; time < 10; time += 1) await update(payload, 'news', id, { title: `Rubrik ${time}` })
    const prepare = jest.spyOn(Database.prototype, 'prepare')
    await update(payload, 'news', id, { title: 'Rubrik 10' })
    expect(prepare.mock.calls.map(([sql]) => sql)).toEqual([])
    prepare.mockRestore()
  })
})
