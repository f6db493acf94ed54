import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Response } from 'graphql-http'
import { ServiceError } from '../errors.js'

/** Codes of faults in the request itself, as clients know them from other GraphQL servers. */
type RequestCode = 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED'

export interface Masking {
  requestId: string
  /** Told of every fault that is not the reader's own. */
  report: (error: unknown) => void
}

/**
 * What a client is told: a stable code and what to do for foreseen faults; for all others only the id under which
 * they stand in our log.
 */
export function formatted(
  error: Readonly<GraphQLError | Error>,
  { requestId, report }: Masking,
): GraphQLFormattedError {
  const cause = error instanceof GraphQLError ? (error.originalError ?? undefined) : error
  const place = error instanceof GraphQLError ? { locations: error.locations, path: error.path } : {}
  if (cause instanceof ServiceError) {
    if (cause.status >= 500) report(cause)
    return shaped(cause.messages.en, { code: cause.code, sv: cause.messages.sv }, place)
  }
  const code = (error as GraphQLError).extensions?.['code']
  if (
    error instanceof GraphQLError &&
    (cause === undefined || cause instanceof GraphQLError || typeof code === 'string')
  )
    return shaped(
      error.message,
      { ...error.extensions, code: typeof code === 'string' ? code : requestCode(error) },
      place,
    )
  report(error)
  return shaped(
    `Something went wrong here. Tell us this id, and we find it: ${requestId}`,
    { code: 'INTERNAL', requestId, sv: `Något gick fel hos oss. Uppge detta id, så hittar vi felet: ${requestId}` },
    place,
  )
}

/** A request that could not be read as a query at all: graphql-http says in plain words what is wrong with it, but once. */
export const unreadable = ({ message }: Readonly<Error>): GraphQLFormattedError =>
  shaped(
    `${message === 'Unparsable URL' ? 'What the address has as variables or extensions is no JSON' : message}. Send JSON such as {"query": "{ counties { name } }"} by POST.`,
    {
      code: 'BAD_REQUEST',
      sv: 'Anropet går inte att läsa. Skicka JSON som {"query": "{ counties { name } }"} med POST.',
    },
    {},
  )

/** Of several operations one must be named, and it must be there: the reference implementation says so in its own words. */
export const unnamed = ({ message, extensions }: GraphQLError): GraphQLFormattedError =>
  'code' in extensions
    ? shaped(message, extensions, {})
    : shaped(
        'The query has no operation of that name, or several and none is named. Send the name of one of them in operationName.',
        {
          code: 'BAD_REQUEST',
          sv: 'Frågan har ingen operation med det namnet, eller flera utan att någon är vald. Ange namnet på en av dem i operationName.',
        },
        {},
      )

/** The reference implementation refuses some requests without a word. */
export function told(response: Response): Response {
  const [body, { status, statusText, headers }] = response
  if (body !== null || status < 400) return response
  const error = shaped(
    `${statusText}. Send JSON (Content-Type: application/json) and take JSON (Accept: application/json).`,
    {
      code: 'BAD_REQUEST',
      sv: 'Skicka JSON (Content-Type: application/json) och ta emot JSON (Accept: application/json).',
    },
    {},
  )
  const contentType = { 'content-type': 'application/json; charset=utf-8' }
  return [JSON.stringify({ errors: [error] }), { status, statusText, headers: { ...headers, ...contentType } }]
}

const requestCode = (error: GraphQLError): RequestCode =>
  error.message.startsWith('Syntax Error') ? 'GRAPHQL_PARSE_FAILED' : 'GRAPHQL_VALIDATION_FAILED'

function shaped(
  message: string,
  extensions: Record<string, unknown>,
  { locations, path }: Pick<Partial<GraphQLError>, 'locations' | 'path'>,
): GraphQLFormattedError {
  return { message, ...(locations ? { locations } : {}), ...(path ? { path } : {}), extensions }
}
