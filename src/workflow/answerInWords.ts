import type { AfterErrorHook } from 'payload'
import { ServiceError } from '../errors.js'
import { conflict, isConflict } from '../database/conflicts.js'

/** Tells the editor in their own language what is wrong and what to do, at the fields that it concerns. */
export const answerInWords: AfterErrorHook = ({ error, req }) => {
  const fault = foreseen(error)
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

function foreseen(error: unknown): ServiceError | undefined {
  if (isConflict(error)) return conflict(error)
  if (isUnreadable(error)) return unreadable(error)
  const causes = causesOf(error)
  if (causes.some(({ message }) => message?.includes('FOREIGN KEY constraint failed'))) return namesNothing(error)
  return causes.find((cause) => cause instanceof ServiceError)
}

/** Libraries between us and the editor wrap what they are thrown, and some throw what is no Error of ours. */
function causesOf(error: unknown): { message?: string; cause?: unknown }[] {
  const causes = []
  for (let cause = error; typeof cause === 'object' && cause !== null && causes.length < 5;) {
    causes.push(cause)
    cause = (cause as { cause?: unknown }).cause
  }
  return causes
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

/** SQLite holds to what a draft names, which Payload looks at when it is published. */
const namesNothing = (cause: unknown): ServiceError =>
  new ServiceError(
    'BAD_INPUT',
    {
      sv: 'Dokumentet hänvisar till något som inte finns. Välj ämnen, bilder och andra dokument på nytt.',
      en: 'The document names something that does not exist. Choose its topics, images and other documents again.',
    },
    { cause },
  )
