import type { Check } from './validated.js'

const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/

const isTime = (value: string): boolean => time.test(value) || value === '24:00'

export const checkOpens: Check = (value) =>
  time.test(value) || {
    sv: 'Skriv klockslaget som 08:30.',
    en: 'Write the time as 08:30.',
  }

/** A closing time after `opens` of the same row; 24:00 is the end of the day. */
export const checkCloses: Check = (value, { opens }) => {
  if (!isTime(value)) return { sv: 'Skriv klockslaget som 16:30.', en: 'Write the time as 16:30.' }
  if (typeof opens !== 'string' || !isTime(opens) || opens < value) return true
  return {
    sv: 'Stängningstiden måste vara efter öppningstiden. Har ni öppet över midnatt: skriv 24:00 och lägg till en rad för nästa dag.',
    en: 'Closing time must be after opening time. If you are open past midnight, write 24:00 and add a row for the next day.',
  }
}

/** The closing time of a day that differs: both times, or none where it is closed. */
export const checkExceptionCloses: Check = (value, siblings) =>
  typeof siblings['opens'] === 'string' && isTime(siblings['opens'])
    ? checkCloses(value, siblings)
    : {
        sv: 'Skriv också när ni öppnar, eller lämna båda tiderna tomma.',
        en: 'Write also when you open, or leave both times empty.',
      }
