import { z } from 'zod'
import { sharedRuns } from '../sharedRuns.js'
import { holderOf, holdersOf } from './keys.js'
import type { PersistedDocument, Site, Website, WebsiteReader } from './model.js'

/** What is known of the registered websites: held in memory, so that no request waits for the database. */
export interface Websites {
  siteOf(county: string): Site | undefined
  /** Whether pages of this origin may read answers in the reader's browser. */
  isOrigin(origin: string): boolean
  /** The county whose website holds the key. */
  holderOf(key: string): string | undefined
  /** The text of a persisted document. @param id `sha256:` and 64 lower-case hexadecimal digits */
  document(id: string): string | undefined
  /** Reads what has changed. Calls that overlap share a run, with one more after it. */
  follow(): Promise<void>
  /** All of it as text, for an instance to start from while the database is away. */
  dump(): string
  /** @returns whether the text was one of `dump`'s */
  restore(text: string): boolean
}

interface WebsitesOptions {
  reader: WebsiteReader
  /** Told when something else than documents has changed: addresses inside answers may be others now. */
  onChange?: () => void
}

interface Known {
  websites: readonly Website[]
  documents: readonly PersistedDocument[]
}

export function createWebsites({ reader, onChange = () => {} }: WebsitesOptions): Websites {
  let known: Known = { websites: [], documents: [] }
  let told = JSON.stringify(known.websites)
  let version: string | undefined
  let sites = new Map<string, Site>()
  let origins = new Set<string>()
  let holders = holdersOf([])
  let documents = new Map<string, string>()
  let dumped: string | undefined

  const take = (next: Known): void => {
    const now = JSON.stringify(next.websites)
    if (now === told && next.documents === known.documents) return
    known = next
    dumped = undefined
    sites = new Map(
      next.websites.flatMap(({ county, origins: [origin], paths }) => (origin ? [[county, { origin, paths }]] : [])),
    )
    origins = new Set(next.websites.flatMap((one) => one.origins))
    holders = holdersOf(next.websites.flatMap(({ county, keys }) => keys.map((hash) => ({ county, hash }))))
    const counties = new Set(next.websites.map(({ county }) => county))
    documents = new Map(
      next.documents.flatMap(({ county, sha256, text }) => (counties.has(county) ? [[`sha256:${sha256}`, text]] : [])),
    )
    if (now === told) return
    told = now
    onChange()
  }
  const read = async (): Promise<void> => {
    const websites = await reader.websites()
    // Asked for before they are read: what is registered meanwhile is read again next time.
    const newest = await reader.documentsVersion()
    const isSame = newest === version
    take({ websites, documents: isSame ? known.documents : await reader.documents() })
    version = newest
  }
  return {
    siteOf: (county) => sites.get(county),
    isOrigin: (origin) => origins.has(origin),
    holderOf: (key) => holderOf(key, holders),
    document: (id) => documents.get(id),
    follow: sharedRuns(read),
    // Made once for each change: who keeps it looks often.
    dump: () => (dumped ??= JSON.stringify(known)),
    restore: (text) => {
      const kept = readDump(text)
      if (kept) take(kept)
      return kept !== undefined
    },
  }
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Dump = z.object({
  websites: z.array(
    z.object({
      county: z.string(),
      origins: z.array(z.string()),
      paths: z.record(z.string(), z.string()),
      keys: z.array(sha256),
    }),
  ),
  documents: z.array(z.object({ county: z.string(), sha256, text: z.string() })),
})

function readDump(text: string): Known | undefined {
  try {
    return Dump.parse(JSON.parse(text))
  } catch {
    // A file that was cut off: the database will tell.
    return undefined
  }
}
