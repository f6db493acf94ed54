import type { DatabaseAdapter } from 'payload'
import { ServiceError } from '../errors.js'

/** MongoDB tells at the write, not at the commit, that another transaction is at the same document. */
export function nameConflicts(adapter: DatabaseAdapter): void {
  for (const name of ['create', 'updateOne', 'updateMany', 'createVersion', 'updateVersion', 'deleteOne'] as const) {
    const stock = adapter[name] as (args: unknown) => Promise<unknown>
    const named = async (args: unknown): Promise<unknown> => {
      try {
        return await stock.call(adapter, args)
      } catch (error) {
        throw isConflict(error) ? conflict(error) : error
      }
    }
    Object.assign(adapter, { [name]: named })
  }
}

/** MongoDB's ways to say that somebody else was first. */
export const isConflict = (error: unknown): boolean => {
  const known = error as { code?: unknown; errorLabels?: unknown; hasErrorLabel?: (label: string) => boolean }
  return known?.code === 112 || known?.hasErrorLabel?.('TransientTransactionError') === true
}

/** Whether a row of this table is there already, on either database: Payload makes a ValidationError of what MongoDB says. */
export const isDuplicate = (error: unknown, table: string): boolean => {
  const { code, name, message } = error as { code?: unknown; name?: string; message?: string }
  return (
    code === 11000 || name === 'ValidationError' || (message?.includes(`UNIQUE constraint failed: ${table}`) ?? false)
  )
}

export const conflict = (cause?: unknown): ServiceError =>
  new ServiceError(
    'CONFLICT',
    {
      sv: 'Någon annan har just publicerat dokumentet. Ladda om sidan, se efter vad som har ändrats och försök igen.',
      en: 'Somebody else has just published this document. Reload, see what has changed, and try again.',
    },
    { cause },
  )
