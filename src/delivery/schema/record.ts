import { canonicalBytes } from '../../archive/pure/canonical.js'
import type { Entry, RecordAction } from '../../archive/pure/model.js'
import type { DocumentKind } from '../../vocabulary.js'
import { recordAnswer } from './document.js'
import { DocumentKindEnum, RecordActionEnum } from './enums.js'
import { LogLeafType } from './log.js'
import { NodeInterface, RecordType, type RecordAnswer } from './types.js'

/** The neighbour in the history that the public could see at the moment. */
function neighbour({ entry, view }: RecordAnswer, step: 1 | -1): RecordAnswer | null {
  const history = view.history(entry.record.document.id)
  const position = history.indexOf(entry)
  const other: Entry | undefined = position === -1 ? undefined : history[position + step]
  return other ? recordAnswer(other, view) : null
}

RecordType.implement({
  description: 'One immutable act on one document. It keeps to the moment asked about: what came later is not there.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    seq: t.int({ description: 'Its number in the log.', resolve: ({ entry }) => entry.seq }),
    kind: t.field({ type: DocumentKindEnum, resolve: ({ entry }) => entry.record.document.kind as DocumentKind }),
    documentId: t.id({ resolve: ({ entry }) => entry.record.document.id }),
    revision: t.int({
      description: '1, 2, 3 … within the document.',
      resolve: ({ entry }) => entry.record.revision,
    }),
    action: t.field({
      type: RecordActionEnum,
      resolve: ({ entry }) => entry.record.action as Exclude<RecordAction, 'KEY'>,
    }),
    publicFrom: t.field({ type: 'DateTime', resolve: ({ entry }) => entry.publicFrom }),
    recordedAt: t.field({ type: 'DateTime', resolve: ({ entry }) => entry.record.recordedAt }),
    sealed: t.boolean({
      description: 'Whether its content is hidden by a seal, placed before or after the moment.',
      resolve: ({ entry, view }) => view.sealOf(entry) !== undefined,
    }),
    digest: t.string({
      nullable: true,
      description: 'SHA-256 of the snapshot’s exact bytes. Null where there is no snapshot.',
      resolve: ({ entry }) => entry.record.snapshot,
    }),
    snapshot: t.string({
      nullable: true,
      description:
        'The exact text whose digest it is: RFC 8785 JSON. Null for other acts than PUBLISH, and under a seal.',
      complexity: 10,
      resolve: ({ entry, view }) =>
        entry.record.action === 'PUBLISH' && !view.sealOf(entry) ? view.bytes(entry.record.id) : null,
    }),
    changeNote: t.string({
      nullable: true,
      description: 'What was changed, or the reason for taking down.',
      resolve: ({ entry, view }) =>
        entry.record.action === 'PUBLISH' && view.sealOf(entry) ? null : entry.record.note,
    }),
    body: t.string({
      nullable: true,
      description: 'The record’s own exact text, whose SHA-256 is the commitment in the log. Null under a seal.',
      complexity: 5,
      resolve: ({ entry, view }) =>
        entry.record.action === 'PUBLISH' && view.sealOf(entry) ? null : canonicalBytes(entry.record),
    }),
    leaf: t.field({ type: LogLeafType, description: 'What the log holds of it.', resolve: ({ entry }) => entry }),
    receipt: t.string({
      nullable: true,
      description:
        'Proof (c2sp.org/tlog-proof) that can be checked without us that the leaf is in the log. Null until it is signed, some moments after it was placed.',
      complexity: 20,
      resolve: ({ entry }, _args, { log }) => log().receipt(entry),
    }),
    previous: t.field({ type: RecordType, nullable: true, resolve: (record) => neighbour(record, -1) }),
    next: t.field({ type: RecordType, nullable: true, resolve: (record) => neighbour(record, 1) }),
  }),
})
