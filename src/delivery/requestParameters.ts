import { parseRequestParams, type Request, type RequestParams, type Response } from 'graphql-http'
import { ServiceError } from '../errors.js'
import type { Masking } from './errors.js'

/** One request as the edge has read it. */
export interface DeliveryRequest extends Masking {
  method: string
  url: string
  headers: Record<string, string | string[] | undefined>
  body: string | null
}

/** The text of a persisted document; undefined where no site has registered it. */
export type DocumentOf = (documentId: string) => string | undefined

const DOCUMENT_ID = /^sha256:[0-9a-f]{64}$/
/** RFC 9110, 8.3.1: a parameter may be quoted, and those that we do not know change nothing. */
const JSON_BODY = /^application\/json\s*(?:;|$)/i
const CHARSET = /;\s*charset="?([^";\s]*)/i

/** Whether a body of this media type is JSON in UTF-8. */
export function isJson(contentType: string | string[] | undefined): boolean {
  const type = String(contentType)
  return JSON_BODY.test(type) && /^utf-?8$/i.test(CHARSET.exec(type)?.[1] ?? 'utf-8')
}

/** Stands for the text while all else of the request is read. */
const PLACEHOLDER = '-'

/**
 * Reads a request: an ordinary query, or the identifier of a persisted document in its place.
 *
 * @returns what is to be executed, or an answer that says why nothing is
 * @throws ServiceError BATCH_REFUSED, PERSISTED_DOCUMENT_NOT_FOUND or BAD_INPUT
 * @see https://github.com/graphql/graphql-over-http, Appendix A
 */
export async function readRequest(
  sent: Request<undefined, unknown>,
  documentOf: DocumentOf,
): Promise<RequestParams | Response> {
  const { 'content-type': type, ...headers } = sent.headers as DeliveryRequest['headers']
  const req = { ...sent, headers: { ...headers, 'content-type': isJson(type) ? 'application/json' : type } }
  const body = req.method === 'POST' ? parsed(req.body) : undefined
  if (Array.isArray(body)) throw batch()
  const asked = req.method === 'GET' ? inAddress(req.url) : isObject(body) ? body : {}
  const { documentId } = asked
  if (documentId === undefined || documentId === null)
    return parseRequestParams(body === undefined ? req : { ...req, body })
  if (asked['query'] !== undefined && asked['query'] !== null) throw either()
  if (typeof documentId !== 'string' || !DOCUMENT_ID.test(documentId)) throw noIdentifier()
  const query = documentOf(documentId)
  if (query === undefined) throw notRegistered(documentId)
  const rest = await parseRequestParams(
    req.method === 'GET'
      ? { ...req, url: `${req.url}&query=${PLACEHOLDER}` }
      : { ...req, body: { ...asked, query: PLACEHOLDER } },
  )
  return 'query' in rest ? { ...rest, query } : rest
}

function inAddress(url: string): Record<string, unknown> {
  const given = new URLSearchParams(url.slice(url.indexOf('?') + 1))
  return { documentId: given.get('documentId'), query: given.get('query') }
}

/** What is no JSON is left to who reads the request, and tells what is wrong with it. */
function parsed(body: unknown): Record<string, unknown> | unknown[] | undefined {
  try {
    const value: unknown = typeof body === 'string' ? JSON.parse(body) : undefined
    return isObject(value) || Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const batch = (): ServiceError =>
  new ServiceError('BATCH_REFUSED', {
    sv: 'En lista med frågor besvaras inte. Skicka en fråga i taget, gärna samtidigt, eller be om flera fält i samma fråga.',
    en: 'A list of queries is not answered. Send each by itself, at the same time if you like, or ask for several fields in one query.',
  })
const either = (): ServiceError =>
  new ServiceError('BAD_INPUT', {
    sv: 'Skicka antingen documentId eller query, inte båda.',
    en: 'Send either documentId or query, not both.',
  })
const noIdentifier = (): ServiceError =>
  new ServiceError('BAD_INPUT', {
    sv: 'documentId ska vara sha256: följt av 64 hexadecimala tecken, med små bokstäver.',
    en: 'documentId is sha256: followed by 64 lower-case hexadecimal digits.',
  })
const notRegistered = (documentId: string): ServiceError =>
  new ServiceError('PERSISTED_DOCUMENT_NOT_FOUND', {
    sv: `Ingen webbplats har registrerat ${documentId}. Registrera byggets frågor innan det tas i bruk (POST /graphql/documents), eller skicka hela frågan i query.`,
    en: `No website has registered ${documentId}. Register the queries of a build before it goes live (POST /graphql/documents), or send the whole query in query.`,
  })
