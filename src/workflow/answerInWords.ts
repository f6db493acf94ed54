import type { AfterErrorHook } from 'payload'
import { ServiceError } from '../errors.js'
import { isConflict, conflict } from '../database/transactions.js'

/** Tells the editor in their own language what is wrong and what to do, at the fields that it concerns. */
export const answerInWords: AfterErrorHook = ({ error, req }) => {
  const fault = isConflict(error) ? conflict(error) : error
  if (!(fault instanceof ServiceError)) return
  const message = fault.messages[req.i18n?.language === 'en' ? 'en' : 'sv']
  const fields = fault.fields.map((path) => ({ path, message }))
  return {
    status: fault.status,
    response: {
      errors: [
        {
          name: fields.length > 0 ? 'ValidationError' : fault.name,
          message,
          data: { code: fault.code, ...(fields.length > 0 ? { errors: fields } : {}) },
          extensions: { code: fault.code },
        },
      ],
    } as never,
  }
}
