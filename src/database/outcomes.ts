import type { DatabaseAdapter } from 'payload'

const drizzleOutcomes = new WeakMap<object, Promise<unknown>>()

/** On SQLite: keeps the promise that tells how drizzle's transaction really ended. */
export function keepOutcomes(adapter: DatabaseAdapter): void {
  const drizzle = (adapter as { drizzle?: { transaction: DrizzleTransaction } }).drizzle
  if (!drizzle) return
  const stock = drizzle.transaction.bind(drizzle)
  drizzle.transaction = (work, options) => {
    const outcome: Promise<unknown> = stock((tx) => {
      drizzleOutcomes.set(tx, outcome)
      return work(tx)
    }, options)
    // Who awaits it is told; a rollback that nobody awaits is no fault.
    outcome.catch(() => {})
    return outcome
  }
}
type DrizzleTransaction = (work: (tx: object) => Promise<unknown>, options?: unknown) => Promise<unknown>

/** Rejects where the COMMIT failed; undefined on MongoDB, whose own answer tells. */
export function outcomeOf(adapter: DatabaseAdapter, id: string): Promise<unknown> | undefined {
  const db = sessionOf(adapter, id)?.db
  return db && drizzleOutcomes.get(db)
}

/** On MongoDB: whether the transaction is no more, as when its client was connected anew. Payload commits it in silence. */
export function isAborted(adapter: DatabaseAdapter, id: string): boolean {
  if (adapter.name !== 'mongoose') return false
  return sessionOf(adapter, id)?.inTransaction?.() !== true
}

/** Drizzle's has a `db`, the driver of MongoDB's says whether it is in a transaction. */
interface Session {
  db?: object
  inTransaction?: () => boolean
}
const sessionOf = ({ sessions }: DatabaseAdapter, id: string): Session | undefined =>
  (sessions as Record<string, Session | undefined> | undefined)?.[id]
