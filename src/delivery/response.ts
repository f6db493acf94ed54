import type { ExecutionResult } from 'graphql'
import type { Response } from 'graphql-http'
import { formatted, type Masking } from './errors.js'

type Headers = Record<string, string | string[] | undefined> | { get: (name: string) => string | null }

const JSON_TYPE = 'application/json'
const GRAPHQL_TYPE = 'application/graphql-response+json'

interface Status {
  status: number
  statusText: string
}

/**
 * A result as GraphQL over HTTP sends it. Where nothing could be executed the newer media type has a status that says so,
 * while the older one says 200 unless another `status` is given; what cannot be answered for the moment is 503 in both, so that no cache takes it for an answer.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/#sec-Status-Codes
 */
export function responseOf(result: ExecutionResult, headers: Headers, masking: Masking, status?: Status): Response {
  const mediaType = mediaTypeFor(headers)
  const contentType = { 'content-type': `${mediaType}; charset=utf-8` }
  if (!result.errors) return [JSON.stringify(result), { status: 200, statusText: 'OK', headers: contentType }]
  const errors = result.errors.map((error) => formatted(error, masking))
  // Errors first, as the specification advises, whoever executed it.
  const body = JSON.stringify({ errors, data: result.data, extensions: result.extensions })
  if (status) return [body, { ...status, headers: contentType }]
  if (errors.some(({ extensions }) => forTheMoment.has(String(extensions?.['code']))))
    return [body, { status: 503, statusText: 'Service Unavailable', headers: contentType }]
  if (result.data !== undefined || mediaType === JSON_TYPE)
    return [body, { status: 200, statusText: 'OK', headers: contentType }]
  return [body, { status: 400, statusText: 'Bad Request', headers: contentType }]
}

/** The same of data that is written already. */
export const responseOfWritten = (data: string, extensions: object, headers: Headers): Response => [
  `{"data":${data},"extensions":${JSON.stringify(extensions)}}`,
  { status: 200, statusText: 'OK', headers: { 'content-type': `${mediaTypeFor(headers)}; charset=utf-8` } },
]

/** Faults that pass by themselves. */
const forTheMoment = new Set(['ARCHIVE_UNAVAILABLE', 'TOO_SLOW'])

const mediaTypeFor = (headers: Headers): string =>
  mediaTypeOf('get' in headers ? '' : String((headers as Record<string, unknown>)['accept'] ?? ''))

/** The first media type that the reader takes; who takes none of ours was refused before. */
function mediaTypeOf(accept: string): typeof JSON_TYPE | typeof GRAPHQL_TYPE {
  const at = accept.indexOf(GRAPHQL_TYPE)
  if (at === -1) return JSON_TYPE
  const before = accept.slice(0, at)
  return before.includes(JSON_TYPE) || before.includes('*') ? JSON_TYPE : GRAPHQL_TYPE
}
