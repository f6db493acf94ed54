import type { DatabaseAdapter, PayloadRequest } from 'payload'
import { ServiceError } from '../errors.js'
import { isArchiveTable } from './archiveTables.js'

const changing = ['updateOne', 'updateMany', 'deleteOne', 'deleteMany', 'upsert'] as const

const deleting = new WeakMap<object, (args: object) => Promise<unknown>>()

/** The last of Payload's doors: even code that reaches for the adapter itself cannot change what is archived. */
export function guardArchive<Adapter extends DatabaseAdapter>(adapter: Adapter): Adapter {
  deleting.set(adapter, adapter.deleteMany.bind(adapter) as (args: object) => Promise<unknown>)
  for (const name of changing) {
    const stock = adapter[name] as (args: { collection: string }) => Promise<unknown>
    const guarded = (args: { collection: string }): Promise<unknown> =>
      isArchiveTable(args.collection) ? Promise.reject(immutable(args.collection)) : stock.call(adapter, args)
    Object.assign(adapter, { [name]: guarded })
  }
  return adapter
}

/**
 * The one removal that the archive knows, of what a DISPOSE record in the same transaction names: on SQLite the trigger
 * looks for that record itself.
 */
export async function deleteSnapshots(adapter: object, ids: readonly string[], req: PayloadRequest): Promise<void> {
  await deleting.get(adapter)?.({ collection: 'snapshots', where: { id: { in: [...ids] } }, req })
}

export const immutable = (what: string): ServiceError =>
  new ServiceError('IMMUTABLE', {
    sv: `Arkivet går inte att ändra (${what}). Publicera en rättelse, dra tillbaka eller spärra i stället.`,
    en: `The archive cannot be changed (${what}). Publish a correction, withdraw or seal instead.`,
  })
