import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import memento from 'memento-client'
import { mementoAt, parseHttpDate } from '../../src/http/memento/mementos.js'
import { newsItem, create, paragraph, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard } from '../support/service.js'
import { startReading, type Reading } from '../reading/reading.js'

const PUBLIC = 'https://lanskallan.example'

onEachDatabase((database) => {
  let reading: Reading
  let site: PublicSide
  /** A news item of three versions, each an hour and some milliseconds after the one before. */
  let id: string
  let instants: string[]
  let records: string[]
  beforeAll(async () => {
    reading = await startReading(database, '2026-03-01T08:00:00.250Z')
    site = await startPublic(reading.editorial, { now: reading.clock.now })
  })
  afterAll(async () => {
    await site.close()
    await reading.close()
    await discard(reading.editorial)
  })
  beforeEach(async () => {
    reading.clock.pass()
    const { payload } = reading
    ;({ id } = await create(payload, 'news', newsItem({ title: 'Ett', body: paragraph('Ett.'), _status: 'published' })))
    for (const title of ['Två', 'Tre']) {
      reading.clock.pass()
      await update(payload, 'news', id, { title, body: paragraph(`${title}.`), _status: 'published' })
    }
    reading.clock.pass()
    await site.shelf.follow()
    const entries = site.shelf.entriesOf(id)
    instants = entries.map(({ publicFrom }) => publicFrom)
    records = entries.map(({ record }) => record.id)
  })

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
    fetch(`${site.url}${path.startsWith(PUBLIC) ? path.slice(PUBLIC.length) : path}`, {
      redirect: 'manual',
      method,
      headers,
    })
  const gate = (headers: Record<string, string> = {}, original = `${PUBLIC}/id/${id}`, method = 'GET') =>
    fetch(`${site.url}/arkiv/timegate/${original}`, { redirect: 'manual', method, headers })
  const secondOf = (instant: string, seconds = 0): string =>
    new Date(Math.floor(Date.parse(instant) / 1_000) * 1_000 + seconds * 1_000).toUTCString()
  const version = (place: number): string => `${PUBLIC}/arkiv/version/${records[place]}`
  /** The links of a response by address. */
  const linksOf = (header: string | null): Map<string, string> =>
    new Map(
      [...(header ?? '').matchAll(/<([^>]*)>((?:; \w+="[^"]*")*)/g)].map(([, href, attributes]) => [
        href!,
        attributes!,
      ]),
    )
  const seal = async (): Promise<void> => {
    await reading.seal('news', id)
    reading.clock.pass()
    await site.shelf.follow()
  }

  test('the page of a document says where its versions are, though it leads elsewhere', async () => {
    const response = await get(`/id/${id}`)
    const links = linksOf(response.headers.get('link'))
    expect(links.get(`${PUBLIC}/arkiv/timegate/${PUBLIC}/id/${id}`)).toBe('; rel="timegate"')
    expect(links.get(`${PUBLIC}/arkiv/timemap/link/${PUBLIC}/id/${id}`)).toBe(
      '; rel="timemap"; type="application/link-format"',
    )
  })

  describe('the TimeGate', () => {
    test('leads to the version that was read at the moment, and to no other', async () => {
      const chosen = async (moment: string): Promise<number> => {
        const response = await gate({ 'accept-datetime': moment })
        expect(response.status).toBe(302)
        return records.findIndex((_, place) => version(place) === response.headers.get('location'))
      }
      expect(await chosen(secondOf(instants[1]!, 60))).toBe(1)
      expect(await chosen(secondOf(instants[1]!, -1))).toBe(0)
      // Whole seconds: what a version says of itself leads back to it.
      expect(await chosen(secondOf(instants[1]!))).toBe(1)
      expect(await chosen('Thu, 01 Jun 2000 10:00:00 GMT')).toBe(0)
      expect(await chosen('Thu, 01 Jun 2090 10:00:00 GMT')).toBe(2)
    })

    test('without a moment leads to the newest', async () => {
      expect((await gate()).headers.get('location')).toBe(version(2))
    })

    test('names the original, the map and the chosen version with its date, varies by the moment, and is no version itself', async () => {
      for (const method of ['GET', 'HEAD']) {
        const { headers, status } = await gate({ 'accept-datetime': secondOf(instants[1]!) }, undefined, method)
        const links = linksOf(headers.get('link'))
        expect(status).toBe(302)
        expect(headers.get('vary')).toBe('accept-datetime')
        expect(headers.get('memento-datetime')).toBeNull()
        expect(links.get(`${PUBLIC}/id/${id}`)).toBe('; rel="original"')
        expect(links.get(`${PUBLIC}/arkiv/timemap/link/${PUBLIC}/id/${id}`)).toContain('rel="timemap"')
        expect(links.get(version(1))).toBe(`; rel="memento"; datetime="${secondOf(instants[1]!)}"`)
        expect(links.get(version(0))).toContain('rel="first prev memento"')
        expect(links.get(version(2))).toContain('rel="next last memento"')
      }
    })

    test('refuses what is no date with the form to write, and knows nothing of what is not there', async () => {
      const wrong = await gate({ 'accept-datetime': '2017-06-01' })
      expect([wrong.status, await wrong.text()]).toEqual([
        400,
        expect.stringContaining('Thu, 01 Jun 2017 10:00:00 GMT'),
      ])
      for (const original of [
        `${PUBLIC}/id/${crypto.randomUUID()}`,
        'https://else.example/',
        '%E0%A4%A',
        `${PUBLIC}/id/x`,
      ]) {
        const { status, headers } = await gate({}, original)
        expect([original, status < 500 && status >= 400]).toEqual([original, true])
        expect([headers.get('link'), headers.get('location')]).toEqual([null, null])
      }
    })

    test('finds the document also where a proxy has joined the slashes, and by its id alone', async () => {
      expect((await gate({}, `https:/lanskallan.example/id/${id}`)).status).toBe(302)
      expect((await gate({}, id)).status).toBe(302)
    })
  })

  describe('a version', () => {
    test('is the very bytes of the snapshot, with its digest as tag and the date from which it was public', async () => {
      const response = await get(version(1))
      const bytes = Buffer.from(await response.arrayBuffer())
      const digest = createHash('sha256').update(bytes)
      const hex = digest.copy().digest('hex')
      expect(response.status).toBe(200)
      expect(site.shelf.entriesOf(id)[1]!.record.snapshot).toBe(hex)
      expect(response.headers.get('etag')).toBe(`"${hex}"`)
      expect(response.headers.get('repr-digest')).toBe(`sha-256=:${digest.digest('base64')}:`)
      expect(response.headers.get('memento-datetime')).toBe(secondOf(instants[1]!))
      expect(response.headers.get('vary')).not.toMatch(/datetime/i)
      expect(response.headers.get('cache-control')).toBe('public, max-age=300, must-revalidate')
      expect(JSON.parse(bytes.toString())).toMatchObject({ languages: { sv: { title: 'Två' } } })
      // What fetch adds by itself to a question of this kind asks for a new answer.
      const again = { 'if-none-match': `"${hex}"`, 'cache-control': 'max-age=0' }
      expect((await get(version(1), again)).status).toBe(304)
    })

    test('reads for people as it read then, under a tag of its own', async () => {
      const html = await get(version(0), { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' })
      expect(html.headers.get('content-type')).toContain('text/html')
      expect(html.headers.get('memento-datetime')).toBe(secondOf(instants[0]!))
      expect(html.headers.get('etag')).not.toBe((await get(version(0))).headers.get('etag'))
      const page = await html.text()
      expect(page).toContain('Ett.')
      expect(page).not.toContain('Tre.')
    })

    test('leads to the original, the gate, the map, and the versions around it', async () => {
      const links = linksOf((await get(version(2))).headers.get('link'))
      expect(
        [...links].map(([href, attributes]) => [href.replace(PUBLIC, ''), /rel="([^"]*)"/.exec(attributes)![1]]),
      ).toEqual([
        [`/id/${id}`, 'original'],
        [`/arkiv/timegate/${PUBLIC}/id/${id}`, 'timegate'],
        [`/arkiv/timemap/link/${PUBLIC}/id/${id}`, 'timemap'],
        [version(0).replace(PUBLIC, ''), 'first memento'],
        [version(1).replace(PUBLIC, ''), 'prev memento'],
        [version(2).replace(PUBLIC, ''), 'last memento'],
      ])
    })

    test('is gone with the reason once it is sealed, in both forms', async () => {
      await seal()
      for (const accept of ['*/*', 'text/html']) {
        const response = await get(version(0), { accept })
        expect(response.status).toBe(410)
        expect(response.headers.get('memento-datetime')).toBeNull()
        expect(await response.text()).not.toContain('Ett')
      }
    })

    test('that nobody has published is not there', async () => {
      const draft = await create(reading.payload, 'news', newsItem({ title: 'Utkast' }), { draft: true })
      expect((await get(`/arkiv/version/${draft.id}`)).status).toBe(404)
      expect((await get(`/arkiv/timemap/link/${draft.id}`)).status).toBe(404)
    })
  })

  describe('the TimeMap', () => {
    test('names the original, itself with its span, the gate, and every version with its date', async () => {
      const response = await get(`/arkiv/timemap/link/${PUBLIC}/id/${id}`)
      expect(response.headers.get('content-type')).toContain('application/link-format')
      const span = `from="${secondOf(instants[0]!)}"; until="${secondOf(instants[2]!)}"`
      expect((await response.text()).trimEnd().split(',\n')).toEqual([
        `<${PUBLIC}/id/${id}>; rel="original"`,
        `<${PUBLIC}/arkiv/timemap/link/${PUBLIC}/id/${id}>; rel="self"; type="application/link-format"; ${span}`,
        `<${PUBLIC}/arkiv/timegate/${PUBLIC}/id/${id}>; rel="timegate"`,
        `<${version(0)}>; rel="first memento"; datetime="${secondOf(instants[0]!)}"`,
        `<${version(1)}>; rel="memento"; datetime="${secondOf(instants[1]!)}"`,
        `<${version(2)}>; rel="last memento"; datetime="${secondOf(instants[2]!)}"`,
      ])
    })

    test('says the same as JSON', async () => {
      const map = (await (await get(`/arkiv/timemap/json/${id}`)).json()) as { mementos: { list: { uri: string }[] } }
      expect(map).toMatchObject({ original_uri: `${PUBLIC}/id/${id}`, mementos: { last: { uri: version(2) } } })
      expect(map.mementos.list.map(({ uri }) => uri)).toEqual([0, 1, 2].map(version))
    })

    test('knows nothing of a version that is planned, before its time', async () => {
      const count = async (): Promise<number> =>
        [...(await (await get(`/arkiv/timemap/link/${id}`)).text()).matchAll(/memento"/g)].length
      expect(await count()).toBe(3)
      reading.clock.pass()
      const plan = new Date(Date.parse(reading.clock.now()) + 7_200_000).toISOString()
      await update(
        reading.payload,
        'news',
        id,
        { title: 'Fyra', _status: 'published' },
        { context: { release: { plannedFor: plan } } },
      )
      reading.clock.pass()
      await site.shelf.follow()
      expect(await count()).toBe(3)
      reading.clock.pass(3)
      expect(await count()).toBe(4)
    })

    test('another’s client reads it, and finds the version of a moment through the gate', async () => {
      const ask = (host: string, time?: Date): Promise<{ href: string; rel: string }[]> =>
        new Promise((resolve, reject) => {
          const done = (error: Error | null, links: { href: string; rel: string }[]): void =>
            error ? reject(error) : resolve(links)
          memento(`${PUBLIC}/id/${id}`, { host: `${site.url}${host}`, ...(time && { time }) }, done)
        })
      const all = await ask('/arkiv/timemap/link/')
      expect(all.filter(({ rel }) => rel.includes('memento')).map(({ href }) => href)).toEqual([0, 1, 2].map(version))
      const near = await ask('/arkiv/timegate/', new Date(Date.parse(instants[1]!) + 60_000))
      expect(near.find(({ rel }) => rel === 'memento')?.href).toBe(version(1))
    })
  })
})

describe('HTTP dates', () => {
  test('are read in the one form that may be sent, and of two versions in a second the later counts', () => {
    expect(parseHttpDate('Thu, 01 Jun 2017 10:00:00 GMT')).toBe(Date.parse('2017-06-01T10:00:00Z'))
    for (const wrong of ['2017-06-01', 'Fri, 01 Jun 2017 10:00:00 GMT', 'Thu, 31 Feb 2017 10:00:00 GMT', '', 'now'])
      expect(parseHttpDate(wrong)).toBeUndefined()
    const both = ['one', 'other'].map((record) => ({ record, publicFrom: '', at: 1_000 }))
    expect(mementoAt(both, 1_000).record).toBe('other')
  })
})
