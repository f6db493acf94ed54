import type { Message } from '../../errors.js'
import type { Check } from './validated.js'

const e164 = /^\+[1-9]\d{6,14}$/
/** National codes as 112, 1177 and 116 000: they have no form with a country code, and are dialled as they are. */
const shortCode = /^1\d{2,5}$/
const separators = /[\s()./–-]/g

/** How the number would be written in E.164, if it can be told from what was written. */
export function suggestedNumber(value: string): string | undefined {
  const dialled = value.replace(/\(0\)/, '').replace(separators, '')
  const international = dialled.startsWith('00') ? `+${dialled.slice(2)}` : dialled.replace(/^0(?=[1-9])/, '+46')
  return e164.test(international) || shortCode.test(international) ? international : undefined
}

const numberHelp = (sv: string, en: string): Message => ({
  sv: `Skriv numret med landsnummer och utan mellanslag: ${sv}. Hur det ska visas skriver du i fältet bredvid.`,
  en: `Write the number with its country code and without spaces: ${en}. How it is shown goes into the field beside.`,
})

/** E.164, or one of the national short codes. */
export const checkPhoneNumber: Check = (value) => {
  if (e164.test(value) || shortCode.test(value)) return true
  const suggestion = suggestedNumber(value)
  return suggestion
    ? numberHelp(suggestion, suggestion)
    : numberHelp('020-50 50 50 blir +4620505050', '020-50 50 50 becomes +4620505050')
}

const letters = 'A-Za-zÅÄÖåäö'
const diaryForms: readonly RegExp[] = [
  // 801-1234-2013, 2018/00123, KS 2018/00123, RS-123-2018, A123.456/2018, ÅM-A 2013/0123
  new RegExp(
    `^(?:[${letters}]{1,10}(?:[ -][${letters}]{1,4})?[ ./:-]?)?\\d{1,6}(?:\\.\\d{1,6})?(?:[-/:]\\d{1,6}){1,3}$`,
  ),
  // 18RS1234
  new RegExp(`^\\d{2,4}[${letters}]{1,6}\\d{1,6}$`),
]

/** A diary number as Swedish authorities write them: groups of digits with hyphens or slashes, perhaps letters in front. */
export const checkDiaryNumber: Check = (value) => {
  const isWithin = value.length <= 40 && !/^(?:dnr|diarienummer)\b/i.test(value)
  return (
    (isWithin && diaryForms.some((form) => form.test(value))) || {
      sv: 'Skriv diarienumret som i diariet, till exempel 801-1234-2013 eller KS 2018/00123, utan ”dnr” framför.',
      en: 'Write the number as in the diary, for example 801-1234-2013 or KS 2018/00123, without “dnr” before it.',
    }
  )
}

/** The Luhn sum of a string of digits, the last of them the check digit. */
const luhnSum = (digits: string): number =>
  Array.from(digits)
    .reverse()
    .reduce((sum, digit, place) => {
      const weighted = Number(digit) * (place % 2 === 0 ? 1 : 2)
      return sum + (weighted > 9 ? weighted - 9 : weighted)
    }, 0)

/** `NNNNNN-NNNN` with its check digit right. The third digit is at least 2, or it would be a person's number. */
export const checkOrganisationNumber: Check = (value) => {
  if (!/^\d{2}[2-9]\d{3}-\d{4}$/.test(value)) {
    return {
      sv: 'Skriv organisationsnumret med tio siffror och bindestreck, till exempel 202100-2247.',
      en: 'Write the organisation number with ten digits and a hyphen, for example 202100-2247.',
    }
  }
  return (
    luhnSum(value.replace('-', '')) % 10 === 0 || {
      sv: 'Organisationsnumret stämmer inte: kontrollsiffran är fel. Se efter om någon siffra blivit omkastad.',
      en: 'The organisation number is not right: its check digit is wrong. See whether digits have changed places.',
    }
  )
}
