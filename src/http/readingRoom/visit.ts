import type { Instant } from '../../archive/pure/model.js'
import type { Asked } from '../../delivery/asked.js'
import type { Catalogue } from '../../delivery/catalogue/catalogue.js'
import type { Addresses, DeliveryContext } from '../../delivery/scope.js'
import type { LanguageCode } from '../../vocabulary.js'
import type { Speech } from './addresses.js'
import type { Html } from './html.js'

/** What a page may use while it is made. One for each request. */
export interface Visit {
  speech: Speech
  /** What was asked for in the address, each once, cut to a length that any sensible question has. */
  asked: ReadonlyMap<string, string>
  /** The page's own address, without its question. */
  path: string
  reading: Asked
  /** The moment of the request, by the clock of the shelf. */
  now: Instant
  catalogue: Catalogue
  /** The service's own address from outside, without a slash at its end. */
  publicUrl: string
}

/** For whom leaving quickly matters. */
export interface Sensitive {
  /** Where the quick exit leads. */
  exitUrl: string
  /** What the page is called in tabs and in the browser's history; null for the room's own neutral title. */
  neutralTitle: string | null
  /** In which language that is. */
  language: LanguageCode
}

/** A page before it is framed. */
export interface Page {
  status?: number
  title: string
  /** Where that is not the page's. */
  titleLanguage?: LanguageCode | null
  body: Html
  /** Whether search engines may show it. */
  indexed?: boolean
  sensitive?: Sensitive | null
  /** What else stands in the head: links, metadata. */
  head?: Html | null
  /** Response headers beside those of all pages. */
  headers?: Readonly<Record<string, string>>
}

/** Something that is sent as it is, not framed. */
export interface Bytes {
  mediaType: string
  bytes: string
}

/** What GraphQL's own functions are given, with addresses of our choice. */
export const contextOf = ({ reading }: Visit, addresses: Addresses): DeliveryContext => ({
  ...reading.context,
  addresses,
})
