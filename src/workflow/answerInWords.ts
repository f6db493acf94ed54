import type { AfterErrorHook } from 'payload'
import { ServiceError } from '../errors.js'
import { conflict, isConflict } from '../database/conflicts.js'

/** Tells the editor in their own language what is wrong and what to do, at the fields that it concerns. */
export const answerInWords: AfterErrorHook = ({ error, req }) => {
  const fault = isConflict(error) ? conflict(error) : isUnreadable(error) ? unreadable(error) : serviceErrorIn(error)
  if (!fault) return
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

/** Libraries between us and the editor wrap what they are thrown. */
function serviceErrorIn(error: unknown): ServiceError | undefined {
  let cause = error
  for (let depth = 0; depth < 5 && cause instanceof Error; depth += 1) {
    if (cause instanceof ServiceError) return cause
    cause = cause.cause
  }
  return undefined
}

/** Payload takes a body that its parsers cannot read for a fault of its own. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  (error instanceof Error && /^(Multipart: |Malformed |Unexpected end of (form|file))/.test(error.message))

const unreadable = (cause: unknown): ServiceError =>
  new ServiceError(
    'BAD_INPUT',
    { sv: 'Det som skickades går inte att läsa. Försök igen.', en: 'What was sent cannot be read. Try again.' },
    { cause },
  )
