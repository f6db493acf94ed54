import { createHash } from 'node:crypto'
import type { GovernedCollection } from '../vocabulary.js'
import { ref, type Reference } from './reference.js'

/** A node of the editor's own JSON (Lexical), as the admin would have saved it. */
export interface LexicalNode {
  type: string
  version: number
  [field: string]: unknown
}

/** The value of a rich text field. */
export interface RichTextValue {
  root: LexicalNode
  [field: string]: unknown
}

type Words = string | LexicalNode | readonly (string | LexicalNode)[]

const shared = { direction: 'ltr', format: '', indent: 0 } as const
/** Lexical keeps marks as bits. */
const bits = { bold: 1, italic: 2 } as const

const styledText = (text: string, format: number): LexicalNode => ({
  type: 'text',
  version: 1,
  text,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
})

const inline = (words: Words): LexicalNode[] =>
  (Array.isArray(words) ? (words as readonly (string | LexicalNode)[]) : [words as string | LexicalNode]).map((one) =>
    typeof one === 'string' ? styledText(one, 0) : one,
  )

export const bold = (text: string): LexicalNode => styledText(text, bits.bold)

export const italic = (text: string): LexicalNode => styledText(text, bits.italic)

export const paragraph = (...words: (string | LexicalNode)[]): LexicalNode => ({
  type: 'paragraph',
  version: 1,
  ...shared,
  textFormat: 0,
  textStyle: '',
  children: inline(words),
})

/** The page's title is its only h1, so texts begin at level 2. */
export const heading = (text: string, level: 2 | 3 | 4 = 2): LexicalNode => ({
  type: 'heading',
  version: 1,
  ...shared,
  tag: `h${level}`,
  children: inline(text),
})

const listOf = (listType: 'bullet' | 'number', items: readonly Words[]): LexicalNode => ({
  type: 'list',
  version: 1,
  ...shared,
  listType,
  tag: listType === 'bullet' ? 'ul' : 'ol',
  start: 1,
  children: items.map((words, index) => ({
    type: 'listitem',
    version: 1,
    ...shared,
    value: index + 1,
    children: inline(words),
  })),
})

export const list = (...items: Words[]): LexicalNode => listOf('bullet', items)

export const numberedList = (...items: Words[]): LexicalNode => listOf('number', items)

/** The editor wants an id on each link; a fixed one, so that the same text gives the same bytes. */
const linkNode = (id: string, fields: Record<string, unknown>, words: string): LexicalNode => ({
  type: 'link',
  version: 3,
  ...shared,
  id: createHash('sha256').update(`${id} ${words}`).digest('hex').slice(0, 24),
  fields: { newTab: false, ...fields },
  children: inline(words),
})

/** A link to a document of the service, by the key that it has in the demo content. */
export const documentLink = (collection: GovernedCollection, key: string, words: string): LexicalNode => {
  const value: Reference = ref(key)
  return linkNode(key, { linkType: 'internal', doc: { relationTo: collection, value } }, words)
}

export const richText = (...children: LexicalNode[]): RichTextValue => ({
  root: { type: 'root', version: 1, ...shared, children },
})
