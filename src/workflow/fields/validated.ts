import type { PayloadRequest, Validate } from 'payload'
import type { Message } from '../../errors.js'

/** True, or what is wrong and what to do about it. */
type Verdict = true | Message

/** Judges one value that is there. `siblings` are the fields beside it, in the same group or row. */
export type Check = (value: string, siblings: Readonly<Record<string, unknown>>) => Verdict

const required: Message = {
  sv: 'Fyll i fältet. Det behövs för att kunna publicera.',
  en: 'Fill in this field. It is needed in order to publish.',
}

/** The words in the user's own language; Swedish is what all others get. */
export const inLanguageOf = (req: Pick<PayloadRequest, 'i18n'>, message: Message): string =>
  req.i18n.language === 'en' ? message.en : message.sv

export const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

/** A field's validation out of a check that knows nothing of Payload. It replaces Payload's own, so it also minds `required`. */
export const validated =
  (...checks: readonly Check[]): Validate =>
  (value, { req, required: isRequired, siblingData }) => {
    if (isEmpty(value)) return isRequired ? inLanguageOf(req, required) : true
    for (const check of checks) {
      const verdict = check(value instanceof Date ? value.toISOString() : String(value), siblingData)
      if (verdict !== true) return inLanguageOf(req, verdict)
    }
    return true
  }

/** Minds only whether the field may be empty, given the fields beside it. */
export const neededWhen =
  (isNeeded: (siblings: Readonly<Record<string, unknown>>) => boolean, message: Message): Validate =>
  (value, { req, siblingData }) => {
    const missing = isEmpty(value) || (Array.isArray(value) && value.length === 0)
    return missing && isNeeded(siblingData) ? inLanguageOf(req, message) : true
  }
