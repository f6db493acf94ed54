import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { items, media, websites } from './content/index.js'
import type { Fields, Item, MediaItem } from './content/model.js'
import { idOfKey, referencesIn, resolveReferences } from './reference.js'
import { storeOf, type Store, type StoredRow } from './store.js'
import type { LanguageCode } from '../vocabulary.js'

/** How far the seed has come: `label` is what was just done, in plain words. */
export interface SeedProgress {
  done: number
  total: number
  label: string
}

export interface SeedResult {
  /** Documents that this run published. */
  published: number
  /** Documents that were there before, and were left as they are. */
  untouched: number
}

/** Marks a draft as the seed's own, so that a later run may finish it. Only staff see it. */
const seedNote = 'Demoinnehåll som läggs in automatiskt.'

/**
 * Fills the database with the demo content. What an earlier run or an editor has put there stays as it is, so it can be
 * run any number of times; a run that was cut off is finished by the next.
 *
 * @param report  is called after each document
 */
export async function seedDemo({
  payload,
  report,
}: {
  payload: Payload
  dataDir: string
  report: (progress: SeedProgress) => void
}): Promise<SeedResult> {
  const store = storeOf(payload)
  const ids = new Map<string, string>()
  const unfinished: Item[] = []
  // Every document gets its id first, because they refer to each other in circles.
  for (const item of items) {
    const row = await draftOf(store, item, ids)
    ids.set(item.key, row.id)
    if (row.internalNote === seedNote && !(await store.isInArchive(row.id))) unfinished.push(item)
  }
  if (unfinished.length > 0) await ensureWebsites(store)
  let done = items.length - unfinished.length
  for (const item of unfinished) {
    for (const one of mediaOf(item)) if (!ids.has(one.key)) ids.set(one.key, await mediaId(store, one))
    await publish(store, item, ids)
    done += 1
    report({ done, total: items.length, label: String(item.texts.sv.title ?? item.texts.sv.name) })
  }
  return { published: unfinished.length, untouched: items.length - unfinished.length }
}

/**
 * The document that an earlier run left, or a new draft with as much as is needed to find it again. It is known by its
 * id, whatever an editor has since made of its slug; a slug that somebody else has taken leads to what they wrote.
 */
async function draftOf(store: Store, item: Item, ids: ReadonlyMap<string, string>): Promise<StoredRow> {
  const id = idOfKey(item.key)
  const natural = resolveReferences(item.natural, ids)
  const [found] = [...(await store.find(item.collection, { id })), ...(await store.find(item.collection, natural))]
  if (found) return found
  const { owner, label, validFrom } = item.facts
  const edition = item.collection === 'editions' && { owner, label, validFrom }
  const title = item.texts.sv.title !== undefined && { title: item.texts.sv.title }
  const data = { id, ...edition, ...title, ...natural, internalNote: seedNote }
  return store.create(item.collection, { draft: true, data })
}

async function ensureWebsites(store: Store): Promise<void> {
  for (const website of websites) {
    const existing = await store.find('websites', { county: website.county })
    if (existing.length === 0) await store.create('websites', { data: website })
  }
}

const mediaOf = (item: Item): MediaItem[] => {
  const wanted = new Set(referencesIn([item.facts, item.documents]))
  return media.filter((one) => wanted.has(one.key))
}

/** Translations are saved as drafts; the Swedish text comes last and publishes them all in one act. */
async function publish(store: Store, item: Item, ids: ReadonlyMap<string, string>): Promise<void> {
  const id = resolveReferences({ referTo: item.key }, ids) as unknown as string
  const { sv, ...translations } = item.texts
  let rows: { id?: string }[] = []
  for (const [language, texts] of Object.entries(translations) as [LanguageCode, Fields][]) {
    const documents = documentRows(item, language, rows)
    const saved = await store.update(item.collection, id, {
      draft: true,
      locale: language,
      data: resolveReferences({ ...texts, ...(documents && { documents }) }, ids),
    })
    if (Array.isArray(saved.documents)) rows = saved.documents as { id?: string }[]
  }
  const documents = documentRows(item, 'sv', rows)
  await store.update(item.collection, id, {
    data: resolveReferences({ ...item.facts, ...sv, ...(documents && { documents }), _status: 'published' }, ids),
    release: Object.keys(item.texts) as LanguageCode[],
  })
}

/** A title is translated within its row, so each language must name the row that it means. */
const documentRows = (item: Item, language: LanguageCode, rows: readonly { id?: string }[]): Fields[] | undefined =>
  item.documents?.map(({ file, title }, index) => ({
    ...(rows[index]?.id !== undefined && { id: rows[index].id }),
    file,
    title: title[language] ?? title.sv,
  }))

/** The file's own content is its key: one that is already kept is used again. */
async function mediaId(store: Store, item: MediaItem): Promise<string> {
  const data = await item.make()
  const sha256 = createHash('sha256').update(data).digest('hex')
  const alike = await store.find('media', { owner: item.owner, mimeType: item.mediaType })
  const { sv, ...translations } = item.alt ?? {}
  const row =
    alike.find((one) => contentOf(one) === sha256) ??
    (await store.create('media', {
      data: { owner: item.owner, alt: sv, decorative: false, credit: item.credit },
      file: { data, mimetype: item.mediaType, name: item.fileName, size: data.length },
    }))
  for (const [locale, alt] of Object.entries(translations) as [LanguageCode, string][])
    await store.update('media', row.id, { locale, data: { alt } })
  return row.id
}

const contentOf = (row: StoredRow): string | undefined =>
  (row.contentFiles as { original?: { sha256?: string } } | null | undefined)?.original?.sha256
