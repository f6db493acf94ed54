import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createLocalReq, type Payload } from 'payload'
import sharp from 'sharp'
import type { RecordBody } from '../../../src/archive/pure/model.js'
import { servicesOf } from '../../../src/archive/write/services.js'
import { documentLink, list, paragraph as lexicalParagraph, richText } from '../../../src/seed/lexical.js'
import { seedDemo } from '../../../src/seed/seedDemo.js'
import type { GovernedCollection } from '../../../src/vocabulary.js'
import { dispose } from '../../../src/workflow/dispose.js'
import { prolong, repeal } from '../../../src/workflow/laterDecision.js'
import { cancelPlan } from '../../../src/workflow/plan.js'
import { takeDown } from '../../../src/workflow/takeDown.js'
import { clockFrom, type Clock } from '../../reading/reading.js'
import { create, governedCollections, paragraph, update } from '../../support/content.js'
import type { TestDatabase } from '../../support/databases.js'
import { startPublic, type PublicSide } from '../../support/public.js'
import { allRows, discard, startEditorial, type TestEditorial } from '../../support/service.js'
import { hasSlug, textsOf } from './texts.js'
import { createWords, type Words } from './words.js'

/** A whole service with its demo, and beside it everything that must not be met from outside. */
export interface LeakWorld {
  editorial: TestEditorial
  site: PublicSide
  words: Words
  /** What a stranger may try: ids, addresses and digests, those of hidden things among them. */
  ids: string[]
  idsOf: Record<string, string[]>
  slugs: string[]
  files: string[]
  /** Files that nobody may fetch, and their renditions. */
  hiddenFiles: string[]
  moments: string[]
  /** Records of one kind, to be compared: a text and its correction, or two texts. */
  pairs: { from: string; to: string }[]
  /** At which the world stands still. */
  now: string
  close(): Promise<void>
}

const START = '2026-01-01T08:00:00.000Z'
const owner = { owner: 'gavleborg', audience: 'own' }

export async function startLeakWorld(database: TestDatabase): Promise<LeakWorld> {
  const clock = clockFrom(START)
  const editorial = await startEditorial(database, { time: { now: clock.now } })
  const words = createWords()
  const writer = createWriter(editorial, words, clock)
  await seedDemo({ payload: editorial.payload, dataDir: editorial.dataDir, report: () => {} })
  clock.pass()
  for (const collection of governedCollections) await writer.hideOneOfEach(collection)
  await writer.hideFiles()
  await writer.hidePeople()
  await writer.takeDownAndMove()
  clock.pass()
  const moments = [START, '2026-01-01T09:30:00.000Z', clock.now()]
  // Some lie so near that a question for a moment just ahead, which a clock that goes wrong may send, reaches them.
  for (const collection of governedCollections) await writer.plan(collection)
  // Acts at one moment are placed a millisecond after one another.
  clock.pass(1 / 3_600)
  const ahead = new Date(Date.parse(clock.now()) + 50_000).toISOString()
  const hiddenFiles = await filesOf(editorial.payload, writer.hiddenMedia)
  for (const file of hiddenFiles) words.keep('digest of a hidden file', file)
  await keepRowsOf(editorial.payload, words, writer.hiddenIds)
  await keepKeysOf(editorial, words)
  const site = await startPublic(editorial, { editing: true, now: clock.now })
  return {
    ...{ editorial, site, words, hiddenFiles },
    ...(await namesIn(editorial.payload)),
    ...{ moments: [...moments, ahead], now: clock.now() },
    pairs: await pairsIn(editorial.payload),
    close: async () => {
      await site.close()
      await discard(editorial)
    },
  }
}

function createWriter(editorial: TestEditorial, words: Words, clock: Clock) {
  const { payload } = editorial
  const hiddenIds = new Map<string, string>()
  const hiddenMedia: string[] = []
  let count = 0
  let strategy: string | undefined

  const hidden =
    (why: string) =>
    (where: string): string =>
      words.hidden(`${why}: ${where}`)
  const text = (why: string): string => `Text ${words.hidden(why)}`

  /** What no list shows and no text needs: where it stands, its address, and a note for colleagues. */
  const placeOf = async (collection: GovernedCollection, slug: string): Promise<object> => {
    count += 1
    const place = { ...owner, internalNote: text(`${collection}: a note for colleagues`) }
    if (hasSlug(collection)) return { ...place, slug }
    if (collection === 'contacts') return { ...place, lastVerifiedBy: text('who verified a contact') }
    strategy ??= (
      await create(payload, 'strategies', { ...owner, title: 'Handlingsplan', slug: 'plan', _status: 'published' })
    ).id
    return { ...place, strategy, number: count, validFrom: `${1700 + 2 * count}`, validThrough: `${1700 + 2 * count}` }
  }
  const openTexts = (collection: GovernedCollection): object => textsOf(collection, (where) => words.open(where))
  const published = async (collection: GovernedCollection, texts: object, slug: string): Promise<string> =>
    (await create(payload, collection, { ...(await placeOf(collection, slug)), ...texts, _status: 'published' })).id
  const draft = async (collection: GovernedCollection, why: string, more: object = {}): Promise<string> => {
    const place = await placeOf(collection, words.hidden(`${why}: ${collection} slug`))
    const data = { ...place, ...textsOf(collection, hidden(why)), ...more }
    const { id } = await create(payload, collection, data, { draft: true })
    hiddenIds.set(id, `${why}: id of ${collection}`)
    return id
  }
  const asking = (): ReturnType<typeof createLocalReq> => createLocalReq({}, payload)
  const down = async (collection: GovernedCollection, id: string, action: 'SEAL' | 'WITHDRAW'): Promise<void> => {
    const withdrawal = action === 'WITHDRAW' ? ({ shownAs: 'gone', redirectTo: null } as const) : null
    await takeDown(await asking(), collection, id, { action, reason: 'Fel uppgift', withdrawal })
  }

  const hideOneOfEach = async (collection: GovernedCollection): Promise<void> => {
    await draft(collection, 'a draft')
    const thrownAway = await draft(collection, 'a draft that was thrown away')
    await payload.delete({ collection, id: thrownAway, trash: true } as never)
    // A draft over a public text, in two languages, saved by hand and by itself.
    const id = await published(collection, openTexts(collection), `oppen-${collection}`)
    const slug = hasSlug(collection) ? { slug: words.hidden(`a draft over a public text: ${collection} slug`) } : {}
    await update(
      payload,
      collection,
      id,
      { ...slug, ...textsOf(collection, hidden('a draft over a public text')) },
      { draft: true },
    )
    const autosave = {
      collection,
      id,
      data: textsOf(collection, hidden('an autosaved draft')),
      draft: true,
      autosave: true,
    }
    await payload.update(autosave as never)
    const english = textsOf(collection, hidden('a translation that was not released'))
    await update(payload, collection, id, english, { draft: true, locale: 'en' })
    // What every county may use, and what its owner alone has written beside it.
    const shared = await published(collection, { ...openTexts(collection), audience: 'all' }, `delad-${collection}`)
    const newer = textsOf(collection, hidden('a draft over a shared text'))
    await update(payload, collection, shared, newer, { draft: true })
    // Sealed with all that it said before.
    const sealed = await published(collection, textsOf(collection, hidden('sealed')), `sparrad-${collection}`)
    clock.pass(0.01)
    const corrected = { ...textsOf(collection, hidden('sealed, corrected before')), _status: 'published' }
    await update(payload, collection, sealed, corrected, {
      context: { release: { changeNote: text('sealed: change note') } },
    })
    await down(collection, sealed, 'SEAL')
    // Disposed of, for a reason that archivists alone are told.
    const disposed = await published(collection, textsOf(collection, hidden('disposed of')), `gallrad-${collection}`)
    await down(collection, disposed, 'WITHDRAW')
    await dispose(await asking(), disposed, { authority: 'RA-MS 2024:12', reason: text('why it was disposed of') })
    // Planned, and cancelled.
    const cancelled = await published(collection, openTexts(collection), `avbokad-${collection}`)
    await planOn(collection, cancelled, textsOf(collection, hidden('a plan that was cancelled')), 7_200_000)
    await cancelPlan(await asking(), collection, cancelled)
  }
  const planOn = (collection: GovernedCollection, id: string, texts: object, ahead: number): Promise<unknown> => {
    const plannedFor = new Date(Date.parse(clock.now()) + ahead).toISOString()
    const release = { plannedFor, changeNote: text('planned: change note') }
    return update(payload, collection, id, { ...texts, _status: 'published' }, { context: { release } })
  }
  const plan = async (collection: GovernedCollection): Promise<void> => {
    for (const ahead of [30_000, 86_400_000]) {
      await planOn(collection, await draft(collection, `planned in ${ahead} ms`), {}, ahead)
      const id = await published(collection, openTexts(collection), `planerad-${collection}-${ahead}`)
      const slug = hasSlug(collection) ? { slug: words.hidden(`a planned correction: ${collection} slug`) } : {}
      await planOn(collection, id, { ...slug, ...textsOf(collection, hidden('a planned correction')) }, ahead)
    }
  }
  /** @returns the id of a row of media */
  const upload = async (name: string, alt: string): Promise<string> => {
    count += 1
    const background = { r: count, g: 90, b: 200 }
    const data = await sharp({ create: { width: 700, height: 500, channels: 3, background } })
      .png()
      .toBuffer()
    const file = { data, mimetype: 'image/png', name: `${name}.png`, size: data.length }
    const row = await payload.create({
      collection: 'media',
      data: { owner: 'gavleborg', alt, credit: alt },
      file,
    } as never)
    return String(row.id)
  }
  const hideFile = async (why: string): Promise<string> => {
    const id = await upload(words.hidden(`${why}: file name`), text(`${why}: alt text`))
    hiddenMedia.push(id)
    return id
  }

  const hideFiles = async (): Promise<void> => {
    hiddenIds.set(await hideFile('a file that nothing names'), 'id of a file')
    await draft('news', 'a draft with a picture', { image: await hideFile('a draft’s picture') })
    const image = await hideFile('a sealed picture')
    await down('news', await published('news', { ...textsOf('news', hidden('sealed')), image }, 'sparrad-bild'), 'SEAL')
    const changed = await upload(words.open('file name'), `Text ${words.open('alt text')}`)
    await published('news', { ...openTexts('news'), image: changed }, 'bild-med-ny-text')
    const alt = text('an alt text that was changed since')
    await payload.update({ collection: 'media', id: changed, data: { alt, credit: alt } } as never)
    const documents = [
      { file: await hideFile('a file of a sealed edition'), title: text('a sealed edition: title of a file') },
    ]
    await down(
      'editions',
      await published('editions', { ...textsOf('editions', hidden('sealed')), documents }, ''),
      'SEAL',
    )
  }
  const hidePeople = async (): Promise<void> => {
    const person = {
      ...textsOf('contacts', hidden('a person in office before')),
      kind: 'person',
      legalBasis: 'Uppgift',
    }
    const id = await published('contacts', person, '')
    clock.pass(0.01)
    await update(payload, 'contacts', id, { ...openTexts('contacts'), kind: 'person', _status: 'published' })
    for (const role of ['editor', 'administrator'])
      await create(payload, 'users', {
        ...{
          name: text(`name of ${role}`),
          email: `${words.hidden(`address of ${role}`)}@example.se`,
          password: 'ett-langt-losenord-1',
        },
        assignments: [{ role, ...(role === 'editor' && { county: 'gavleborg' }) }],
      })
    await create(payload, 'websites', {
      ...{ county: 'gotland', origins: [{ origin: 'https://gotland.example.se' }] },
      previewUrl: `https://${words.hidden('address for previews')}.example.se/`,
      webhooks: [{ url: `https://${words.hidden('address for webhooks')}.example.se/` }],
    })
  }
  /** What the demo lacks of what can be told. */
  const takeDownAndMove = async (): Promise<void> => {
    const decision = { body: 'Länsstyrelsen', date: '2025-01-02', diaryNumber: '801-1-2025' }
    const edition = async (number: number, more: object): Promise<string> =>
      (
        await create(payload, 'editions', {
          ...{ ...owner, strategy, number, label: `U${number}`, title: `U${number}`, body: paragraph('Text.') },
          ...{ decision, _status: 'published', ...more },
        })
      ).id
    const first = await edition(901, { validFrom: '2019', validThrough: '2020' })
    await prolong(await asking(), first, { validThrough: '2021', decision })
    await repeal(await asking(), first, { from: '2021-07', decision })
    await edition(902, {
      validFrom: '2020',
      validThrough: '2030',
      supersedesInPart: [{ edition: first, part: 'Kapitel 3' }],
    })
    const third = await edition(903, { validFrom: '2031', validThrough: '2032' })
    const link = documentLink('editions', 'x', 'en länk')
    link['fields'] = { linkType: 'internal', doc: { relationTo: 'editions', value: third } }
    const before = richText(lexicalParagraph('Samma, ', 'men annat.'), list('ett', 'två'))
    const last = await edition(904, { validFrom: '2032', supersedes: [third], body: before })
    const after = richText(lexicalParagraph('Samma, ', link, ' men annat.'), list('ett', 'tre'))
    const context = { release: { changeNote: 'En länk till.' } }
    await update(payload, 'editions', last, { body: after, _status: 'published' }, { context })
    for (const collection of governedCollections.filter(hasSlug)) {
      const moved = await published(collection, openTexts(collection), `flyttad-${collection}`)
      await update(payload, collection, moved, { slug: `flyttad-igen-${collection}`, _status: 'published' })
    }
    const shownUntil = '2026-06-01T10:00:00.000Z'
    const gone = await published('news', { ...openTexts('news'), shownUntil }, 'ersatt')
    const redirectTo = await published('news', openTexts('news'), 'har-finns-det-nu')
    const withdrawal = { shownAs: 'redirect', redirectTo } as const
    await takeDown(await asking(), 'news', gone, { action: 'WITHDRAW', reason: 'Ersatt', withdrawal })
    await published(
      'contacts',
      {
        ...{ ...openTexts('contacts'), weekly: [{ days: ['1', '2'], opens: '08:00', closes: '16:00' }] },
        exceptions: [{ date: '2026-12-24' }, { date: '2026-12-23', opens: '10:00', closes: '12:00' }],
        ...{ lastVerifiedOn: '2026-01-01', languages: ['sv', 'fi'] },
      },
      '',
    )
  }
  return { hiddenIds, hiddenMedia, hideOneOfEach, hideFiles, hidePeople, takeDownAndMove, plan }
}

/** Ids of drafts and of plans, and every word that stands in a row about a person or a website. */
async function keepRowsOf(payload: Payload, words: Words, hiddenIds: ReadonlyMap<string, string>): Promise<void> {
  for (const [id, where] of hiddenIds) words.keep(where, id)
  const placed = new Map(
    (await allRows(payload, 'log')).map((row) => [String(row['record']), String(row['publicFrom'])]),
  )
  const now = servicesOf(payload).now()
  for (const [record, publicFrom] of placed) if (publicFrom > now) words.keep('id of a planned record', record)
  for (const table of ['users', 'websites'] as const) {
    const { docs } = await payload.db.find<Record<string, unknown>>({ collection: table, pagination: false })
    for (const { id, origins: _origins, paths: _paths, createdAt: _c, updatedAt: _u, ...row } of docs) {
      words.keep(`${table}: id`, String(id))
      for (const value of stringsIn(row)) if (value.length > 16) words.keep(`${table}: ${value}`, value)
    }
  }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || value instanceof Date) return []
  return Object.values(value).flatMap(stringsIn)
}

/** What signs sessions, and what signs the log. */
async function keepKeysOf({ payload, dataDir }: TestEditorial, words: Words): Promise<void> {
  words.keep('what signs sessions', payload.secret)
  words.keep('what signs sessions', (await readFile(path.join(dataDir, 'secret'), 'utf8')).trim())
  const key = (await readFile(path.join(dataDir, 'log.key'), 'utf8')).trim()
  words.keep('the key of the log', key)
  // PRIVATE+KEY+name+hash+key, where the key may have a plus in it too.
  words.keep('the key of the log', key.split('+').slice(4).join('+'))
}

const typeOf = {
  ...{ topics: 'Topic', strategies: 'Strategy', editions: 'Edition', news: 'NewsItem', contacts: 'Contact' },
  ...{ records: 'Record', media: 'Image', users: 'User', websites: 'Website' },
} as const

async function namesIn(payload: Payload): Promise<Pick<LeakWorld, 'ids' | 'idsOf' | 'slugs' | 'files'>> {
  const idsOf: Record<string, string[]> = {}
  const rows: Record<string, unknown>[] = []
  for (const [collection, type] of Object.entries(typeOf)) {
    const { docs } = await payload.db.find<Record<string, unknown>>({ collection, pagination: false })
    idsOf[type] = docs.map(({ id }) => String(id))
    rows.push(...docs)
  }
  return {
    idsOf: { ...idsOf, County: ['gavleborg', 'vasternorrland'] },
    ids: Object.values(idsOf).flat(),
    slugs: [...new Set(rows.flatMap((row) => (typeof row['slug'] === 'string' ? [row['slug']] : [])))],
    files: digestsIn(rows),
  }
}

/** The digests of files with all their renditions. */
async function filesOf(payload: Payload, media: readonly string[]): Promise<string[]> {
  const { docs } = await payload.db.find({ collection: 'media', where: { id: { in: media } }, pagination: false })
  return digestsIn(docs)
}

const digestsIn = (rows: readonly unknown[]): string[] => [
  ...new Set([...JSON.stringify(rows).matchAll(/"sha256":"([0-9a-f]{64})"/g)].map(([, digest]) => digest!)),
]

async function pairsIn(payload: Payload): Promise<LeakWorld['pairs']> {
  const records = (await allRows(payload, 'records')).map((row) => JSON.parse(String(row['body'])) as RecordBody)
  const publications = records
    .filter(({ action }) => action === 'PUBLISH')
    .sort((one, other) => one.document.id.localeCompare(other.document.id) || one.revision - other.revision)
  return publications.flatMap((one, place) => {
    const next = publications.slice(place + 1).find(({ document }) => document.kind === one.document.kind)
    return next ? [{ from: one.id, to: next.id }] : []
  })
}
