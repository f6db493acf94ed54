import type { Summary } from '../../archive/pure/diff/model.js'
import type { Compared } from '../comparison/compared.js'
import { comparedHtml } from '../comparison/comparedHtml.js'
import { speechOf } from '../comparison/html.js'
import { builder } from './builder.js'
import { BlockChangeType, FieldChangeType, FileChangeType, PartyChangeType } from './comparisonParts.js'
import { recordAnswer } from './document.js'
import { DocumentKindEnum } from './enums.js'
import { RecordType } from './types.js'

const SummaryType = builder.objectRef<Summary>('ComparisonSummary').implement({
  fields: (t) => ({
    same: t.exposeBoolean('same', { description: 'Whether the public reads the same in both.' }),
    fields: t.exposeInt('fields'),
    parties: t.exposeInt('parties'),
    documents: t.int({ resolve: ({ files }) => files }),
    blocksAdded: t.int({ resolve: ({ blocks }) => blocks.added }),
    blocksRemoved: t.int({ resolve: ({ blocks }) => blocks.removed }),
    blocksChanged: t.int({ resolve: ({ blocks }) => blocks.changed }),
    blocksMoved: t.int({ resolve: ({ blocks }) => blocks.moved }),
    wordsAdded: t.int({ resolve: ({ words }) => words.added }),
    wordsRemoved: t.int({ resolve: ({ words }) => words.removed }),
  }),
})

export const EditionDiffType = builder.objectRef<Compared>('EditionDiff').implement({
  description: 'What tells two records apart: decision and validity, parties, attachments, the text, its words.',
  fields: (t) => ({
    from: t.field({ type: RecordType, resolve: ({ from, served }) => recordAnswer(from, served.scope.view) }),
    to: t.field({ type: RecordType, resolve: ({ to, served }) => recordAnswer(to, served.scope.view) }),
    kind: t.field({ type: DocumentKindEnum, resolve: ({ difference }) => difference.kind }),
    language: t.field({
      type: 'Language',
      description: 'The language whose texts were compared.',
      resolve: ({ difference }) => difference.language,
    }),
    summary: t.field({ type: SummaryType, resolve: ({ difference }) => difference.summary }),
    fields: t.field({ type: [FieldChangeType], resolve: ({ difference }) => difference.fields }),
    parties: t.field({ type: [PartyChangeType], resolve: ({ difference }) => difference.parties }),
    documents: t.field({ type: [FileChangeType], resolve: ({ difference }) => difference.files }),
    blocks: t.field({
      type: [BlockChangeType],
      complexity: { field: 1, multiplier: 10 },
      resolve: ({ difference, served }) => difference.blocks.map((change) => ({ change, served })),
    }),
    html: t.string({
      description:
        'All of it for people, safe to put into a page: `<ins>` and `<del>`, with words in `.visually-hidden` for who sees no colour.',
      complexity: 10,
      resolve: (compared, _args, context) => comparedHtml(compared, context, speechOf(compared.served.scope.language)),
    }),
  }),
})
