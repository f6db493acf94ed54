import { ServiceError } from '../../errors.js'
import type { Snapshot } from '../pure/model.js'
import { liftFormat1 } from './format1.js'
import { liftFormat2 } from './format2.js'

/** One pure function for each format that was ever written. None is ever removed: what was archived stays readable. */
const lifters: ReadonlyMap<unknown, (value: unknown) => Snapshot> = new Map([
  [1, liftFormat1],
  [2, liftFormat2],
])

/**
 * A snapshot in today's shape.
 *
 * @param bytes  the exact string that was archived
 * @throws ServiceError INTERNAL for a format that this version of the service does not know, or a damaged snapshot
 */
export function lift(bytes: string): Snapshot {
  const value = parsed(bytes)
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  const lifter = lifters.get(format)
  if (lifter) return lifter(value)
  throw new ServiceError('INTERNAL', {
    sv: `En arkiverad version har formatet ${String(format)}, som den här versionen av tjänsten inte kan läsa.`,
    en: `An archived version has format ${String(format)}, which this version of the service cannot read.`,
  })
}

function parsed(bytes: string): unknown {
  try {
    return JSON.parse(bytes)
  } catch (cause) {
    const messages = { sv: 'En arkiverad version är skadad.', en: 'An archived version is damaged.' }
    throw new ServiceError('INTERNAL', messages, { cause })
  }
}
