import type { Payload, Where } from 'payload'
import type { FileCheck } from '../pure/fixity.js'
import type { Instant, RecordBody, Sha256 } from '../pure/model.js'

type Row = { id: Sha256 } & FileCheck

const PAGE = 500

/** What was found of one file; undefined before its first check. */
export async function keptCheck(payload: Payload, sha256: Sha256): Promise<FileCheck | undefined> {
  const [row] = await find<Row>(payload, 'fixity', { id: { equals: sha256 } }, 'id', 1)
  return row && checkOf(row)
}

/** Every check from an instant on, by file. */
export async function keptChecks(payload: Payload, since: Instant): Promise<Map<Sha256, FileCheck>> {
  const found = new Map<Sha256, FileCheck>()
  for (let last = ''; ;) {
    const where: Where = { and: [{ id: { greater_than: last } }, { checkedAt: { greater_than_equal: since } }] }
    const rows = await find<Row>(payload, 'fixity', where, 'id', PAGE)
    for (const row of rows) found.set(row.id, checkOf(row))
    if (rows.length < PAGE) return found
    last = rows.at(-1)!.id
  }
}

export async function keepCheck(payload: Payload, sha256: Sha256, check: FileCheck, isKnown: boolean): Promise<void> {
  const data = { ...check }
  const update = (): Promise<unknown> => payload.db.updateOne({ collection: 'fixity', id: sha256, data })
  if (isKnown) await update()
  // Another instance may have been faster.
  else await payload.db.create({ collection: 'fixity', data: { id: sha256, ...data } }).catch(update)
}

/** A file that no record needs any more has no check. */
export const forgetCheck = (payload: Payload, sha256: Sha256): Promise<void> =>
  payload.db.deleteMany({ collection: 'fixity', where: { id: { equals: sha256 } } })

/**
 * Hands on the records after a number in the log, page by page.
 *
 * @returns the number that was come to
 */
export async function followRecords(
  payload: Payload,
  after: number,
  take: (record: RecordBody) => void,
): Promise<number> {
  for (let last = after; ;) {
    const places = await find<{ seq: number; record: string }>(
      payload,
      'log',
      { seq: { greater_than: last } },
      'seq',
      PAGE,
    )
    const ids = places.map(({ record }) => record)
    const records = await find<{ body: string }>(payload, 'records', { id: { in: ids } }, 'id', PAGE)
    for (const { body } of records) take(JSON.parse(body) as RecordBody)
    last = places.at(-1)?.seq ?? last
    if (places.length < PAGE) return last
  }
}

const checkOf = ({ checkedAt, result }: Row): FileCheck => ({ checkedAt, result })

async function find<T>(
  payload: Payload,
  collection: 'fixity' | 'log' | 'records',
  where: Where,
  sort: string,
  limit: number,
): Promise<T[]> {
  const { docs } = await payload.db.find({ collection, where, sort: [sort], limit, pagination: false })
  return docs as unknown as T[]
}
