import type { Payload, Where } from 'payload'

const PAGE = 1_000

/**
 * Ids of the records that have no place in the log, oldest first.
 *
 * The counts tell how many there are, which is nearly always none; then the newest records are looked through first,
 * because what a crash left is new.
 */
export async function unplacedRecords(payload: Payload): Promise<string[]> {
  const missing = (await count(payload, 'records')) - (await count(payload, 'log'))
  const found: string[] = []
  for (let page = 1; found.length < missing; page += 1) {
    const records = await find(payload, 'records', {}, { sort: ['-recordedAt', '-id'], page, limit: PAGE })
    if (records.length === 0) break
    const ids = records.map((row) => row['id'] as string)
    const entries = await find(payload, 'log', { record: { in: ids } }, { limit: PAGE })
    const placed = new Set(entries.map((row) => row['record']))
    found.push(...ids.filter((id) => !placed.has(id)))
  }
  return found.reverse()
}

/** The records' exact texts, in any order. */
export async function recordBodies(payload: Payload, ids: readonly string[]): Promise<string[]> {
  const found = await find(payload, 'records', { id: { in: ids } }, { limit: ids.length })
  return found.map((row) => row['body'] as string)
}

const count = async (payload: Payload, collection: 'records' | 'log'): Promise<number> =>
  (await payload.db.count({ collection, where: {} })).totalDocs

async function find(
  payload: Payload,
  collection: 'records' | 'log',
  where: Where,
  options: { sort?: string[]; page?: number; limit: number },
): Promise<Record<string, unknown>[]> {
  const result = await payload.db.find({ collection, where, pagination: options.page !== undefined, ...options })
  return result.docs as unknown as Record<string, unknown>[]
}
