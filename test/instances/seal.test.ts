import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import { takeDown } from '../../src/workflow/takeDown.js'
import { paragraph, publishedNews } from '../support/content.js'
import { startDelivering, until, type Delivering } from '../support/delivering.js'
import { onEachDatabase } from '../support/databases.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'

onEachDatabase((database) => {
  let editorial: TestEditorial
  let instances: Delivering[]
  const folders = (): string[] => ['one', 'two'].map((name) => path.join(editorial.dataDir, name))

  beforeEach(async () => {
    editorial = await startEditorial(database)
    instances = await Promise.all(folders().map((shelfDir) => startDelivering({ ...editorial, shelfDir })))
  })
  afterEach(async () => {
    await Promise.all(instances.map((instance) => instance.kill('SIGKILL')))
    await discard(editorial)
  })

  const onDisk = async (folder: string): Promise<string> =>
    (await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name), 'latin1')))).join('\n')

  const addressOf = (id: string): string =>
    `/graphql?${new URLSearchParams({
      query: 'query($id: ID!) { node(id: $id) { ... on NewsItem { publication title body { text } } } }',
      variables: JSON.stringify({ id }),
    }).toString()}`
  const seal = async (id: string): Promise<void> => {
    const req = await createLocalReq({}, editorial.payload)
    await takeDown(req, 'news', id, { action: 'SEAL', reason: 'Fel adress', withdrawal: null })
  }

  test('a seal empties the kept answers, the memory and the disk of every instance', async () => {
    const secret = 'Skyddat boende på Storgatan'
    const news = await publishedNews(editorial.payload, { title: 'Adress', body: paragraph(secret) })
    const textOf = async (instance: Delivering): Promise<string> => (await instance.get(addressOf(news.id))).text()
    // Asked twice: the second answer is one that was kept.
    for (const instance of instances) {
      await until(async () => (await textOf(instance)).includes(secret))
      expect(await textOf(instance)).toContain(secret)
    }
    for (const folder of folders()) await until(async () => (await onDisk(folder)).includes('Storgatan'))

    await seal(news.id)
    for (const instance of instances) {
      await until(async () => (await textOf(instance)).includes('SEALED'))
      expect(await textOf(instance)).not.toContain('Storgatan')
    }
    for (const folder of folders()) await until(async () => !(await onDisk(folder)).includes('Storgatan'))
    await Promise.all(instances.map((instance) => instance.kill('SIGKILL')))
    instances = await Promise.all(folders().map((shelfDir) => startDelivering({ ...editorial, shelfDir })))
    for (const instance of instances) expect(await textOf(instance)).toContain('SEALED')
  })

  test('what was sealed while an instance did not run is not shown in the moments after its start', async () => {
    const secret = 'Skyddat boende på Lillgatan'
    const news = await publishedNews(editorial.payload, { title: 'Adress', body: paragraph(secret) })
    for (const folder of folders()) await until(async () => (await onDisk(folder)).includes('Lillgatan'))
    await Promise.all(instances.map((instance) => instance.kill('SIGKILL')))
    await seal(news.id)
    instances = []
    for (const shelfDir of folders()) {
      const instance = await startDelivering({ ...editorial, shelfDir })
      instances.push(instance)
      const answer = await instance.get(addressOf(news.id))
      expect([answer.headers.get('x-data-as-of'), await answer.text()]).toEqual([
        null,
        expect.stringContaining('SEALED'),
      ])
    }
  })
})
