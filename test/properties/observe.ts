import { sha256 } from '../../src/archive/pure/digest.js'
import { archiveTables } from '../../src/database/archiveTables.js'
import { allRows } from '../support/service.js'
import type { World } from './world.js'

/** Rows as texts, by table and id. */
export type Rows = Record<string, ReadonlyMap<string, string>>

type Row = Record<string, unknown>

export async function archiveRows({ editorial: { payload } }: World): Promise<Rows> {
  const tables = await Promise.all(
    archiveTables.map(async (table) => [table, byId(await allRows(payload, table))] as const),
  )
  return Object.fromEntries(tables)
}

/** What editors have before them: the rows in all languages, and every version of them. */
export async function editorsRows({ editorial: { payload } }: World): Promise<Rows> {
  const tables = await Promise.all(
    (['strategies', 'editions', 'news', 'media'] as const).map(async (collection) => {
      const { docs } = await payload.db.find<Row>({ collection, locale: 'all', pagination: false })
      return [collection, byId(docs)] as const
    }),
  )
  const versions = await Promise.all(
    (['strategies', 'editions', 'news'] as const).map(async (collection) => {
      const { docs } = await payload.db.findVersions({ collection, locale: 'all', pagination: false })
      return [`${collection} versions`, byId(docs as unknown as Row[])] as const
    }),
  )
  return Object.fromEntries([...tables, ...versions])
}

const byId = (rows: readonly Row[]): Map<string, string> =>
  new Map(rows.map((row) => [String(row['id']), JSON.stringify(Object.fromEntries(Object.entries(row).sort()))]))

export interface RecordTold {
  id: string
  action: string
  sealed: boolean
  digest: string | null
  snapshot: string | null
  body: string | null
  changeNote: string | null
  leaf: { seq: number; placedAt: string; commitment: string; hash: string }
}

export interface DocumentTold extends Row {
  id: string
  publication: 'PUBLIC' | 'WITHDRAWN' | 'SEALED' | null
  title: string | null
  history: { nodes: { id: string }[] }
}

export interface ResolutionTold {
  state: string
  certainty: string
  editions: { id: string }[]
  previous: { id: string } | null
  next: { id: string } | null
}

/** All that the public is told as of a moment. */
export interface Told {
  documents: Record<string, DocumentTold | null>
  records: Record<string, RecordTold | null>
  /** By address, the document that it leads to. */
  addresses: Record<string, string | null>
  news: string[]
  strategies: string[]
  /** By strategy and day. */
  resolutions: Record<string, ResolutionTold>
  /** Everything that was said, in one. */
  words: string
}

const fragments = `
fragment Told on Document {
  __typename id slug publication language releasedLanguages knownAt
  takenDown { reason since shownAs redirectTo { id } record { id } }
  history(first: 50) { nodes { id } }
  ... on NewsItem { title lead body { text } image { url } publishedAt updatedAt }
  ... on Strategy { title summary }
  ... on Edition {
    title body { text } number label validFrom validUntil documents { sha256 name } priorPublication { note }
    prolongations { validUntil } repeal { from } record { id } strategy { id } supersedes { id }
  }
}
fragment Resolved on EditionResolution {
  state certainty explanation priorPublication { note } editions { id label } previous { id label } next { id label }
}
fragment Entry on Record {
  id documentId seq revision action publicFrom recordedAt sealed digest snapshot body changeNote
  leaf { seq placedAt commitment hash }
}`
const days = ['2015-06-01', '2019-06-01', '2026-06-01']

/** @param knownAt null for now */
export async function tell(world: World, knownAt: string | null, records: readonly string[]): Promise<Told> {
  await world.site.shelf.follow()
  const at = knownAt === null ? '' : `, knownAt: "${knownAt}"`
  const strategies = world.documents.filter(({ kind }) => kind === 'strategy').map(({ id }) => id)
  const said = await ask(world, [
    `county(slug: "vasternorrland"${at}) {
      news(first: 100) { nodes { id title lead } } strategies(first: 100) { nodes { id title summary } } }`,
    ...world.documents.map(({ id }) => `d_${alias(id)}: node(id: "${id}"${at}) { ...Told }`),
    ...records.map((id) => `r_${alias(id)}: record(id: "${id}"${at}) { ...Entry }`),
    ...world.slugs.map(({ slug, kind }) => {
      const field = kind === 'news' ? 'newsItem' : 'strategy'
      return `s_${alias(slug)}: ${field}(county: "vasternorrland", slug: "${slug}"${at}) { id publication title }`
    }),
    ...strategies.map((id) => {
      const asked = days.map((day) => `on_${alias(day)}: inForce(validAt: "${day}") { ...Resolved }`)
      return `i_${alias(id)}: node(id: "${id}"${at}) { ... on Strategy { ${asked.join(' ')} editions { id label title } } }`
    }),
  ])
  const county = said['county'] as Record<'news' | 'strategies', { nodes: { id: string }[] }>
  const named = <T>(prefix: string, ids: readonly string[]): Record<string, T> =>
    Object.fromEntries(ids.map((id) => [id, said[`${prefix}_${alias(id)}`] as T]))
  const addressed = named<{ id: string; publication: string | null } | null>(
    's',
    world.slugs.map(({ slug }) => slug),
  )
  return {
    documents: named(
      'd',
      world.documents.map(({ id }) => id),
    ),
    records: named('r', records),
    // A strategy that came to be known later is told of, to say where it was public before.
    addresses: Object.fromEntries(
      Object.entries(addressed).map(([slug, one]) => [slug, one && one.publication !== null ? one.id : null]),
    ),
    news: county.news.nodes.map(({ id }) => id),
    strategies: county.strategies.nodes.map(({ id }) => id),
    resolutions: Object.fromEntries(
      strategies.flatMap((id) =>
        Object.entries((said[`i_${alias(id)}`] ?? {}) as Record<string, ResolutionTold>)
          .filter(([field]) => field !== 'editions')
          .map(([field, one]) => [`${id} ${field}`, one]),
      ),
    ),
    words: JSON.stringify(said),
  }
}

const alias = (id: string): string => id.replaceAll('-', '_')

/** In as many requests as their size asks for. */
async function ask({ site }: World, fields: readonly string[]): Promise<Row> {
  const said: Row = {}
  for (let from = 0; from < fields.length; from += 25) {
    const wanted = fields.slice(from, from + 25).join('\n')
    const used = ['Told', 'Resolved', 'Entry'].filter((name) => wanted.includes(`...${name} `))
    const needed = fragments
      .split(/(?=fragment )/)
      .filter((text) => used.some((name) => text.startsWith(`fragment ${name} `)))
    const { data, errors } = await site.query(`{ ${wanted} }\n${needed.join('')}`)
    if (errors) throw new Error(JSON.stringify(errors))
    Object.assign(said, data)
  }
  return said
}

/** What is handed out for each file, by its content; null where nothing is. */
export async function handedOut({ site }: World, files: readonly string[]): Promise<Record<string, string | null>> {
  const got = files.map(async (file) => {
    const response = await fetch(`${site.url}/files/${file}/bild.png`)
    const content = Buffer.from(await response.arrayBuffer())
    return [file, response.status === 200 ? sha256(content) : null] as const
  })
  return Object.fromEntries(await Promise.all(got))
}

/** The pages under the lasting addresses of all documents. */
export async function pages({ site, documents }: World): Promise<string> {
  const got = documents.map(async ({ id }) => (await fetch(`${site.url}/id/${id}`)).text())
  return (await Promise.all(got)).join('\n')
}
