import type { Snapshot } from '../pure/model.js'
import { liftFormat2 } from './format2.js'

/**
 * Format 1 (November 2026): an edition was superseded as a whole or not at all, and its end was its own.
 *
 * @throws ServiceError INTERNAL for anything that is no snapshot
 */
export function liftFormat1(value: unknown): Snapshot {
  const snapshot = liftFormat2({ ...(value as object), format: 2 })
  if (snapshot.kind !== 'edition') return snapshot
  return { ...snapshot, facts: { ...snapshot.facts, prolongations: [], repeal: null, supersedesInPart: [] } }
}
