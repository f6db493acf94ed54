import type { RecordBody } from '../../src/archive/pure/model.js'
import type { Rows } from './observe.js'

/** A row of the log with its record, as they lie in the database. */
export interface Entry {
  seq: number
  placedAt: string
  publicFrom: string
  leaf: string
  body: string
  record: RecordBody
}

type Row = Record<string, unknown>
export const tableOf = (rows: Rows, table: string): Row[] =>
  [...(rows[table]?.values() ?? [])].map((text) => JSON.parse(text) as Row)

export function entriesIn(rows: Rows): Entry[] {
  const bodies = new Map(tableOf(rows, 'records').map((row) => [row['id'], String(row['body'])]))
  return (tableOf(rows, 'log') as unknown as (Omit<Entry, 'record' | 'body'> & { record: string })[])
    .map(({ record, ...place }) => ({ ...place, body: bodies.get(record) ?? '{}' }))
    .map((entry) => ({ ...entry, record: JSON.parse(entry.body) as RecordBody }))
    .sort((one, other) => one.seq - other.seq)
}

/** What the public may read at an instant, by ARCHIVE.md: its instant has come, nothing cancelled, sealed or disposed of it. */
export const readableIn = (entries: readonly Entry[], now: string): Entry[] =>
  entries.filter(
    ({ seq, publicFrom, record }) =>
      record.action === 'PUBLISH' &&
      publicFrom <= now &&
      !entries.some((other) => other.record.cancels === record.id && other.placedAt < publicFrom) &&
      !entries.some((other) => other.seq > seq && other.record.document.id === record.document.id && takesAway(other)),
  )

const takesAway = ({ record }: Entry): boolean => record.action === 'SEAL' || record.action === 'DISPOSE'

/** Documents of which something was sealed or disposed of. */
export const takenIn = (entries: readonly Entry[], action?: 'DISPOSE'): Set<string> =>
  new Set(
    entries
      .filter((one) => takesAway(one) && one.record.action === (action ?? one.record.action))
      .map(({ record }) => record.document.id),
  )

export const filesIn = (entries: readonly Entry[]): string[] => [
  ...new Set(entries.flatMap(({ record }) => record.index?.files ?? [])),
]

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
