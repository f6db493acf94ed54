import { earliest, isEdtfDate } from './edtf.js'
import type { EdtfDate, Instant } from './model.js'
import { remembered } from './remembered.js'

const ZONE = 'Europe/Stockholm'
const HOUR = 3_600_000

/** Made once: a formatter costs a thousand times what using it does. */
const calendar = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })

/**
 * The date on a wall calendar in Sweden at that instant, as `YYYY-MM-DD`. Never cut it out of the UTC instant:
 * 2016-12-31T23:00Z is 2017-01-01 there.
 *
 * @throws RangeError for an instant that cannot be read
 */
export function stockholmDate(instant: Instant): string {
  const milliseconds = Date.parse(instant)
  const hour = Math.floor(milliseconds / HOUR)
  const known = dates.get(hour)
  if (known !== undefined) return known
  const part = Object.fromEntries(calendar.formatToParts(milliseconds).map(({ type, value }) => [type, value]))
  const date = `${part['year']?.padStart(4, '0')}-${part['month']}-${part['day']}`
  if (dates.size >= 1_000) dates.clear()
  // Since 1970 the clock in Sweden has been whole hours ahead: within an hour the date stays.
  if (hour >= 0) dates.set(hour, date)
  return date
}

/** Dates by the hour since 1970: asking the calendar costs a hundred times what looking up does. */
const dates = new Map<number, string>()

/**
 * The instant at which that day begins in Sweden. Days of 23 and of 25 hours exist: add no hours to it to reach the
 * next day, ask for the next day's beginning.
 *
 * @param date  `YYYY-MM-DD`, from 1900 on. Three hours before UTC were never Swedish, but the time zone database has
 *   lent Sweden the clock of Berlin, double summer time of 1945 and 1947 included.
 */
export function startOfStockholmDay(date: string): Instant {
  const midnight = Date.parse(`${earliest(date)}T00:00:00.000Z`)
  const hoursAhead = [3, 2].find((hours) => stockholmDate(instantOf(midnight - hours * HOUR)) === date) ?? 1
  return instantOf(midnight - hoursAhead * HOUR)
}

/** The instant at which the day after that one begins in Sweden. */
export const nextStockholmDay = remembered((date: string): Instant => {
  const next = instantOf(Date.parse(`${date}T00:00:00.000Z`) + 24 * HOUR).slice(0, 10)
  return startOfStockholmDay(next)
})

/**
 * The instant at which a clock in Sweden shows this: of an hour that comes twice the first, of one that is left out the
 * one after it.
 *
 * @param local `YYYY-MM-DDTHH:mm`
 */
export function instantInStockholm(local: string): Instant {
  const asUtc = Date.parse(`${local}:00.000Z`)
  const shown = (hoursAhead: number): string => {
    const instant = instantOf(asUtc - hoursAhead * HOUR)
    return `${stockholmDate(instant)}T${clock.format(Date.parse(instant))}`
  }
  return instantOf(asUtc - ([2, 1].find((hours) => shown(hours) === local) ?? 1) * HOUR)
}

const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString()

/** "1 juni 2017", "juni 2017", "2017"; for an instant "1 juni 2017 kl. 14.05", by the clock in Sweden. */
export const formatSwedish = (when: EdtfDate): string =>
  isEdtfDate(when)
    ? swedishDate(when)
    : `${swedishDate(stockholmDate(when))} kl. ${clock.format(Date.parse(when)).replace(':', '.')}`

/** "1 June 2017", "June 2017", "2017"; for an instant "1 June 2017, 14:05", by the clock in Sweden. */
export const formatEnglish = (when: EdtfDate): string =>
  isEdtfDate(when) ? englishDate(when) : `${englishDate(stockholmDate(when))}, ${clock.format(Date.parse(when))}`

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' })

const monthsIn = (language: string): string[] => {
  const formatter = new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'long' })
  return Array.from({ length: 12 }, (_, month) => formatter.format(Date.UTC(2000, month)))
}
const monthNames = { sv: monthsIn('sv'), 'en-GB': monthsIn('en-GB') }

const dateIn = (language: keyof typeof monthNames): ((date: EdtfDate) => string) =>
  remembered((date) => {
    const [year, month, day] = date.split('-').map(Number)
    const name = month === undefined ? undefined : monthNames[language][month - 1]
    return [day, name, year].filter((part) => part !== undefined).join(' ')
  })
const swedishDate = dateIn('sv')
const englishDate = dateIn('en-GB')
