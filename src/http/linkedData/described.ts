import type { Instant, Snapshot } from '../../archive/pure/model.js'
import { countyBySlug, type LanguageCode } from '../../vocabulary.js'

/** A text that the public can read, with where and since when: all that its metadata are made from. */
export interface Described {
  snapshot: Snapshot
  /** The language that is shown. */
  language: LanguageCode
  /** Lasting addresses: of the document itself, and of the page on which it is read. */
  id: string
  page: string
  publicFrom: Instant
  firstPublicFrom: Instant
  /** The lasting address of the strategy that an edition belongs to. */
  strategy: string | null
  /** Addresses of files, in the order in which the snapshot names them. */
  files: readonly DescribedFile[]
}

export interface DescribedFile {
  address: string
  name: string
  mediaType: string
  /** Bytes. */
  size: number
  sha256: string
}

interface Texts {
  title?: string | null
  neutralTitle?: string | null
  name?: string
  lead?: string | null
  intro?: string | null
  summary?: string | null
}

const textsOf = ({ snapshot, language }: Described): Texts =>
  (snapshot.languages as Partial<Record<LanguageCode, Texts>>)[language] ?? {}

/** What the document is called. A sensitive page goes by its neutral title, wherever it is named. */
export function nameOf(described: Described): string {
  const { neutralTitle, title, name } = textsOf(described)
  return (isSensitive(described) ? neutralTitle : null) ?? title ?? name ?? ''
}

export function descriptionOf(described: Described): string | null {
  const { lead, intro, summary } = textsOf(described)
  return isSensitive(described) ? null : (lead ?? intro ?? summary ?? null)
}

const isSensitive = ({ snapshot }: Described): boolean => snapshot.kind === 'topic' && snapshot.facts.sensitive

/** The authority that publishes: a county board, or all of them together. */
export const publisherOf = ({ snapshot: { owner } }: Described): { sv: string; en: string } => {
  const county = countyBySlug.get(owner)
  if (!county) return { sv: 'Länsstyrelserna', en: 'The county administrative boards of Sweden' }
  return { sv: `Länsstyrelsen i ${county.name.sv}`, en: `County Administrative Board of ${county.name.en}` }
}
