import type { DocumentKind, LanguageCode } from '../../vocabulary.js'

/** One immutable act on one document; KEY is one on the log itself, and gives it another key. */
export type RecordAction = 'PUBLISH' | 'WITHDRAW' | 'SEAL' | 'CANCEL' | 'DISPOSE' | 'KEY'

/** Lower-case hex of 32 bytes. */
export type Sha256 = string

/** A UTC instant to the millisecond, as `Date.toISOString` writes it. */
export type Instant = string

/** A calendar date of EDTF level 0: `2018-01-01`, or `2018-01` or `2018` where no more is known. */
export type EdtfDate = string

/** A file by content. The public gets it only while a public, unsealed record names it. */
export interface FileRef {
  sha256: Sha256
  /** Lower-case hex of 64 bytes. */
  sha512: string
  /** Bytes. */
  size: number
  mediaType: string
  /** The name that the editor gave it. */
  name: string
}

export interface Rendition extends FileRef {
  /** The rendition's name in the media collection, as `card`. */
  rendition: string
  /** Pixels. */
  width: number
  height: number
}

export interface ImageRef extends FileRef {
  width: number
  height: number
  /** Text instead of the picture, by language; null says that the picture is decoration only. */
  alt: Partial<Record<LanguageCode, string>> | null
  credit: string | null
  /** Per cent from the left and from the top. */
  focal: { x: number; y: number } | null
  renditions: Rendition[]
}

export type Mark = 'bold' | 'italic' | 'underline' | 'strike' | 'code' | 'sub' | 'sup'

export type Inline =
  | { type: 'text'; text: string; marks?: Mark[] }
  | { type: 'break' }
  /** Either an address, or a document by its id, resolved at the moment of the answer. */
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'link'; document: { kind: DocumentKind; id: string }; children: Inline[] }

export interface ListItem {
  children: Inline[]
  /** A list inside the item. */
  sublist?: Extract<Block, { type: 'list' }>
}

export interface TableCell {
  header: boolean
  colSpan?: number
  rowSpan?: number
  blocks: Block[]
}

/** Rich text as the archive keeps it: small enough to be read without any editor's software. */
export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; level: 2 | 3 | 4; children: Inline[] }
  | { type: 'list'; ordered: boolean; start?: number; items: ListItem[] }
  | { type: 'quote'; children: Inline[] }
  | { type: 'table'; rows: { cells: TableCell[] }[] }
  | { type: 'image'; image: ImageRef }
  | { type: 'rule' }

export interface Decision {
  /** Who decided. */
  body: string
  date: EdtfDate | null
  diaryNumber: string | null
}

/** What each language of a document carries beside its texts. */
export interface Translation {
  /** The document's revision in which this language was last released. */
  revision: number
  /** The revision of the Swedish text that a translation was made from. Null for the Swedish text itself. */
  madeFrom: number | null
}

export interface Party {
  /** The name at the time of signing. */
  name: string
  organisationNumber: string | null
  kind:
    | 'county-board'
    | 'police'
    | 'prosecutor'
    | 'prison-service'
    | 'region'
    | 'municipality'
    | 'association'
    | 'authority'
    | 'other'
  role: string | null
  adoptedOn: EdtfDate | null
  diaryNumber: string | null
}

export interface Phone {
  /** E.164. */
  number: string
  display: string
  freeOfCharge: boolean
  sms: boolean
  textPhone: boolean
}

export interface OpeningHours {
  alwaysOpen: boolean
  /** Monday is 1. Times are `HH:MM` in Stockholm. */
  weekly: { day: 1 | 2 | 3 | 4 | 5 | 6 | 7; opens: string; closes: string }[]
  /** Days that differ; null times say closed. */
  exceptions: { date: string; opens: string | null; closes: string | null }[]
}

export interface Contents {
  topic: {
    texts: { title: string; neutralTitle: string | null; intro: string | null; body: Block[] }
    facts: { contacts: string[]; sensitive: boolean; quickExitUrl: string | null }
  }
  strategy: {
    texts: { title: string; summary: string | null; revisionNote: string | null }
    facts: { topics: string[]; underRevision: boolean; followedUpBy: { body: string; contact: string | null } | null }
  }
  edition: {
    texts: { title: string; body: Block[] }
    facts: {
      strategy: string
      number: number
      label: string
      decision: Decision | null
      /** Inclusive. */
      validFrom: EdtfDate
      /**
       * Exclusive: the first day (month, year) on which it is no longer in force, after its prolongations. Null: until
       * further notice.
       */
      validUntil: EdtfDate | null
      /** Later decisions that moved its end, oldest first; `until` is exclusive, null for until further notice. */
      prolongations: { until: EdtfDate | null; decision: Decision | null }[]
      /** A later decision that ends it before its time: `from` is the first day on which it is no longer in force. */
      repeal: { from: EdtfDate; decision: Decision | null } | null
      parties: Party[]
      documents: (FileRef & { title: Partial<Record<LanguageCode, string>> })[]
      /** Ids of the editions that this one replaces. */
      supersedes: string[]
      /** Editions that stay in force but for a part, which this one replaces. */
      supersedesInPart: { edition: string; part: string }[]
      /** Evidence that the text was public before this archive began. */
      priorPublication: { date: EdtfDate; url: string | null; note: string | null }[]
    }
  }
  news: {
    texts: { title: string; lead: string | null; body: Block[] }
    facts: {
      topics: string[]
      image: ImageRef | null
      importance: 'ordinary' | 'important' | 'crisis'
      shownUntil: Instant | null
      originallyPublished: EdtfDate | null
      related: string[]
    }
  }
  contact: {
    texts: { name: string; note: string | null; hoursNote: string | null }
    facts: {
      kind: 'helpline' | 'authority' | 'function' | 'person'
      phones: Phone[]
      hours: OpeningHours
      anonymous: boolean
      hiddenOnBill: boolean
      /** BCP 47 codes of the languages in which help is given. */
      languages: string[]
      email: string | null
      url: string | null
      address: { street: string | null; postalCode: string | null; city: string | null } | null
      lastVerifiedOn: string | null
      verifyAgainBy: string | null
      legalBasis: string | null
    }
  }
}

/** What the public can read of one document from one instant on, in snapshot format 2. */
export interface SnapshotOf<K extends DocumentKind> {
  format: 2
  /** 32 random bytes as hex, so that nobody can guess a text from its digest. */
  salt: string
  kind: K
  document: string
  /** A county's slug, or `nationell`. */
  owner: string
  /** County slugs beside the owner's, or `all`. */
  audience: 'all' | string[]
  /** Null for editions and contacts, which are addressed through their strategy and by id. */
  slug: string | null
  languages: Partial<Record<LanguageCode, Contents[K]['texts'] & Translation>>
  facts: Contents[K]['facts']
}

export type Snapshot = { [K in DocumentKind]: SnapshotOf<K> }[DocumentKind]

/** A snapshot before it has got its salt. */
export type Content = { [K in DocumentKind]: Omit<SnapshotOf<K>, 'salt'> }[DocumentKind]

/** What lists and filters need of a PUBLISH record without opening its snapshot. */
export interface RecordIndex {
  slug: string | null
  languages: LanguageCode[]
  /** Topic ids (strategies, news), or contact ids (topics). */
  topics: string[]
  contacts: string[]
  strategy: string | null
  number: number | null
  importance: 'ordinary' | 'important' | 'crisis' | null
  shownUntil: Instant | null
  originallyPublished: EdtfDate | null
  /** About a person in office: read while it is public now, and not in the public history. */
  personal: boolean
  /** sha256 of every file that the snapshot names, renditions included. */
  files: Sha256[]
}

/** A record's own statement, kept as its exact RFC 8785 string; its SHA-256 is the commitment in the log. */
export interface RecordBody {
  format: 1
  id: string
  salt: string
  document: { id: string; kind: DocumentKind | 'log'; owner: string; audience: 'all' | string[] }
  /** 1, 2, 3 … within the document. */
  revision: number
  action: RecordAction
  recordedAt: Instant
  plannedFor: Instant | null
  /** The id of the planned record that a CANCEL cancels. */
  cancels: string | null
  /** SHA-256 of the snapshot's exact bytes; null but for PUBLISH. */
  snapshot: Sha256 | null
  /** SHA-256 of the internal statement's exact bytes. */
  statement: Sha256
  /** Public words: the change note of a correction, the reason of a taking down, or the new key of the log. */
  note: string | null
  /** How a withdrawn document answers; null but for WITHDRAW. */
  withdrawal: { shownAs: 'explained' | 'redirect' | 'gone'; redirectTo: string | null } | null
  index: RecordIndex | null
}

/** Who did it and why: for archivists only, bound to the record by its digest. */
export interface StatementBody {
  format: 1
  record: string
  salt: string
  who: { id: string; name: string; email: string } | null
  role: string
  reason: string | null
  via: 'admin' | 'rest' | 'local' | 'cli' | 'seed'
}

/** A record with its place in the log. */
export interface Entry {
  seq: number
  placedAt: Instant
  publicFrom: Instant
  /** SHA-256 of the record's exact text: what the log shows of it. */
  commitment: Sha256
  /** RFC 6962 leaf hash, hex. */
  leaf: Sha256
  record: RecordBody
}
