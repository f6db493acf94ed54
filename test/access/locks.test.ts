import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { guardLocks } from '../../src/access/locks.js'
import { create, newsItem, type Stored } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { type Account, type Rest, startRest } from '../support/staff.js'

const collection = 'payload-locked-documents'

onEachDatabase((database) => {
  let rest: Rest
  let editor: Account
  let colleague: Account
  let stranger: Account
  let document: Stored
  let lock: { id: string }

  beforeAll(async () => {
    rest = await startRest(database)
    guardLocks(rest.payload)
    editor = await rest.account('editor', [['editor', 'vasternorrland']])
    colleague = await rest.account('colleague', [['editor', 'vasternorrland']])
    stranger = await rest.account('stranger', [['publisher', 'uppsala']])
    document = await create(rest.payload, 'news', newsItem(), { draft: true })
    // As Payload does when an editor opens a document.
    lock = (await rest.payload.db.create({
      collection,
      data: { document: { relationTo: 'news', value: document.id }, user: { relationTo: 'users', value: editor.id } },
    })) as never
  })
  afterAll(async () => {
    await rest?.editorial.close()
  })

  test('who may read the document sees that it is open, and nobody else', async () => {
    const seen = async (as: Account): Promise<unknown> =>
      (await rest.send('GET', `${collection}?depth=2`, { as })).body['totalDocs']
    expect([await seen(editor), await seen(colleague), await seen(stranger)]).toEqual([1, 1, 0])
  })
  test('nobody makes a lock by asking for one', async () => {
    const body = {
      document: { relationTo: 'news', value: document.id },
      user: { relationTo: 'users', value: stranger.id },
    }
    for (const as of [stranger, editor]) expect((await rest.send('POST', collection, { as, body })).status).toBe(403)
  })
  test('another county neither takes a lock over nor removes it', async () => {
    const body = { user: { relationTo: 'users', value: stranger.id } }
    expect((await rest.send('PATCH', `${collection}/${lock.id}`, { as: stranger, body })).status).toBe(403)
    expect((await rest.send('DELETE', `${collection}/${lock.id}`, { as: stranger })).status).toBe(403)
    await rest.send('DELETE', `${collection}?where[id][exists]=true`, { as: stranger })
    expect((await rest.payload.count({ collection })).totalDocs).toBe(1)
  })
  test('a colleague takes it over, and removes it', async () => {
    const body = { user: { relationTo: 'users', value: colleague.id } }
    expect((await rest.send('PATCH', `${collection}/${lock.id}`, { as: colleague, body })).status).toBe(200)
    expect((await rest.send('DELETE', `${collection}/${lock.id}`, { as: colleague })).status).toBe(200)
    expect((await rest.payload.count({ collection })).totalDocs).toBe(0)
  })
})
