import type { GovernedCollection, LanguageCode } from '../../vocabulary.js'
import type { Reference } from '../reference.js'

/** Field values as the Local API takes them; ids of other items stand as references. */
export type Fields = Record<string, unknown>

/** One document of the demo content. */
export interface Item {
  /** Fixed name within the demo content; what others refer to. */
  key: string
  collection: GovernedCollection
  /** The fields by which an earlier run's document is found again; a part of the content. */
  natural: Fields
  /** What is the same in all languages. */
  facts: Fields
  /** The texts by language. Those named here are the ones that are released. */
  texts: { sv: Fields } & Partial<Record<LanguageCode, Fields>>
  /** Attachments, whose titles are translated inside rows. */
  documents?: readonly { file: Reference; title: { sv: string } & Partial<Record<LanguageCode, string>> }[]
}

/** A picture or a file of the demo content, made when it is first needed. */
export interface MediaItem {
  key: string
  owner: string
  /** The file's name as a reader would see it. */
  fileName: string
  mediaType: 'image/png' | 'application/pdf'
  make: () => Promise<Buffer>
  /** Null for what is no picture. */
  alt: ({ sv: string } & Partial<Record<LanguageCode, string>>) | null
  credit: string | null
}
