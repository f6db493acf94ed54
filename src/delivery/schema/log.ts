import type { Entry } from '../../archive/pure/model.js'
import type { LogView } from '../../archive/read/logView.js'
import { ServiceError } from '../../errors.js'
import { builder } from './builder.js'

/** Leaves that one answer holds at most. */
const LEAVES = 1_000

export const LogType = builder.objectRef<LogView>('Log')

export const LogLeafType = builder.objectRef<Entry>('LogLeaf').implement({
  description: 'What the log shows of a record, and of nothing else: a number, an instant and a commitment.',
  fields: (t) => ({
    seq: t.exposeInt('seq'),
    placedAt: t.expose('placedAt', { type: 'DateTime' }),
    commitment: t.exposeString('commitment', { description: 'SHA-256 of the record’s exact text.' }),
    hash: t.exposeString('leaf', {
      description: 'The RFC 6962 leaf hash of the RFC 8785 text {commitment, format: 1, placedAt, seq}, as hex.',
    }),
  }),
})

LogType.implement({
  description: 'The append-only Merkle log of all records (RFC 6962), as its newest signed checkpoint has it.',
  fields: (t) => ({
    origin: t.exposeString('origin', { description: 'The log’s name.' }),
    size: t.exposeInt('size', { description: 'How many records the checkpoint covers.' }),
    root: t.string({ description: 'Base64, as in the checkpoint.', resolve: ({ root }) => root.toString('base64') }),
    checkpoint: t.exposeString('checkpoint', {
      description: 'The signed note (c2sp.org/tlog-checkpoint), verbatim. Keep a copy elsewhere.',
    }),
    publicKey: t.exposeString('publicKey', { description: 'The key that signed it, as name+hash+key.' }),
    consistencyProof: t.stringList({
      description: 'Base64 hashes that prove that nothing of an earlier checkpoint was rewritten (RFC 6962, 2.1.2).',
      complexity: 20,
      args: { fromSize: t.arg.int({ required: true, description: 'The size of the earlier checkpoint.' }) },
      resolve: ({ consistency }, { fromSize }) => consistency(fromSize).map((hash) => hash.toString('base64')),
    }),
    leaves: t.field({
      type: [LogLeafType],
      description: `All that is needed to work the root out anew, ${LEAVES} at most in one answer.`,
      args: {
        from: t.arg.int({ defaultValue: 0, description: 'The first number.' }),
        count: t.arg.int({ defaultValue: 100 }),
      },
      complexity: ({ count }) => ({ field: 1, multiplier: Math.max(1, Math.min(count ?? 100, LEAVES)) }),
      resolve: ({ leaves }, { from, count }) => {
        const [first, many] = [from ?? 0, count ?? 100]
        if (first < 0 || many < 1 || many > LEAVES) throw badPage(first, many)
        return [...leaves(first, many)]
      },
    }),
  }),
})

const badPage = (from: number, count: number): ServiceError =>
  new ServiceError('BAD_INPUT', {
    sv: `from måste vara 0 eller mer och count mellan 1 och ${LEAVES} (fick ${from} och ${count}).`,
    en: `from must be 0 or more, and count between 1 and ${LEAVES} (got ${from} and ${count}).`,
  })
