import { isBlock } from '../../archive/pure/diff/blocks.js'
import type { BlockChange, FieldChange, FileChange, PartyChange, WordChange } from '../../archive/pure/diff/model.js'
import type { Block, FileRef } from '../../archive/pure/model.js'
import type { Served } from '../served.js'
import { builder } from './builder.js'
import { PartyType } from './editionParts.js'
import type { RichTextAnswer } from '../richText/withLinks.js'
import { FileType, RichTextType, type FileAnswer } from './types.js'

const WordChangeEnum = builder.enumType('WordChangeKind', { values: ['SAME', 'ADDED', 'REMOVED'] as const })
const BlockChangeEnum = builder.enumType('BlockChangeKind', {
  values: ['SAME', 'ADDED', 'REMOVED', 'CHANGED'] as const,
})
const PartyChangeEnum = builder.enumType('PartyChangeKind', {
  description: 'A party is known by its organisation number: a new name is no new party.',
  values: ['SAME', 'JOINED', 'LEFT', 'RENAMED', 'CHANGED'] as const,
})
const FileChangeEnum = builder.enumType('FileChangeKind', {
  description: 'An attachment is known by its bytes, then by its name.',
  values: ['SAME', 'ADDED', 'REMOVED', 'REPLACED', 'RENAMED'] as const,
})

const WordChangeType = builder.objectRef<WordChange>('WordChange').implement({
  description: 'A run of words.',
  fields: (t) => ({
    change: t.expose('change', { type: WordChangeEnum }),
    text: t.exposeString('text'),
    link: t.exposeString('link', {
      nullable: true,
      description: 'Where the words lead, if they are a link: an address, or the kind and id of a document.',
    }),
  }),
})

export const FieldChangeType = builder.objectRef<FieldChange>('FieldChange').implement({
  fields: (t) => ({
    field: t.exposeString('field', { description: 'A dotted path, as `decision.diaryNumber`.' }),
    before: t.exposeString('before', { nullable: true }),
    after: t.exposeString('after', { nullable: true }),
    words: t.expose('words', {
      type: [WordChangeType],
      nullable: true,
      description: 'Of a running text. Null for dates, numbers and closed words.',
    }),
  }),
})

export const PartyChangeType = builder.objectRef<PartyChange>('PartyChange').implement({
  fields: (t) => ({
    change: t.expose('change', { type: PartyChangeEnum }),
    before: t.expose('before', { type: PartyType, nullable: true }),
    after: t.expose('after', { type: PartyType, nullable: true }),
  }),
})

const fileAnswer = (file: FileRef | null): FileAnswer | null => file && { file, title: null }
export const FileChangeType = builder.objectRef<FileChange>('FileChange').implement({
  fields: (t) => ({
    change: t.expose('change', { type: FileChangeEnum }),
    before: t.field({ type: FileType, nullable: true, resolve: ({ before }) => fileAnswer(before) }),
    after: t.field({ type: FileType, nullable: true, resolve: ({ after }) => fileAnswer(after) }),
  }),
})

/** A change, with what its text needs to be written. */
interface Placed {
  change: BlockChange
  served: Served
}
/** What is told of a block and of a part of one alike. */
const changeFields = (t: PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Placed>) => ({
  change: t.field({ type: BlockChangeEnum, resolve: ({ change }) => change.change }),
  moved: t.boolean({
    description: 'Whether it stands at another place among those that stayed.',
    resolve: ({ change }) => change.moved,
  }),
  onlyForm: t.boolean({
    description: 'Whether the words stayed, and only their look or the kind of block is another.',
    resolve: ({ change }) => change.onlyForm,
  }),
  before: t.field({
    type: RichTextType,
    nullable: true,
    resolve: ({ change, served }) => whole(change.before, served),
  }),
  after: t.field({
    type: RichTextType,
    nullable: true,
    resolve: ({ change, served }) => whole(change.after, served),
  }),
  words: t.field({
    type: [WordChangeType],
    nullable: true,
    description: 'Of a changed text. Null where it is too long to be compared word by word.',
    resolve: ({ change }) => change.words,
  }),
})

/** Parts have none inside them: so that nobody can ask without end. */
const PartChangeType = builder.objectRef<Placed>('PartChange').implement({
  description: 'What became of an item of a list, or of a cell of a table.',
  fields: changeFields,
})

export const BlockChangeType = builder.objectRef<Placed>('BlockChange').implement({
  description: 'What became of a block, in the order of the newer text; what was removed stands where it stood.',
  fields: (t) => ({
    ...changeFields(t),
    from: t.int({
      nullable: true,
      description: 'Its place in the older text, from 0.',
      resolve: ({ change }) => change.from,
    }),
    to: t.int({
      nullable: true,
      description: 'Its place in the newer text, from 0.',
      resolve: ({ change }) => change.to,
    }),
    parts: t.field({
      type: [PartChangeType],
      description: 'Of a changed list its items, of a changed table its cells.',
      resolve: ({ change, served }) => change.parts.map((part) => ({ change: part, served })),
    }),
  }),
})

function whole(block: BlockChange['before'], served: Served): RichTextAnswer | null {
  if (block === null) return null
  const blocks: Block[] = [isBlock(block) ? block : { type: 'paragraph', children: block.children }]
  return { blocks, served }
}
