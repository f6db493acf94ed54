import { readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import { items, media, websites } from '../../src/seed/content/index.js'
import { createDemoUsers, type DemoUser } from '../../src/seed/demoUsers.js'
import { idOfKey } from '../../src/seed/reference.js'
import { seedDemo, type SeedProgress } from '../../src/seed/seedDemo.js'
import { onEachDatabase } from '../support/databases.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'

onEachDatabase((database) => {
  let editorial: TestEditorial
  let dataDir: string

  beforeAll(async () => {
    editorial = await startEditorial(database)
    dataDir = editorial.dataDir
  })

  afterAll(() => discard(editorial))

  const seed = async () => {
    const progress: SeedProgress[] = []
    const result = await seedDemo({ payload: editorial.payload, dataDir, report: (one) => progress.push(one) })
    return { ...result, progress }
  }

  const numberOf = async (collection: 'records' | 'log' | 'media' | 'websites' | 'topics' | 'editions' | 'news') =>
    (await editorial.payload.count({ collection, overrideAccess: true })).totalDocs

  const size = async () => [
    await numberOf('records'),
    await numberOf('log'),
    await numberOf('media'),
    await numberOf('websites'),
    await numberOf('topics'),
    await numberOf('editions'),
    await numberOf('news'),
  ]

  /** Payload until `limit` writes are done: then each further one fails, as after a kill. */
  const cutOffAfter = (payload: Payload, limit: number): Payload => {
    let writes = 0
    const counted = (write: (options: never) => Promise<unknown>) => (options: never) => {
      writes += 1
      return writes > limit ? Promise.reject(new Error('cut off')) : write.call(payload, options)
    }
    return new Proxy(payload, {
      get: (target, name) =>
        name === 'create' || name === 'update'
          ? counted(target[name] as (options: never) => Promise<unknown>)
          : (Reflect.get(target, name) as unknown),
    })
  }

  const isCutOffAfter = async (limit: number): Promise<boolean> => {
    try {
      await seedDemo({ payload: cutOffAfter(editorial.payload, limit), dataDir, report: () => {} })
      return false
    } catch (error) {
      if ((error as Error).message === 'cut off') return true
      throw error
    }
  }

  test('a seeding that is cut off, at whatever write, is finished by later ones', async () => {
    let cuts = 0
    while (await isCutOffAfter(5 + (cuts % 4))) cuts += 1
    expect(cuts).toBeGreaterThan(10)
    expect(await numberOf('records')).toBe(items.length)
    expect(await numberOf('media')).toBe(media.length)
    expect(await numberOf('websites')).toBe(websites.length)
  })

  test('seeding again changes nothing', async () => {
    const before = await size()
    expect(await seed()).toEqual({ published: 0, untouched: items.length, progress: [] })
    expect(await size()).toEqual(before)
  })

  test('each document is public in the languages that it was written in', async () => {
    const { docs } = await editorial.payload.find({ collection: 'records', pagination: false, overrideAccess: true })
    const bodies = docs.map(
      ({ body }) => JSON.parse(String(body)) as { document: { id: string }; index: { languages: string[] } },
    )
    for (const { key, texts } of items) {
      const found = bodies.filter(({ document }) => document.id === idOfKey(key))
      expect([key, found.map(({ index }) => [...index.languages].sort())]).toEqual([key, [Object.keys(texts).sort()]])
    }
  })

  test('what an editor has renamed or written meanwhile stays as it is', async () => {
    const { payload } = editorial
    const id = idOfKey('news/gavleborg/ovning')
    const renamed = { title: 'Nytt namn', slug: 'nytt-namn', _status: 'published' }
    await payload.update({ collection: 'news', id, data: renamed as never, overrideAccess: true })
    const before = await size()
    expect(await seed()).toMatchObject({ published: 0 })
    expect(await size()).toEqual(before)
    expect(await payload.findByID({ collection: 'news', id, overrideAccess: true })).toMatchObject({
      title: 'Nytt namn',
    })
  })

  const listed = () => path.join(dataDir, 'demo-users.json')
  const login = ({ email, password }: DemoUser) =>
    editorial.payload.login({ collection: 'users', data: { email, password } })

  test('each demo user can sign in with the password that only the service’s own user can read', async () => {
    const users = await createDemoUsers({ payload: editorial.payload, dataDir })
    expect(JSON.parse(await readFile(listed(), 'utf8'))).toEqual(users)
    expect((await stat(listed())).mode & 0o777).toBe(0o600)
    expect(users.map(({ role, county }) => `${role} ${county}`)).toEqual([
      'editor vasternorrland',
      'publisher vasternorrland',
      'editor gavleborg',
      'publisher gavleborg',
      'national-editor null',
      'archivist null',
      'administrator null',
    ])
    for (const user of users) {
      expect(user.password).toMatch(/^[A-Za-z2-9]{20}$/)
      expect((await login(user)).user?.email).toBe(user.email)
    }
  })

  test('making the demo users again keeps their passwords, and a lost list gives new ones', async () => {
    const make = () => createDemoUsers({ payload: editorial.payload, dataDir })
    const [before] = await make()
    expect((await make())[0]).toEqual(before)
    await rm(listed())
    const [after] = await make()
    expect(after?.password).not.toBe(before?.password)
    expect((await login(after as DemoUser)).user?.email).toBe(before?.email)
  })
})
