import { ServiceError, type Message } from '../../errors.js'
import type { EdtfDate } from './model.js'
import { remembered } from './remembered.js'

/** Whether something holds whichever day an uncertain date turns out to be, on some of them, or on none. */
export type Chance = 'CERTAIN' | 'POSSIBLE' | 'NONE'

/** From a first day, up to but not including `until`; null is until further notice. As in ELI. */
export interface Interval {
  from: EdtfDate
  until: EdtfDate | null
}

/** Sorts after every date that can be written. */
const NEVER = '9999-99-99'
const MILLISECONDS_A_DAY = 86_400_000

/** Year, month and day; months count from 1. */
interface Parts {
  year: number
  month?: number
  day?: number
}

/**
 * Reads a date of EDTF level 0 without time: `2018`, `2018-06`, `2018-06-01`; years 0001–9999, real days only.
 *
 * @returns undefined for anything else
 * @see ISO 8601-2:2019, level 0; https://www.loc.gov/standards/datetime/
 */
const partsOf = remembered((text: string): Parts | undefined => {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? []
  if (year === undefined || year === '0000') return undefined
  if (month === undefined) return { year: Number(year) }
  if (Number(month) < 1 || Number(month) > 12) return undefined
  if (day === undefined) return { year: Number(year), month: Number(month) }
  const isReal = Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month))
  return isReal ? { year: Number(year), month: Number(month), day: Number(day) } : undefined
})

export const isEdtfDate = (text: string): text is EdtfDate => partsOf(text) !== undefined

function mustBeParts(text: string): Parts {
  const parts = partsOf(text)
  if (parts) return parts
  throw new ServiceError('BAD_INPUT', noDate(text))
}

const TOLD = 40

/** What to tell whoever wrote something else: a day that does not exist looks right to them. */
export function noDate(text: string): Message {
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(text))
    return {
      sv: `${text} finns inte i kalendern. Kontrollera månaden och dagen.`,
      en: `${text} is not in the calendar. Check the month and the day.`,
    }
  return {
    sv: `"${text.slice(0, TOLD)}" är inget datum. Skriv som 2018-01-31, eller 2018-01 eller 2018 om mer inte är känt.`,
    en: `"${text.slice(0, TOLD)}" is not a date. Write as 2018-01-31, or 2018-01 or 2018 where no more is known.`,
  }
}

/** The earliest day that the date can mean, as `YYYY-MM-DD`. @throws ServiceError BAD_INPUT when it is no date */
export const earliest = remembered((date: EdtfDate): string => {
  const { year, month, day } = mustBeParts(date)
  return written(year, month ?? 1, day ?? 1)
})

/** The latest day that the date can mean, as `YYYY-MM-DD`. @throws ServiceError BAD_INPUT when it is no date */
export const latest = remembered((date: EdtfDate): string => {
  const { year, month, day } = mustBeParts(date)
  return written(year, month ?? 12, day ?? daysIn(year, month ?? 12))
})

/** From "t.o.m." to the exclusive end, in the same precision: 2016 → 2017, 2016-12 → 2017-01, 2021-12-31 → 2022-01-01. */
export const untilAfter = remembered((through: EdtfDate): EdtfDate => moved(through, 1))

/** The other way: 2017 → 2016, 2022-01-01 → 2021-12-31. */
export const throughBefore = remembered((until: EdtfDate): EdtfDate => moved(until, -1))

/** The earliest day on which it may no longer be in force: for `2017` ("t.o.m. 2016") the second day of 2016. */
export const earliestEnd = (until: EdtfDate | null): string =>
  until === null ? NEVER : untilAfter(earliest(throughBefore(until)))

/** The first day on which it is certainly no longer in force: for `2017` ("t.o.m. 2016") the first day of 2017. */
export const latestEnd = (until: EdtfDate | null): string => (until === null ? NEVER : earliest(until))

/** Whether two intervals have a day in common. */
export function overlap(a: Interval, b: Interval): Chance {
  if (latest(a.from) < earliestEnd(b.until) && latest(b.from) < earliestEnd(a.until)) return 'CERTAIN'
  return earliest(a.from) < latestEnd(b.until) && earliest(b.from) < latestEnd(a.until) ? 'POSSIBLE' : 'NONE'
}

/** Whether the interval holds on that day (`YYYY-MM-DD`). */
export function coverage({ from, until }: Interval, day: string): Chance {
  if (latest(from) <= day && day < earliestEnd(until)) return 'CERTAIN'
  return earliest(from) <= day && day < latestEnd(until) ? 'POSSIBLE' : 'NONE'
}

/** Whether no choice of days lets the interval end after it has begun. */
export const isCrossed = ({ from, until }: Interval): boolean => earliest(from) >= latestEnd(until)

/** Whether `a` is an earlier day than `b`. */
export function isBefore(a: EdtfDate, b: EdtfDate): Chance {
  if (latest(a) < earliest(b)) return 'CERTAIN'
  return earliest(a) < latest(b) ? 'POSSIBLE' : 'NONE'
}

/** For sorting: by the earliest day, and the less exact date first. */
export function compareDates(a: EdtfDate, b: EdtfDate): number {
  if (a === b) return 0
  return earliest(a) < earliest(b) || (earliest(a) === earliest(b) && a.length < b.length) ? -1 : 1
}

function moved(date: EdtfDate, step: 1 | -1): EdtfDate {
  const { year, month, day } = mustBeParts(date)
  const result =
    month === undefined
      ? written(year + step)
      : day === undefined
        ? movedMonth(year, month + step)
        : movedDay(date, step)
  // The year before 0001 and the one after 9999 cannot be written.
  mustBeParts(result)
  return result
}

function movedMonth(year: number, month: number): EdtfDate {
  if (month === 0) return written(year - 1, 12)
  return month === 13 ? written(year + 1, 1) : written(year, month)
}

/** Counted in UTC, where every day has 24 hours: no zone is involved in a calendar date. */
const movedDay = (date: EdtfDate, step: number): EdtfDate =>
  new Date(Date.parse(date) + step * MILLISECONDS_A_DAY).toISOString().replace(/T.*/, '')

const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const written = (year: number, ...rest: number[]): EdtfDate =>
  [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-')
