import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import { create, newsItem, publishedNews, type Stored, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { type Account, type Answer, type Rest, startRest } from '../support/staff.js'

const own = 'vasternorrland'
const foreign = 'uppsala'
const secret = 'hemligheten'

onEachDatabase((database) => {
  let rest: Rest
  let payload: Payload
  let editor: Account
  let publisher: Account
  let stranger: Account
  let archivist: Account
  let administrator: Account
  /** Of the other county: a draft, a published item of its own, and a published and shared item with a newer draft. */
  let draft: Stored
  let unshared: Stored
  let shared: Stored
  /** Of the own county: a draft and a published item. */
  let ownDraft: Stored
  let ownPublished: Stored

  const asUser = (user: Account): object => ({ user, overrideAccess: false })
  const find = (user: Account, about: object = {}): Promise<Stored[]> =>
    payload
      .find({ collection: 'news', pagination: false, ...asUser(user), ...about } as never)
      .then(({ docs }) => docs as never)
  const ids = (docs: { id: unknown }[]): string[] => docs.map(({ id }) => String(id)).sort()
  const rowOf = (id: string): Promise<Stored> =>
    payload.findByID({ collection: 'news', id, depth: 0 } as never) as never

  beforeAll(async () => {
    rest = await startRest(database)
    payload = rest.payload
    editor = await rest.account('editor', [['editor', own]])
    publisher = await rest.account('publisher', [['publisher', own]])
    stranger = await rest.account('stranger', [['publisher', foreign]])
    archivist = await rest.account('archivist', [['archivist']])
    administrator = await rest.account('administrator', [['administrator']])
    const theirs = { owner: foreign, internalNote: `${secret} i en anteckning` }
    draft = await create(payload, 'news', newsItem({ ...theirs, title: `${secret} i ett utkast` }), { draft: true })
    unshared = await publishedNews(payload, { ...theirs, title: 'Bara deras' })
    shared = await publishedNews(payload, { ...theirs, title: 'Delad', audience: 'named', audienceCounties: [own] })
    await update(payload, 'news', shared.id, { title: `${secret} i en ändring` }, { draft: true })
    ownDraft = await create(payload, 'news', newsItem({ owner: own, related: [draft.id, shared.id] }), { draft: true })
    ownPublished = await publishedNews(payload, { owner: own, title: 'Vår egen' })
  })
  afterAll(async () => {
    await rest?.editorial.close()
  })

  describe('an editor of one county', () => {
    test('finds the own documents, and of others’ what is published for the own county', async () => {
      expect(ids(await find(editor))).toEqual(ids([ownDraft, ownPublished, shared]))
      expect(ids(await find(editor, { trash: true }))).toEqual(ids([ownDraft, ownPublished, shared]))
      expect(ids(await find(editor, { draft: true }))).not.toContain(draft.id)
    })
    test('sees of a shared document what is published, never its newer draft', async () => {
      for (const about of [
        {},
        { draft: true },
        { draft: true, locale: 'all' },
        { select: { title: true, internalNote: true } },
      ]) {
        const seen = await payload.findByID({ collection: 'news', id: shared.id, ...asUser(editor), ...about } as never)
        expect(JSON.stringify(seen)).toContain('Delad')
        expect(JSON.stringify(seen)).not.toContain(secret)
      }
      expect(JSON.stringify(await find(editor, { draft: true, locale: 'all', depth: 2 }))).not.toContain(secret)
    })
    test.each([{}, { draft: true }, { trash: true }, { depth: 2 }, { locale: 'all' }])(
      'cannot open others’ drafts by id (%j)',
      async (about) => {
        for (const { id } of [draft, unshared]) {
          await expect(
            payload.findByID({ collection: 'news', id, ...asUser(editor), ...about } as never),
          ).rejects.toThrow()
        }
      },
    )
    test('counts only what may be seen', async () => {
      const count = await payload.count({ collection: 'news', ...asUser(editor) } as never)
      expect(count.totalDocs).toBe(3)
      const versions = await payload.countVersions({ collection: 'news', ...asUser(editor) } as never)
      const theirs = await payload.countVersions({
        collection: 'news',
        where: { 'version.owner': { equals: foreign } },
        ...asUser(editor),
      } as never)
      expect(versions.totalDocs).toBeGreaterThan(0)
      expect(theirs.totalDocs).toBe(0)
    })
    test('reads no versions of others’ documents, the shared ones included', async () => {
      const versions = await payload.findVersions({ collection: 'news', pagination: false, ...asUser(editor) } as never)
      expect(JSON.stringify(versions)).not.toContain(secret)
      expect(new Set(versions.docs.map(({ version }) => (version as unknown as Stored)['owner']))).toEqual(
        new Set([own]),
      )
      for (const { id } of await versionsOf(draft.id)) {
        await expect(payload.findVersionByID({ collection: 'news', id, ...asUser(editor) } as never)).rejects.toThrow()
      }
    })
    test('gets nothing of others’ drafts through the relations of the own documents', async () => {
      const open = async (about: object): Promise<string> => {
        const options = { collection: 'news', id: ownDraft.id, depth: 3, ...asUser(editor), ...about }
        return JSON.stringify(await payload.findByID(options as never))
      }
      expect(await open({})).toContain('Delad')
      for (const about of [{}, { draft: true }, { locale: 'all', draft: true }])
        expect(await open(about)).not.toContain(secret)
    })
    test('cannot tell what is in others’ drafts by filters that look through relations', async () => {
      const hits = async (where: object): Promise<number> =>
        (await find(editor, { where })).filter(({ id }) => id === ownDraft.id).length
      expect(await hits({ 'related.title': { like: 'Delad' } })).toBe(1)
      expect(await hits({ 'related.title': { like: secret } })).toBe(0)
      await expect(hits({ related: { contains: { title: { like: secret } } } })).rejects.toThrow()
      await expect(hits({ or: [{ and: [{ related: { contains: { title: { like: secret } } } }] }] })).rejects.toThrow()
    })
    test('cannot put the own documents in the order of what stands in others’ drafts', async () => {
      for (const sort of [
        'related.title',
        '-related.title',
        'owner,related.title',
        'image.filename',
        'related__title',
      ]) {
        await expect(find(editor, { sort })).rejects.toThrow()
        await expect(
          payload.findVersions({ collection: 'news', sort: `version.${sort}`, ...asUser(editor) } as never),
        ).rejects.toThrow()
      }
      expect(ids(await find(editor, { sort: '-updatedAt' }))).toContain(ownDraft.id)
    })
    test('cannot filter or sort by internal notes, not even through relations', async () => {
      for (const path of ['internalNote', 'related.internalNote']) {
        await expect(find(editor, { where: { [path]: { like: secret } } })).rejects.toThrow()
        await expect(find(editor, { where: { or: [{ [path]: { exists: true } }] } })).rejects.toThrow()
      }
      await expect(find(editor, { sort: 'internalNote' })).rejects.toThrow()
    })
    test('reads the internal notes of the own county', async () => {
      await update(payload, 'news', ownDraft.id, { internalNote: 'Ring Eva' }, { draft: true })
      const seen = await payload.findByID({
        collection: 'news',
        id: ownDraft.id,
        draft: true,
        ...asUser(editor),
      } as never)
      expect((seen as unknown as Stored)['internalNote']).toBe('Ring Eva')
    })
    test('creates drafts for the own county and for no other', async () => {
      const made = await create(payload, 'news', { title: 'Nytt' }, { draft: true, user: editor })
      expect(made).toMatchObject({ owner: own, _status: 'draft' })
      for (const owner of [foreign, 'nationell', null, '', [own]]) {
        await expect(create(payload, 'news', newsItem({ owner }), { draft: true, user: editor })).rejects.toThrow()
      }
    })
    test('chooses no ids', async () => {
      const { body } = await rest.send('POST', 'news?draft=true', { as: editor, body: newsItem({ id: draft.id }) })
      expect(body).toMatchObject({ doc: { owner: own, title: expect.any(String) } })
      expect((body['doc'] as Stored).id).not.toBe(draft.id)
    })
    test('moves no document to or from another county', async () => {
      await expect(
        update(payload, 'news', ownDraft.id, { owner: foreign }, { draft: true, user: editor }),
      ).rejects.toThrow()
      await expect(update(payload, 'news', draft.id, { owner: own }, { draft: true, user: editor })).rejects.toThrow()
      await expect(update(payload, 'news', shared.id, { owner: own }, { draft: true, user: editor })).rejects.toThrow()
    })
    test.each([{ draft: true }, { draft: true, autosave: true }, { draft: false }, { unpublishAllLocales: true }])(
      'changes nothing of another county (%j)',
      async (about) => {
        for (const { id } of [draft, unshared, shared]) {
          await expect(
            payload.update({ collection: 'news', id, data: { title: 'Kapad' }, ...asUser(editor), ...about } as never),
          ).rejects.toThrow()
          await expect(payload.delete({ collection: 'news', id, ...asUser(editor) } as never)).rejects.toThrow()
        }
      },
    )
    test('trashes nothing of another county', async () => {
      const deletedAt = new Date().toISOString()
      await expect(update(payload, 'news', draft.id, { deletedAt }, { user: editor })).rejects.toThrow()
      expect((await rowOf(draft.id))['deletedAt'] ?? null).toBeNull()
    })
    test('changes no others’ documents in bulk, nor the own', async () => {
      const where = { id: { exists: true } }
      await expect(
        payload.update({ collection: 'news', where, data: { title: 'Kapad' }, ...asUser(editor) } as never),
      ).rejects.toThrow()
      await expect(payload.delete({ collection: 'news', where, ...asUser(editor) } as never)).rejects.toThrow()
      expect(await payload.count({ collection: 'news', where: { title: { equals: 'Kapad' } } } as never)).toEqual({
        totalDocs: 0,
      })
    })
    test('duplicates neither what is hidden nor what is another county’s, and the own only as a draft', async () => {
      for (const { id } of [draft, unshared, shared]) {
        await expect(
          payload.duplicate({ collection: 'news', id, draft: true, ...asUser(editor) } as never),
        ).rejects.toThrow()
      }
      const copy = (await payload.duplicate({
        collection: 'news',
        id: ownPublished.id,
        draft: true,
        ...asUser(editor),
      } as never)) as unknown as Stored
      expect(copy).toMatchObject({ owner: own, _status: 'draft' })
      expect(copy['slug']).not.toBe(ownPublished['slug'])
      await expect(
        payload.duplicate({
          collection: 'news',
          id: ownPublished.id,
          data: { _status: 'published' },
          draft: false,
          ...asUser(editor),
        } as never),
      ).rejects.toThrow()
    })
    test('publishes nothing: not by creating, not by updating, not over a live text, not by restoring a version', async () => {
      await expect(create(payload, 'news', newsItem({ _status: 'published' }), { user: editor })).rejects.toThrow()
      await expect(update(payload, 'news', ownDraft.id, { _status: 'published' }, { user: editor })).rejects.toThrow()
      await expect(
        update(payload, 'news', ownPublished.id, { title: 'Utan status' }, { user: editor }),
      ).rejects.toThrow()
      for (const { id } of await versionsOf(ownPublished.id)) {
        await expect(payload.restoreVersion({ collection: 'news', id, ...asUser(editor) } as never)).rejects.toThrow()
      }
      expect(await rowOf(ownPublished.id)).toMatchObject({ title: 'Vår egen', _status: 'published' })
    })
    test('restores no version of another county’s document', async () => {
      for (const { id } of [...(await versionsOf(draft.id)), ...(await versionsOf(shared.id))]) {
        for (const about of [{}, { draft: true }]) {
          await expect(
            payload.restoreVersion({ collection: 'news', id, ...asUser(editor), ...about } as never),
          ).rejects.toThrow()
        }
      }
    })
    test('may write a draft over a live text of the own county', async () => {
      const saved = await update(payload, 'news', ownPublished.id, { title: 'Förslag' }, { draft: true, user: editor })
      expect(saved).toMatchObject({ title: 'Förslag', _status: 'draft' })
      expect(await rowOf(ownPublished.id)).toMatchObject({ title: 'Vår egen', _status: 'published' })
    })
    test('writes nothing in the archive’s tables', async () => {
      for (const collection of ['records', 'snapshots', 'statements', 'log']) {
        const { status } = await rest.send('POST', collection, { as: editor, body: { id: 'x' } })
        expect(status).toBeGreaterThanOrEqual(400)
        expect((await rest.send('GET', collection, { as: editor })).status).toBe(403)
      }
    })
  })

  describe('a publisher', () => {
    test('publishes for the own county', async () => {
      const made = await create(payload, 'news', newsItem({ _status: 'published' }), { user: publisher })
      expect(made).toMatchObject({ owner: own, _status: 'published' })
    })
    test('publishes neither for another county nor what another county owns', async () => {
      await expect(
        create(payload, 'news', newsItem({ owner: foreign, _status: 'published' }), { user: publisher }),
      ).rejects.toThrow()
      await expect(update(payload, 'news', draft.id, { _status: 'published' }, { user: publisher })).rejects.toThrow()
      await expect(
        update(payload, 'news', draft.id, { _status: 'published', owner: own }, { user: publisher }),
      ).rejects.toThrow()
      await expect(update(payload, 'news', shared.id, { title: 'Kapad' }, { user: publisher })).rejects.toThrow()
    })
    test('who is an editor elsewhere publishes nothing there', async () => {
      const two = await rest.account('two', [
        ['publisher', own],
        ['editor', foreign],
      ])
      await expect(update(payload, 'news', draft.id, { _status: 'published' }, { user: two })).rejects.toThrow()
      await expect(
        update(payload, 'news', draft.id, { _status: 'published', owner: own }, { user: two }),
      ).rejects.toThrow()
      await expect(update(payload, 'news', unshared.id, { title: 'Utan status' }, { user: two })).rejects.toThrow()
      expect(await update(payload, 'news', draft.id, { lead: 'Ingress' }, { draft: true, user: two })).toMatchObject({
        lead: 'Ingress',
      })
    })
    test('takes nothing down for another county', async () => {
      for (const act of ['withdraw', 'seal']) {
        const { status } = await rest.send('POST', `news/${unshared.id}/${act}`, {
          as: publisher,
          body: { reason: 'För att jag kan' },
        })
        expect([403, 404]).toContain(status)
      }
    })
  })

  describe('one who only reads', () => {
    test('sees every draft and changes none', async () => {
      for (const user of [archivist, administrator]) {
        expect(ids(await find(user))).toEqual(expect.arrayContaining(ids([draft, unshared, shared, ownDraft])))
        await expect(update(payload, 'news', draft.id, { title: 'Kapad' }, { draft: true, user })).rejects.toThrow()
        await expect(create(payload, 'news', newsItem(), { draft: true, user })).rejects.toThrow()
        await expect(update(payload, 'news', unshared.id, { _status: 'published' }, { user })).rejects.toThrow()
        await expect(payload.delete({ collection: 'news', id: draft.id, ...asUser(user) } as never)).rejects.toThrow()
      }
    })
  })

  describe('over REST', () => {
    const tricks = [
      'news?limit=0&depth=2',
      'news?draft=true&limit=0&depth=2',
      'news?draft=true&trash=true&locale=all&depth=3',
      `news?where[or][0][owner][equals]=${foreign}&where[or][1][id][exists]=true&draft=true`,
      `news?where[and][0][or][0][owner][equals]=${foreign}`,
      'news?select[title]=true&select[internalNote]=true&limit=0',
      'news?populate[news][internalNote]=true&populate[news][title]=true&depth=2&draft=true',
      'news?sort=title&pagination=false&fallback-locale=en&locale=sv',
      'news?joins[x][limit]=10',
      `news/versions?where[version.owner][equals]=${foreign}&depth=2`,
      'news/versions?limit=0&locale=all&trash=true',
    ]
    test.each(tricks)('an editor gets nothing of others’ drafts from GET %s', async (path) => {
      const answer = await rest.send('GET', path, { as: editor })
      expect(answer.text).not.toContain(secret)
      expect(answer.text).not.toContain('Bara deras')
    })
    test('a GET disguised as a POST is asked the same', async () => {
      const answer = await rest.send('POST', 'news', {
        as: editor,
        body: 'draft=true&limit=0&depth=2',
        headers: { 'x-payload-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' },
      })
      expect(answer.status).toBe(200)
      expect(answer.text).toContain('Vår egen')
      expect(answer.text).not.toContain(secret)
    })
    test('an editor’s changes to others’ documents are refused', async () => {
      const statuses = await Promise.all(
        (
          [
            ['PATCH', `news/${draft.id}?draft=true`, { title: 'Kapad' }],
            ['PATCH', `news/${draft.id}?draft=true&autosave=true`, { title: 'Kapad' }],
            ['PATCH', `news/${draft.id}?select[title]=true`, { title: 'Kapad', owner: own }],
            ['PATCH', `news?where[id][equals]=${draft.id}`, { title: 'Kapad' }],
            ['DELETE', `news/${draft.id}`],
            ['DELETE', `news?where[id][equals]=${draft.id}`],
            ['POST', `news/${draft.id}/duplicate`],
            ['POST', `news/${shared.id}/duplicate?draft=true`, { _status: 'draft' }],
            ['GET', `news/${draft.id}/publication`],
            ['POST', 'news', newsItem({ owner: foreign })],
          ] as [string, string, object?][]
        ).map(async ([method, path, body]) => (await rest.send(method, path, { as: editor, body })).status),
      )
      expect(statuses.filter((status) => status < 400)).toEqual([])
      expect((await rowOf(draft.id))['title']).toContain(secret)
    })
    test('the question what one may do answers no for others’ documents', async () => {
      const { body, text } = await rest.send('POST', `news/access/${draft.id}`, { as: editor, body: {} })
      expect(text).not.toContain(secret)
      expect([body['read'], body['update'], body['delete'], body['readVersions']].filter(Boolean)).toEqual([])
    })
    test('a visitor gets nothing from any collection', async () => {
      for (const { slug } of payload.config.collections) {
        const answers = await Promise.all([
          rest.send('GET', slug),
          rest.send('GET', `${slug}?where[id][exists]=true&draft=true`),
          rest.send('GET', `${slug}/count`),
          rest.send('GET', `${slug}/versions`),
          rest.send('POST', slug, { body: {} }),
        ])
        // Preferences are asked for by key, and answer that there is no such key.
        const told = answers.filter(({ status, body }) => status < 400 && body['value'] !== null)
        expect([slug, told.map(({ text }) => text)]).toEqual([slug, []])
      }
      expect((await rest.send('GET', `news/${ownPublished.id}`)).status).toBeGreaterThanOrEqual(400)
    })
    test('Payload’s own collections give an editor nothing of others', async () => {
      const mine = payload.config.collections.map(({ slug }) => slug).filter((slug) => slug.startsWith('payload-'))
      await rest.send('POST', 'payload-preferences/x', { as: stranger, body: { value: { about: secret } } })
      for (const slug of mine)
        expect((await rest.send('GET', `${slug}?depth=2`, { as: editor })).text).not.toContain(secret)
    })
    test('a field that is filled in wrongly is named, in the language of the user', async () => {
      const send = (language: string): Promise<Answer> =>
        rest.send('POST', 'contacts', {
          as: publisher,
          headers: { 'accept-language': language },
          body: {
            name: 'Linjen',
            owner: own,
            audience: 'own',
            kind: 'helpline',
            _status: 'published',
            phones: [{ number: '020-50 50 50', display: '020-50 50 50' }],
          },
        })
      expect(errorsIn(await send('sv'))).toEqual([
        { path: 'phones.0.number', message: expect.stringContaining('+4620505050') },
      ])
      expect(errorsIn(await send('sv'))[0]?.message).toMatch(/^Skriv numret/)
      expect(errorsIn(await send('en'))[0]?.message).toMatch(/^Write the number/)
    })
  })

  const versionsOf = async (id: string): Promise<{ id: string }[]> =>
    (await payload.findVersions({ collection: 'news', where: { parent: { equals: id } }, pagination: false } as never))
      .docs as never
})

const errorsIn = ({ body }: Answer): { path: string; message: string }[] =>
  ((body['errors'] as { data?: { errors?: { path: string; message: string }[] } }[])[0]?.data?.errors ?? []).map(
    ({ path, message }) => ({
      path,
      message,
    }),
  )
