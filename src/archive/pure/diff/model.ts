import type { DocumentKind, LanguageCode } from '../../../vocabulary.js'
import type { Block, FileRef, Inline, Party } from '../model.js'

/** A run of words: in both texts, in the newer one only, or in the older one only. */
export interface WordChange {
  change: 'SAME' | 'ADDED' | 'REMOVED'
  text: string
  /** Where the words lead, if they are a link: an address, or `kind:id` of a document. */
  link: string | null
}

/** What became of a block, a list item or a table cell. */
export interface BlockChange {
  change: 'SAME' | 'ADDED' | 'REMOVED' | 'CHANGED'
  /** Whether it stands at another place among those that stayed. */
  moved: boolean
  /** Positions in the older and in the newer text, from 0; null where it is not there. */
  from: number | null
  to: number | null
  before: Block | Piece | null
  after: Block | Piece | null
  /** Words of running text; empty where there is none. Null where the text is too long to be compared by words. */
  words: WordChange[] | null
  /** Items of a list, cells of a table. */
  parts: BlockChange[]
  /** Whether the words stayed, and only their look or the kind of block changed. */
  onlyForm: boolean
}

/** A part of a block: one item of a list with its place among the levels, or one cell of a table. */
export interface Piece {
  type: 'item' | 'cell'
  /** Of an item: 1 for the outermost list. Of a cell: its row, from 1. */
  level: number
  /** Marker or header, as far as it is told by the block. */
  sign: 'bullet' | 'number' | 'header' | 'data'
  children: Inline[]
}

export interface FieldChange {
  /** A dotted path, as `decision.diaryNumber`. */
  field: string
  /** As it is written for people; null where it is empty. */
  before: string | null
  after: string | null
  /** Of a running text; null for dates, numbers and closed words. */
  words: WordChange[] | null
}

export interface PartyChange {
  change: 'SAME' | 'JOINED' | 'LEFT' | 'RENAMED' | 'CHANGED'
  before: Party | null
  after: Party | null
}

export interface FileChange {
  change: 'SAME' | 'ADDED' | 'REMOVED' | 'REPLACED' | 'RENAMED'
  before: FileRef | null
  after: FileRef | null
}

/** In the order in which archivists look: decision and validity, parties, attachments, sections, words. */
export interface Difference {
  kind: DocumentKind
  /** The language in which the texts were compared. */
  language: LanguageCode
  fields: FieldChange[]
  parties: PartyChange[]
  files: FileChange[]
  blocks: BlockChange[]
  summary: Summary
}

export interface Summary {
  /** Whether nothing that the public reads is another. */
  same: boolean
  fields: number
  parties: number
  files: number
  blocks: { added: number; removed: number; changed: number; moved: number }
  words: { added: number; removed: number }
}
