import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { create, newsItem, type Stored, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { type Account, type Answer, type Rest, startRest } from '../support/staff.js'

const owner = 'vasternorrland'

onEachDatabase((database) => {
  let rest: Rest
  let payload: Payload
  let publisher: Account
  let stranger: Account
  let picture: Buffer

  beforeAll(async () => {
    rest = await startRest(database)
    payload = rest.payload
    publisher = await rest.account('publisher', [['publisher', owner]])
    stranger = await rest.account('stranger', [['publisher', 'uppsala']])
    picture = await sharp({ create: { width: 1000, height: 500, channels: 3, background: '#005293' } })
      .png()
      .toBuffer()
  })
  afterAll(async () => {
    await rest?.editorial.close()
  })
  const draft = (collection: string, data: object, as = publisher): Promise<Answer> =>
    rest.send('POST', `${collection}?draft=true`, { as, body: data, headers: { 'accept-language': 'sv' } })
  const docOf = ({ body }: Answer): Stored => body['doc'] as Stored

  describe('a slug', () => {
    test('is made of the Swedish title when a draft is saved', async () => {
      expect(docOf(await draft('news', { title: 'Öppet hus på Åsen' }))).toMatchObject({ slug: 'oppet-hus-pa-asen' })
    })
    test('gets a number where the title is used already', async () => {
      await draft('news', { title: 'Två lika' })
      expect(docOf(await draft('news', { title: 'Två lika' }))).toMatchObject({ slug: 'tva-lika-2' })
    })
    test('waits while the admin saves by itself, and comes with the next save', async () => {
      const { id, slug } = docOf(
        await rest.send('POST', 'news?draft=true&autosave=true', { as: publisher, body: { title: 'Half' } }),
      )
      expect(slug).toMatch(/^utkast-[0-9a-f]{8}$/)
      const saved = await rest.send('PATCH', `news/${id}?draft=true`, { as: publisher, body: { title: 'Halvfärdig' } })
      expect(docOf(saved)).toMatchObject({ slug: 'halvfardig' })
      const again = await rest.send('PATCH', `news/${id}?draft=true`, { as: publisher, body: { title: 'Färdig' } })
      expect(docOf(again)).toMatchObject({ slug: 'halvfardig' })
    })
    test('that is taken is refused at its field, in the user’s language, for drafts as well', async () => {
      await draft('news', { title: 'A', slug: 'samma' })
      const answer = await draft('news', { title: 'B', slug: 'samma' })
      expect(answer.status).toBe(400)
      expect(errorsIn(answer)).toEqual([
        { path: 'slug', message: expect.stringMatching(/^Adressnamnet ”samma” används redan/) },
      ])
    })
    test('may be the same in another county', async () => {
      await draft('news', { title: 'A', slug: 'delat-namn' })
      expect((await draft('news', { title: 'A', slug: 'delat-namn' }, stranger)).status).toBe(201)
    })
    test('is unique by the database too, which names the field', async () => {
      const insert = () => {
        const data = {
          id: randomUUID(),
          owner,
          slug: 'i-databasen',
          audience: 'own',
          importance: 'ordinary',
          _status: 'draft',
        }
        return payload.db.create({ collection: 'news', data })
      }
      await insert()
      const second = insert()
      await expect(second).rejects.toMatchObject({ data: { errors: [{ path: 'slug' }] } })
    })
    test('of a copy is its own', async () => {
      const { id } = docOf(await draft('news', { title: 'Förlaga', slug: 'forlaga' }))
      const copy = await rest.send('POST', `news/${id}/duplicate?draft=true`, {
        as: publisher,
        body: { _status: 'draft' },
      })
      expect(copy.status).toBe(200)
      expect(docOf(copy)['slug']).toBe('forlaga-2')
    })
    test('of two drafts without any title do not collide', async () => {
      const slugs = await Promise.all([
        draft('news', {}),
        draft('news', {}),
        draft('topics', {}),
        draft('strategies', {}),
      ])
      expect(slugs.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    })
  })

  describe('an edition', () => {
    let strategy: Stored
    beforeAll(async () => {
      strategy = docOf(await draft('strategies', { title: 'Strategi', owner }))
    })
    test('without a number gets the next one of its strategy', async () => {
      const numbers = []
      for (const _ of [1, 2, 3])
        numbers.push(docOf(await draft('editions', { strategy: strategy.id, title: 'U' }))['number'])
      expect(numbers).toEqual([1, 2, 3])
    })
    test('whose number is taken is refused at its field', async () => {
      const answer = await draft('editions', { strategy: strategy.id, title: 'U', number: 2 })
      expect(errorsIn(answer)).toEqual([
        { path: 'number', message: expect.stringMatching(/^Strategin har redan en utgåva 2/) },
      ])
    })
    test('without a strategy yet does not collide with another, and is renumbered when it gets one', async () => {
      const one = docOf(await draft('editions', { title: 'Lös' }))
      const two = docOf(await draft('editions', { title: 'Lös' }))
      expect(one['number']).not.toBe(two['number'])
      const other = docOf(await draft('strategies', { title: 'En annan' }))
      const placed = await rest.send('PATCH', `editions/${two.id}?draft=true`, {
        as: publisher,
        body: { strategy: other.id },
      })
      expect(docOf(placed)['number']).toBe(1)
    })
    test('that is copied keeps its strategy and gets a new number', async () => {
      const { docs } = await payload.find({
        collection: 'editions',
        where: { number: { equals: 3 } },
        depth: 0,
      } as never)
      const copy = await rest.send('POST', `editions/${docs[0]?.id}/duplicate?draft=true`, {
        as: publisher,
        body: { _status: 'draft' },
      })
      expect(copy.status).toBe(200)
      expect(docOf(copy)['number']).toBe(4)
    })
    test('is not published with dates that cross, a nonsense diary number or another county’s strategy', async () => {
      const theirs = docOf(await draft('strategies', { title: 'Deras' }, stranger))
      const answer = await rest.send('POST', 'editions', {
        as: publisher,
        headers: { 'accept-language': 'sv' },
        body: {
          owner,
          audience: 'own',
          strategy: theirs.id,
          number: 9,
          label: 'X',
          title: 'X',
          validFrom: '2018',
          validThrough: '2017',
          decision: { diaryNumber: 'se protokollet' },
          parties: [{ name: 'Kommunen', kind: 'municipality', organisationNumber: '212000-2412' }],
          _status: 'published',
        },
      })
      expect(
        errorsIn(answer)
          .map(({ path }) => path)
          .sort(),
      ).toEqual(['decision.diaryNumber', 'parties.0.organisationNumber', 'strategy', 'validThrough'])
    })
  })

  describe('a file', () => {
    const upload = (data: object, as = publisher): Promise<Answer> => {
      const form = new FormData()
      form.append('_payload', JSON.stringify(data))
      form.append('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'bla.png')
      return rest.send('POST', 'media', { as, body: form, headers: { 'accept-language': 'sv' } })
    }
    test('that is an image needs words for what it shows, or to be decoration', async () => {
      const answer = await upload({ owner })
      expect(answer.status).toBe(400)
      expect(errorsIn(answer)).toEqual([{ path: 'alt', message: expect.stringMatching(/^Beskriv bilden/) }])
      expect((await upload({ owner, decorative: true })).status).toBe(201)
    })
    test('is kept by content with its renditions, and nobody can claim another content', async () => {
      const { id } = docOf(
        await upload({ owner, alt: 'Blått', contentFiles: { original: { sha256: 'f'.repeat(64) } } }),
      )
      const row = await payload.findByID({ collection: 'media', id, showHiddenFields: true } as never)
      const { original, renditions } = (row as unknown as Stored)['contentFiles'] as {
        original: object
        renditions: object[]
      }
      expect(original).toMatchObject({ name: 'bla.png', size: picture.length, mediaType: 'image/png' })
      expect(renditions).toMatchObject([
        { rendition: 'thumb', width: 320 },
        { rendition: 'card', width: 640 },
      ])
    })
    test('is read by the staff of its county alone', async () => {
      const { id, url } = docOf(await upload({ owner, alt: 'Blått' }))
      const path = String(url).replace(/^.*\/api\//, '')
      expect((await rest.send('GET', path, { as: publisher })).status).toBe(200)
      expect((await rest.send('GET', path, { as: stranger })).status).toBe(403)
      expect((await rest.send('GET', path)).status).toBe(403)
      expect((await rest.send('GET', `media/${id}`, { as: stranger })).status).toBeGreaterThanOrEqual(400)
    })
    test('belongs to no other county than the user’s', async () => {
      expect((await upload({ owner: 'uppsala', alt: 'Blått' })).status).toBe(403)
      expect(docOf(await upload({ alt: 'Blått' }))).toMatchObject({ owner })
    })
    test('that is national may be used by every county', async () => {
      const national = await rest.account('national', [['national-editor']])
      const { id } = docOf(await upload({ alt: 'Blått' }, national))
      expect((await rest.send('GET', `media/${id}`, { as: publisher })).body).toMatchObject({ owner: 'nationell' })
      expect((await rest.send('PATCH', `media/${id}`, { as: publisher, body: { alt: 'Vårt' } })).status).toBe(403)
    })
    test('of another county is not published as one’s own', async () => {
      const { id } = docOf(await upload({ owner: 'uppsala', alt: 'Deras' }, stranger))
      const answer = await rest.send('POST', 'news', {
        as: publisher,
        body: newsItem({ image: id, _status: 'published' }),
      })
      expect(errorsIn(answer).map(({ path }) => path)).toEqual(['image'])
    })
  })

  test('a text that is sent without naming a language is Swedish', async () => {
    const { id } = docOf(await draft('contacts', { name: 'Linjen', kind: 'helpline' }))
    const row = await payload.findByID({ collection: 'contacts', id, locale: 'all', draft: true } as never)
    expect(row).toMatchObject({ name: { sv: 'Linjen' } })
  })
  test('a text in an unknown language is refused and not lost', async () => {
    const answer = await rest.send('POST', 'news?draft=true&locale=xx', { as: publisher, body: { title: 'Vilse' } })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('sv-simple')
  })
  test('a person in office is not published without a legal basis, nor a named audience without counties', async () => {
    const answer = await rest.send('POST', 'contacts', {
      as: publisher,
      body: { name: 'Eva', kind: 'person', owner, audience: 'named', _status: 'published' },
    })
    expect(
      errorsIn(answer)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['audienceCounties', 'legalBasis'])
  })
  describe('a link in a text', () => {
    const block = (type: string, children: object[], more: object = {}): object => ({
      type,
      version: 1,
      format: '',
      indent: 0,
      direction: 'ltr',
      children,
      ...more,
    })
    const publish = (fields: object): Promise<Answer> => {
      const text = { type: 'text', version: 1, text: 'Läs mer', detail: 0, format: 0, mode: 'normal', style: '' }
      const link = block('link', [text], { id: '1', version: 3, fields: { newTab: false, ...fields } })
      const body = { root: block('root', [block('paragraph', [link])]) }
      return rest.send('POST', 'news', { as: publisher, body: newsItem({ body, _status: 'published' }) })
    }
    test.each(['javascript:alert(1)', 'data:text/html,x', 'lansstyrelsen.se', ''])(
      'does not lead to “%s”',
      async (url) => {
        expect(errorsIn(await publish({ linkType: 'custom', url })).map(({ path }) => path)).toContain('body.url')
      },
    )
    test.each(['https://www.lansstyrelsen.se', 'mailto:namn@lansstyrelsen.se', 'tel:+4620505050'])(
      'leads to %s',
      async (url) => {
        expect((await publish({ linkType: 'custom', url })).status).toBe(201)
      },
    )
    test('leads to a document of the own county and to no other county’s draft', async () => {
      const link = async (as: Account): Promise<Answer> => {
        const { id } = docOf(await draft('contacts', { name: 'Linjen', kind: 'helpline' }, as))
        return publish({ linkType: 'internal', doc: { relationTo: 'contacts', value: id } })
      }
      expect((await link(publisher)).status).toBe(201)
      expect(errorsIn(await link(stranger)).map(({ path }) => path)).toEqual(['body.doc'])
    })
  })
  test('an owner may be changed by one who edits for both', async () => {
    const two = await rest.account('two', [
      ['editor', owner],
      ['editor', 'uppsala'],
    ])
    const { id } = await create(payload, 'news', newsItem({ owner }), { draft: true })
    expect(await update(payload, 'news', id, { owner: 'uppsala' }, { draft: true, user: two })).toMatchObject({
      owner: 'uppsala',
    })
  })
})

const errorsIn = ({ body }: Answer): { path: string; message: string }[] =>
  (
    (body['errors'] as { data?: { errors?: { path: string; message: string }[] } }[] | undefined)?.[0]?.data?.errors ??
    []
  ).map(({ path, message }) => ({ path, message }))
