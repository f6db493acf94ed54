import { noDate } from '../../archive/pure/edtf.js'
import type { EdtfDate } from '../../archive/pure/model.js'
import type { Check } from './validated.js'

const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** Days of a month; the Gregorian calendar. */
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Whether `value` is a date of EDTF level 0 with the precision of a year, a month or a day, and is in the calendar. */
function isEdtfDate(value: string): value is EdtfDate {
  const [, year, month, day] = parts.exec(value) ?? []
  if (year === undefined || Number(year) < 1000) return false
  if (month === undefined) return true
  if (Number(month) < 1 || Number(month) > 12) return false
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month)))
}

/** The first day that the date can mean, `YYYY-MM-DD`. */
export const firstDay = (date: EdtfDate): string => `${date}${'-01-01'.slice(date.length - 4)}`

/** The last day that the date can mean, `YYYY-MM-DD`. */
export function lastDay(date: EdtfDate): string {
  if (date.length === 10) return date
  if (date.length === 4) return `${date}-12-31`
  const [year, month] = date.split('-').map(Number)
  return `${date}-${String(daysIn(year ?? 0, month ?? 0)).padStart(2, '0')}`
}

export const checkEdtfDate: Check = (value) => isEdtfDate(value) || noDate(value)

export const checkDay: Check = (value) =>
  (value.length === 10 && isEdtfDate(value)) || {
    sv: 'Skriv datumet med år, månad och dag, till exempel 2018-01-31.',
    en: 'Write the date with year, month and day, for example 2018-01-31.',
  }

/**
 * Refuses a date that is certainly earlier than the one in the field `earlier`.
 *
 * @param named  what the earlier field is called in the form
 */
export const checkNotBefore =
  (earlier: string, named: { sv: string; en: string }): Check =>
  (value, siblings) => {
    const start = siblings[earlier]
    const startsOn = typeof start === 'string' ? start.slice(0, 10) : ''
    const endsOn = value.slice(0, 10)
    if (!isEdtfDate(startsOn) || !isEdtfDate(endsOn) || firstDay(startsOn) <= lastDay(endsOn)) return true
    return {
      sv: `Datumet ligger före ”${named.sv}” (${startsOn}). Ändra det ena av dem.`,
      en: `The date is earlier than “${named.en}” (${startsOn}). Change one of them.`,
    }
  }
