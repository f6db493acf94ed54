import type { DatabaseAdapter } from 'payload'
import { ServiceError } from '../errors.js'
import { isArchiveTable } from './archiveTables.js'

const changing = ['updateOne', 'updateMany', 'deleteOne', 'deleteMany', 'upsert'] as const

/** The last of Payload's doors: even code that reaches for the adapter itself cannot change what is archived. */
export function guardArchive<Adapter extends DatabaseAdapter>(adapter: Adapter): Adapter {
  for (const name of changing) {
    const stock = adapter[name] as (args: { collection: string }) => Promise<unknown>
    const guarded = (args: { collection: string }): Promise<unknown> =>
      isArchiveTable(args.collection) ? Promise.reject(immutable(args.collection)) : stock.call(adapter, args)
    Object.assign(adapter, { [name]: guarded })
  }
  return adapter
}

export const immutable = (what: string): ServiceError =>
  new ServiceError('IMMUTABLE', {
    sv: `Arkivet går inte att ändra (${what}). Publicera en rättelse, dra tillbaka eller spärra i stället.`,
    en: `The archive cannot be changed (${what}). Publish a correction, withdraw or seal instead.`,
  })
