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
  const session = (adapter.sessions as Record<string, { db?: object } | undefined> | undefined)?.[id]
  return session?.db ? drizzleOutcomes.get(session.db) : undefined
}

/** On MongoDB: whether the transaction is no more, as when its client was connected anew. Payload commits it in silence. */
export function isAborted(adapter: DatabaseAdapter, id: string): boolean {
  if (adapter.name !== 'mongoose') return false
  const session = (adapter.sessions as Record<string, { inTransaction?: () => boolean } | undefined> | undefined)?.[id]
  return session?.inTransaction?.() !== true
}
