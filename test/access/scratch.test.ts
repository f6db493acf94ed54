import { test, beforeAll, afterAll } from '@jest/globals'
import { onEachDatabase } from '../support/databases.js'
import { newsItem, publishedNews, create } from '../support/content.js'
import { startRest, type Rest } from '../support/staff.js'
onEachDatabase((database) => {
  let rest: Rest
  beforeAll(async () => {
    rest = await startRest(database)
  })
  afterAll(async () => {
    await rest?.editorial.close()
  })
  test('x', async () => {
    const editor = await rest.account('editor', [['editor', 'vasternorrland']])
    const d = await create(rest.payload, 'news', newsItem({}), { draft: true })
    const log = (x: unknown) => process.stderr.write(JSON.stringify(x).slice(0, 1500) + '\n')
    log(await rest.send('POST', 'news?draft=true', { as: editor, body: newsItem({ id: d.id }) }))
    log(await rest.send('GET', 'news?limit=0', { as: editor }))
    log(
      await rest.send('POST', 'news', {
        as: editor,
        body: 'draft=true&limit=0&depth=2',
        headers: { 'x-payload-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' },
      }),
    )
    for (const p of [
      'payload-preferences',
      'payload-preferences/count',
      'payload-preferences/versions',
      'payload-locked-documents',
      'payload-kv',
      'payload-migrations',
      'payload-jobs',
    ]) {
      log([p, await rest.send('GET', p)])
      log([p, await rest.send('GET', p, { as: editor })])
    }
  })
})
