import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import { hashOf } from '../../src/websites/keys.js'
import { create, type Stored, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { type Account, type Rest, startRest } from '../support/staff.js'

const credentials = { email: 'forst@example.se', password: 'ett ganska långt lösenord' }

onEachDatabase((database) => {
  let rest: Rest
  let payload: Payload
  let editor: Account
  let administrator: Account

  beforeAll(async () => {
    rest = await startRest(database)
    payload = rest.payload
  })
  afterAll(async () => {
    await rest?.editorial.close()
  })
  const stored = (id: string): Promise<Stored> =>
    payload.findByID({ collection: 'users', id, depth: 0 } as never) as never
  const signIn = (email: string, password: string): Promise<number> =>
    rest.send('POST', 'users/login', { body: { email, password } }).then(({ status }) => status)

  test('the first visitor of an empty service cannot register', async () => {
    const body = { name: 'Först', ...credentials, assignments: [{ role: 'administrator' }] }
    expect((await rest.send('POST', 'users/first-register', { body })).status).toBe(403)
    expect((await rest.send('POST', 'users', { body })).status).toBe(403)
    expect((await payload.count({ collection: 'users' })).totalDocs).toBe(0)
  })

  describe('where there are accounts', () => {
    beforeAll(async () => {
      editor = await rest.account('editor', [['editor', 'vasternorrland']])
      administrator = await rest.account('administrator', [['administrator']])
    })
    test('an editor sees the own account and nobody else’s', async () => {
      const { body } = await rest.send('GET', 'users?limit=0&depth=2', { as: editor })
      expect((body['docs'] as Stored[]).map(({ id }) => id)).toEqual([editor.id])
      expect((await rest.send('GET', `users/${administrator.id}`, { as: editor })).status).toBeGreaterThanOrEqual(400)
    })
    test('an editor changes the own name and password', async () => {
      const password = 'fyra nya ord här'
      const { status } = await rest.send('PATCH', `users/${editor.id}`, { as: editor, body: { name: 'Eva', password } })
      expect(status).toBe(200)
      expect(await stored(editor.id)).toMatchObject({ name: 'Eva' })
      expect(await signIn(editor.email, password)).toBe(200)
    })
    test('an editor gets no further assignments and no other address by asking for them', async () => {
      const assignments = [{ role: 'administrator' }, { role: 'publisher', county: 'uppsala' }]
      await rest.send('PATCH', `users/${editor.id}`, { as: editor, body: { assignments, email: 'ny@example.se' } })
      await rest.send('PATCH', `users/${editor.id}?depth=0&locale=all`, {
        as: editor,
        body: { 'assignments.0.role': 'administrator' },
      })
      const { assignments: kept, email } = await stored(editor.id)
      expect(kept).toMatchObject([{ role: 'editor', county: 'vasternorrland' }])
      expect(kept).toHaveLength(1)
      expect(email).toBe(editor.email)
    })
    test('an editor makes, changes, unlocks and removes nobody', async () => {
      const statuses = await Promise.all([
        rest.send('POST', 'users', {
          as: editor,
          body: { name: 'Ny', email: 'n@example.se', password: 'ett långt lösenord' },
        }),
        rest.send('PATCH', `users/${administrator.id}`, { as: editor, body: { password: 'ett långt lösenord' } }),
        rest.send('PATCH', 'users?where[id][exists]=true', { as: editor, body: { name: 'Kapad' } }),
        rest.send('POST', 'users/unlock', { as: editor, body: { email: administrator.email } }),
        rest.send('DELETE', `users/${administrator.id}`, { as: editor }),
      ]).then((answers) => answers.map(({ status }) => status))
      expect([statuses[0], statuses[1], statuses[3], statuses[4]].filter((status) => (status ?? 0) < 400)).toEqual([])
      expect(await stored(administrator.id)).toMatchObject({ name: 'administrator' })
    })
    test('an administrator makes accounts and gives assignments', async () => {
      const body = {
        name: 'Nils',
        email: 'nils@example.se',
        password: 'ett långt lösenord',
        assignments: [{ role: 'editor', county: 'uppsala' }],
      }
      const made = await rest.send('POST', 'users', { as: administrator, body })
      expect(made.status).toBe(201)
      const { id } = made.body['doc'] as Stored
      const assignments = [{ role: 'publisher', county: 'uppsala' }]
      expect((await rest.send('PATCH', `users/${id}`, { as: administrator, body: { assignments } })).status).toBe(200)
      expect((await stored(id))['assignments']).toMatchObject(assignments)
    })
    test('an assignment that counts in a county names it', async () => {
      const body = {
        name: 'X',
        email: 'x@example.se',
        password: 'ett långt lösenord',
        assignments: [{ role: 'publisher' }],
      }
      const { status, text } = await rest.send('POST', 'users', {
        as: administrator,
        body,
        headers: { 'accept-language': 'sv' },
      })
      expect(status).toBe(400)
      expect(text).toContain('Välj det län som uppdraget gäller.')
    })
    test('a short password is refused in words', async () => {
      const { status, text } = await rest.send('PATCH', `users/${editor.id}`, {
        as: editor,
        body: { password: 'elva tecken' },
        headers: { 'accept-language': 'sv' },
      })
      expect(status).toBe(400)
      expect(text).toContain('minst 12 tecken')
    })
    test('a taken-away assignment stops counting at once, also for one who is signed in', async () => {
      const leaving = await rest.account('leaving', [['editor', 'vasternorrland']])
      expect((await rest.send('GET', 'news', { as: leaving })).status).toBe(200)
      await update(payload, 'users', leaving.id, { assignments: [] })
      expect((await rest.send('GET', 'news', { as: leaving })).status).toBe(403)
    })
    test('a few wrong passwords lock nobody out, and a hundred lock the account, for the right one too', async () => {
      const forgetful = await rest.account('forgetful', [['editor', 'vasternorrland']])
      for (let attempt = 0; attempt < 5; attempt++) expect(await signIn(forgetful.email, 'fel')).toBe(401)
      expect(await signIn(forgetful.email, forgetful.password)).toBe(200)
      await rest.payload.db.updateOne({ collection: 'users', id: forgetful.id, data: { loginAttempts: 99 } })
      expect(await signIn(forgetful.email, 'fel')).toBe(401)
      expect(await signIn(forgetful.email, forgetful.password)).toBe(401)
    })
    test('no answer holds hashes, salts, sessions or tokens', async () => {
      const { text } = await rest.send('GET', 'users?limit=0&depth=2&showHiddenFields=true', { as: administrator })
      expect(text).not.toMatch(/"(?:hash|salt|resetPasswordToken|password)"/)
      for (const path of ['hash', 'salt', 'resetPasswordToken']) {
        const { status } = await rest.send('GET', `users?where[${path}][exists]=true`, { as: editor })
        expect([path, status]).toEqual([path, 400])
      }
    })
  })

  describe('a website', () => {
    let website: Stored
    beforeAll(async () => {
      website = await create(payload, 'websites', { county: 'vasternorrland', origins: [{ origin: 'https://a.se' }] })
      await create(payload, 'websites', { county: 'uppsala' })
    })
    test('has keys that only administrators make, see the ends of, and revoke; a key itself is shown once', async () => {
      const path = `websites/${website.id}`
      expect((await rest.send('POST', `${path}/keys`, { as: editor })).status).toBe(403)
      expect((await rest.send('POST', `${path}/keys`)).status).toBe(401)
      const made = await rest.send('POST', `${path}/keys`, { as: administrator })
      const key = String(made.body['key'])
      expect(key).toMatch(/^lk_[\w-]{43}$/)
      const read = (as: Account) => rest.send('GET', `${path}?showHiddenFields=true&depth=0`, { as })
      const seen = await read(administrator)
      expect(seen.body['keys']).toMatchObject([{ hint: key.slice(-4) }])
      expect(seen.text).not.toContain(key)
      expect(seen.text).not.toContain(hashOf(key))
      // An array that may not be read is empty on the one database, and absent on the other.
      expect((await read(editor)).body['keys'] ?? []).toEqual([])
      expect((await rest.send('GET', 'websites?where[keys.hash][like]=a', { as: editor })).status).toBe(400)
      const [row] = seen.body['keys'] as Stored[]
      expect((await rest.send('POST', `${path}/revoke-key`, { as: editor, body: { key: row!.id } })).status).toBe(403)
      expect((await rest.send('POST', `${path}/revoke-key`, { as: administrator, body: { key: 'x' } })).status).toBe(
        404,
      )
      await rest.send('POST', `${path}/keys`, { as: administrator })
      expect((await rest.send('POST', `${path}/keys`, { as: administrator })).status).toBe(409)
      expect(
        (await rest.send('POST', `${path}/revoke-key`, { as: administrator, body: { key: row!.id } })).status,
      ).toBe(200)
      expect((await read(administrator)).body['keys']).toHaveLength(1)
    })
    test('keeps its keys when it is saved, and takes none that somebody has made up', async () => {
      const path = `websites/${website.id}`
      const before = await rest.payload.db.findOne({ collection: 'websites', where: { id: { equals: website.id } } })
      const keys = [{ hash: hashOf('lk_mine'), hint: 'mine', createdAt: '2026-01-01T00:00:00.000Z' }]
      const { status } = await rest.send('PATCH', path, {
        as: administrator,
        body: { keys, previewUrl: 'https://a.se/x' },
      })
      expect(status).toBe(200)
      const after = await rest.payload.db.findOne({ collection: 'websites', where: { id: { equals: website.id } } })
      expect(after).toMatchObject({ previewUrl: 'https://a.se/x', keys: (before as unknown as Stored)['keys'] })
    })
    test('shows what it has registered to its county’s staff; nobody writes it here', async () => {
      const id = 'vasternorrland-abc'
      const data = {
        id,
        county: 'vasternorrland',
        sha256: 'abc',
        text: '{ a }',
        registeredAt: '2026-01-01T00:00:00.000Z',
      }
      await rest.payload.db.create({ collection: 'persisted-documents', data })
      const other = await rest.account('elsewhere', [['editor', 'uppsala']])
      const seen = async (as: Account): Promise<unknown> =>
        (await rest.send('GET', 'persisted-documents', { as })).body['totalDocs']
      expect([await seen(administrator), await seen(editor), await seen(other)]).toEqual([1, 1, 0])
      const path = `persisted-documents/${id}`
      for (const method of ['PATCH', 'DELETE'])
        expect((await rest.send(method, path, { as: administrator, body: { text: '{ b }' } })).status).toBe(403)
    })
    test('is seen by its county’s staff and changed by administrators', async () => {
      const { body } = await rest.send('GET', 'websites', { as: editor })
      expect((body['docs'] as Stored[]).map(({ county }) => county)).toEqual(['vasternorrland'])
      expect((await rest.send('PATCH', `websites/${website.id}`, { as: editor, body: { origins: [] } })).status).toBe(
        403,
      )
      expect(
        (await rest.send('PATCH', `websites/${website.id}`, { as: administrator, body: { origins: [] } })).status,
      ).toBe(200)
    })
  })
})
