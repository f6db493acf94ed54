import type { Entry, RecordBody } from '../../src/archive/pure/model.js'

type Change = Partial<Omit<Entry, 'record'>> & { record?: Partial<RecordBody> }

/** A log entry as the sequencer would write it, for tests of pure functions; what the test does not name is plain. */
export function entry({ record, ...place }: Change & { seq: number; placedAt: string }): Entry {
  const id = record?.id ?? `record-${place.seq}`
  return {
    publicFrom: place.placedAt,
    commitment: '00'.repeat(32),
    leaf: '00'.repeat(32),
    ...place,
    record: {
      format: 1,
      salt: '00'.repeat(32),
      document: { id: 'document', kind: 'news', owner: 'vasternorrland', audience: [] },
      revision: place.seq + 1,
      action: 'PUBLISH',
      recordedAt: place.placedAt,
      plannedFor: place.publicFrom ?? null,
      cancels: null,
      snapshot: null,
      statement: '00'.repeat(32),
      note: null,
      withdrawal: null,
      index: null,
      ...record,
      id,
    },
  }
}
