import { z } from 'zod'
import { ServiceError } from '../../errors.js'
import { kindOf } from '../../vocabulary.js'
import type { Snapshot } from '../pure/model.js'

/** Only the outermost fields are looked at: 100,000 snapshots are read at start, each proved whole by its digest. */
const Outline = z.object({
  format: z.literal(2),
  salt: z.string(),
  kind: z.enum(Object.values(kindOf)),
  document: z.string().min(1),
  owner: z.string().min(1),
  audience: z.union([z.literal('all'), z.array(z.string())]),
  slug: z.string().nullable(),
  languages: z.record(z.string(), z.unknown()),
  facts: z.record(z.string(), z.unknown()),
})

/**
 * Format 2 is today's shape, so there is nothing to lift.
 *
 * @throws ServiceError INTERNAL for anything that is no snapshot
 */
export function liftFormat2(value: unknown): Snapshot {
  const outline = Outline.safeParse(value)
  if (outline.success) return value as Snapshot
  throw new ServiceError(
    'INTERNAL',
    { sv: 'En arkiverad version kan inte läsas.', en: 'An archived version cannot be read.' },
    { cause: outline.error },
  )
}
