import { createLocalReq } from 'payload'
import { prolong } from '../../src/workflow/laterDecision.js'
import { startReading, type Reading } from '../reading/reading.js'
import { create, newsItem, paragraph, update, type Stored } from '../support/content.js'
import type { TestDatabase } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard } from '../support/service.js'

/** A page as a reader without a browser gets it. */
export interface Got {
  status: number
  headers: Headers
  html: string
  /** The words alone. */
  text: string
}

/** The room with one strategy that has lived through all that can happen to one, and what stands around it. */
export interface Room {
  reading: Reading
  site: PublicSide
  /** Ids by their names in `fill`. */
  ids: Record<string, string>
  get(path: string, headers?: Record<string, string>): Promise<Got>
  /** Follows what was done, some minutes later. */
  settle(): Promise<void>
  close(): Promise<void>
}

export async function startRoom(database: TestDatabase): Promise<Room> {
  const reading = await startReading(database, '2013-11-01T08:00:00.000Z')
  const ids = await fill(reading)
  const site = await startPublic(reading.editorial, { now: reading.clock.now })
  const settle = async (): Promise<void> => {
    reading.clock.pass(0.1)
    await site.shelf.follow()
  }
  reading.clock.moveTo('2026-07-01T08:00:00.000Z')
  await settle()
  return {
    reading,
    site,
    ids,
    settle,
    get: async (path, headers = {}) => {
      const response = await fetch(site.url + path, { headers, redirect: 'manual' })
      const html = await response.text()
      return { status: response.status, headers: response.headers, html, text: wordsOf(html) }
    },
    close: async () => {
      await site.close()
      await reading.close()
      await discard(reading.editorial)
    },
  }
}

/** What stands in the main part of a page, in one line. */
const wordsOf = (html: string): string =>
  (/<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,:;)])/g, '$1')
    .trim()

const own = { owner: 'vasternorrland', audience: 'own', _status: 'published' }

async function fill({ payload, clock, withdraw, seal }: Reading): Promise<Record<string, string>> {
  const decision = { body: 'Länsstyrelsen Västernorrland', date: '2022-03-15', diaryNumber: '801-1234-2022' }
  const correction = { context: { release: { changeNote: 'Rättat stavfel' } } }
  clock.moveTo('2013-12-01T09:00:00.000Z')
  const helpline = await create(payload, 'contacts', {
    ...own,
    ...{ name: 'Kvinnofridslinjen', kind: 'helpline', phones: [{ number: '+4620505050', display: '020-50 50 50' }] },
  })
  const topic = await create(payload, 'topics', {
    ...own,
    ...{ title: 'Våld i nära relationer', slug: 'vald-i-nara-relationer', sensitive: true, contacts: [helpline.id] },
    ...{
      quickExitUrl: 'https://www.example.se/vader',
      neutralTitle: 'Information från länet',
      body: paragraph('Om våld.'),
    },
  })
  const calm = await create(payload, 'topics', { ...own, title: 'Fiske', slug: 'fiske', body: paragraph('Om fisk.') })
  const strategy = await create(payload, 'strategies', {
    ...own,
    ...{ title: 'Länsstrategi mot våld', slug: 'vald', topics: [topic.id] },
  })
  const text = { ...own, strategy: strategy.id, title: 'Strategins text' }
  const edition = (more: object): Promise<Stored> => create(payload, 'editions', { ...text, ...more })
  clock.moveTo('2013-12-10T09:00:00.000Z')
  const first = await edition({
    ...{ number: 1, label: '2014–2016', validFrom: '2014-01-01', validThrough: '2016-12-31' },
    body: paragraph('Den första texten.'),
    parties: [{ name: 'Landstinget i Västernorrland', kind: 'region' }],
  })
  clock.moveTo('2017-12-20T09:00:00.000Z')
  const second = await edition({
    ...{ number: 2, label: '2018–2021', validFrom: '2018-01-01', validThrough: '2021-12-31' },
    body: paragraph('Den andra texten.'),
  })
  clock.moveTo('2018-03-01T09:00:00.000Z')
  await withdraw('editions', first.id)
  clock.moveTo('2022-03-15T09:00:00.000Z')
  const third = await edition({
    ...{ number: 3, label: '2022–2024', validFrom: '2022-03-15', validThrough: '2024-12-31', decision },
    body: paragraph('Den tredje texten.'),
  })
  clock.moveTo('2022-05-01T09:00:00.000Z')
  await update(payload, 'editions', third.id, { body: paragraph('Den tredje texten, rättad.') }, correction)
  clock.moveTo('2024-12-15T09:00:00.000Z')
  await prolong(await createLocalReq({}, payload), third.id, { validThrough: '2026-12-31', decision })
  clock.moveTo('2025-08-01T09:00:00.000Z')
  await seal('editions', second.id)
  const gone = await create(payload, 'news', newsItem({ ...own, title: 'Borta med vinden', slug: 'borta' }))
  const news = await create(
    payload,
    'news',
    newsItem({ ...own, title: 'Fisketider', slug: 'fisketider', topics: [calm.id] }),
  )
  const draft = await create(payload, 'news', newsItem({ title: 'Hemligt utkast', slug: 'utkast', _status: 'draft' }), {
    draft: true,
  })
  clock.pass()
  await withdraw('news', gone.id, 'gone')
  return {
    ...{ helpline: helpline.id, topic: topic.id, calm: calm.id, strategy: strategy.id, first: first.id },
    ...{ second: second.id, third: third.id, gone: gone.id, news: news.id, draft: draft.id },
  }
}
