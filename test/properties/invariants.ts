import { sha256 } from '../../src/archive/pure/digest.js'
import { leafHash } from '../../src/archive/pure/log.js'
import type { Snapshot } from '../../src/archive/pure/model.js'
import { createTree } from '../../src/archive/pure/tree.js'
import { entriesIn, filesIn, isSame, tableOf, takenIn, type Entry } from './entries.js'
import type { Rows, Told } from './observe.js'
import type { Text } from './world.js'

/** Every row that was there is there still, to the last byte; but for the snapshots of what was disposed of. */
export function lostOrChanged(before: Rows, after: Rows): string[] {
  const disposed = takenIn(entriesIn(after), 'DISPOSE')
  const documents = new Map(entriesIn(after).map(({ record }) => [record.id, record.document.id]))
  const mayGo = (table: string, id: string): boolean => table === 'snapshots' && disposed.has(documents.get(id) ?? '')
  return Object.entries(before).flatMap(([table, rows]) =>
    [...rows]
      .filter(([id, text]) => after[table]?.get(id) !== text && !(mayGo(table, id) && !after[table]?.has(id)))
      .map(([id]) => `${table} ${id}`),
  )
}

/** Rows that are not the same before and after. */
export const differences = (before: Rows, after: Rows): string[] =>
  Object.keys({ ...before, ...after }).flatMap((table) => {
    const [old, young] = [before[table] ?? new Map<string, string>(), after[table] ?? new Map<string, string>()]
    return [...new Set([...old.keys(), ...young.keys()])]
      .filter((id) => old.get(id) !== young.get(id))
      .map((id) => `${table} ${id}`)
  })

/** The log is 0, 1, 2 …, its time rises, nothing is backdated, and it holds every record once. */
export function brokenPlaces(rows: Rows): string[] {
  const entries = entriesIn(rows)
  const placed = entries.map(({ record }) => record.id)
  return [
    ...entries.filter(({ seq }, index) => seq !== index).map(({ seq }) => `number ${seq} is not contiguous`),
    ...entries
      .filter(({ placedAt }, index) => index > 0 && placedAt <= entries[index - 1]!.placedAt)
      .map(({ seq }) => `number ${seq} does not rise`),
    ...entries.filter((one) => one.publicFrom < one.placedAt).map(({ seq }) => `number ${seq} is public too early`),
    ...(new Set(placed).size === placed.length ? [] : ['a record was placed twice']),
    ...[...(rows['records']?.keys() ?? [])].filter((id) => !placed.includes(id)).map((id) => `${id} has no place`),
  ]
}

/** Each leaf is the hash of its place and its record, and the newest checkpoint has the root of all of them. */
export function brokenHashes(rows: Rows): string[] {
  const entries = entriesIn(rows)
  const root = createTree(entries.map(({ leaf }) => Buffer.from(leaf, 'hex')))
    .root()
    .toString('hex')
  const newest = tableOf(rows, 'checkpoints').find(({ size }) => size === entries.length)
  return [
    ...entries
      .filter(({ seq, placedAt, leaf, body }) => leafHash({ seq, placedAt, commitment: sha256(body) }) !== leaf)
      .map(({ seq }) => `leaf ${seq}`),
    ...(newest?.['root'] === root ? [] : [`root at ${entries.length}`]),
  ]
}

/** Of what may be read: the digest of the stored bytes is the record's, is the one told, and is that of what is served. */
export function otherBytes(rows: Rows, readable: readonly Entry[], told: Told): string[] {
  const stored = new Map(tableOf(rows, 'snapshots').map((row) => [row['id'], String(row['bytes'])]))
  return readable.flatMap(({ seq, publicFrom, placedAt, leaf, body, record }) => {
    const one = told.records[record.id]
    const digest = sha256(stored.get(record.id) ?? '')
    const says: [string, unknown, unknown][] = [
      ['digest in the record', record.snapshot, digest],
      ['digest told', one?.digest, digest],
      ['snapshot', sha256(one?.snapshot ?? ''), digest],
      ['body', one?.body, body],
      ['leaf', one?.leaf, { seq, placedAt, commitment: sha256(body), hash: leaf }],
      ['publicFrom', (one as { publicFrom?: string } | null)?.publicFrom, publicFrom],
    ]
    return says.filter(([, is, shall]) => !isSame(is, shall)).map(([what]) => `${what} of ${record.id}`)
  })
}

/** What a public document reads like is what its newest readable snapshot says. */
export function otherTexts(rows: Rows, readable: readonly Entry[], told: Told): string[] {
  const stored = new Map(tableOf(rows, 'snapshots').map((row) => [row['id'], String(row['bytes'])]))
  return Object.values(told.documents).flatMap((document) => {
    if (document?.publication !== 'PUBLIC') return []
    const [newest] = readable
      .filter(({ record }) => record.document.id === document.id)
      .sort((one, other) =>
        one.publicFrom === other.publicFrom ? other.seq - one.seq : one.publicFrom < other.publicFrom ? 1 : -1,
      )
    const snapshot = JSON.parse(stored.get(newest?.record.id ?? '') ?? '{}') as Partial<Snapshot>
    const texts = (snapshot.languages?.sv ?? snapshot.languages?.en) as { title?: string } | undefined
    return texts?.title === document.title ? [] : [`the title of ${document.id}`]
  })
}

/** A file is handed out, with the right bytes, while something that may be read names it; and never else. */
export function otherFiles(
  entries: readonly Entry[],
  readable: readonly Entry[],
  got: Record<string, string | null>,
): string[] {
  const named = new Set(readable.flatMap(({ record }) => record.index?.files ?? []))
  return filesIn(entries)
    .filter((file) => got[file] !== (named.has(file) ? file : null))
    .map((file) => `${file} is ${got[file] === null ? 'not ' : ''}there`)
}

/** Words of drafts, of plans before their instant, and of what is cancelled, sealed or disposed of, that were said. */
export const leaked = (texts: readonly Text[], now: string, words: string): string[] =>
  texts
    .filter(({ word, from, isGone }) => (isGone || from === null || from > now) && words.includes(word))
    .map(({ word }) => word)
