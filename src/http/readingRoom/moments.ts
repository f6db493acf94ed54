import { isEdtfDate } from '../../archive/pure/edtf.js'
import type { Instant } from '../../archive/pure/model.js'
import { nextStockholmDay, stockholmDate } from '../../archive/pure/stockholm.js'

/** What was asked about time, as far as it can be understood. */
export interface Asking<T> {
  value: T | null
  /** What was written, where it is neither empty nor understood. */
  fault: string | null
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z$/

/** @returns the day, `YYYY-MM-DD`, from 1900 to 2199: others are slips of the hand */
export function dayAsked(written: string | undefined): Asking<string> {
  const text = (written ?? '').trim()
  if (text === '') return { value: null, fault: null }
  return isDay(text) ? { value: text, fault: null } : { value: null, fault: text }
}

const isDay = (text: string): boolean => text.length === 10 && isEdtfDate(text) && text >= '1900' && text < '2200'

/**
 * A moment: an instant in UTC, or a day, which asks what could be read when it ended in Sweden. Today has not ended:
 * then now is meant.
 *
 * @param now where a moment ahead is a fault
 */
export function momentAsked(written: string | undefined, now: Instant): Asking<Instant> {
  const text = (written ?? '').trim()
  if (text === '') return { value: null, fault: null }
  if (INSTANT.test(text) && isDay(text.slice(0, 10))) {
    const value = new Date(text).toISOString()
    return value <= now ? { value, fault: null } : { value: null, fault: text }
  }
  const today = stockholmDate(now)
  if (!isDay(text) || text > today) return { value: null, fault: text }
  if (text === today) return { value: null, fault: null }
  return { value: new Date(Date.parse(nextStockholmDay(text)) - 1).toISOString(), fault: null }
}
