import { isJson, isObject, type DeliveryRequest, type DocumentOf } from './requestParameters.js'

/** What a request asks, read. */
export interface Usual {
  query: string
  variables: Record<string, unknown>
  operationName: string | undefined
}

const TAKEN: ReadonlySet<string> = new Set(['application/json', 'application/graphql-response+json', '*/*'])

/**
 * A request in the form in which websites send theirs, read without waiting. Every other one, and all that is amiss, is
 * undefined here and left to the reference implementation: so there is one place that refuses.
 */
export function usualRequest(request: DeliveryRequest, documentOf: DocumentOf): Usual | undefined {
  const asked = takesOurs(request.headers['accept']) ? askedBy(request) : undefined
  if (!isObject(asked)) return undefined
  const { documentId, query: sent, variables, operationName, extensions } = asked
  if (extensions != null || !(variables == null || isObject(variables))) return undefined
  if (!(operationName == null || typeof operationName === 'string')) return undefined
  if (documentId != null && sent != null) return undefined
  const query = typeof documentId === 'string' ? documentOf(documentId) : sent
  if (typeof query !== 'string') return undefined
  return { query, variables: variables ?? {}, operationName: operationName ?? undefined }
}

function askedBy({ method, url, headers, body }: DeliveryRequest): unknown {
  if (method === 'GET') return inAddress(url)
  if (method !== 'POST' || body === null || !isJson(headers['content-type'])) return undefined
  return jsonOf(body)
}

function inAddress(url: string): Record<string, unknown> | undefined {
  const [, search, more] = url.split('?')
  if (search === undefined || more !== undefined) return undefined
  const given = new URLSearchParams(search)
  const variables = given.get('variables')
  return {
    documentId: given.get('documentId'),
    query: given.get('query'),
    operationName: given.get('operationName'),
    extensions: given.get('extensions'),
    variables: variables ? (jsonOf(variables) ?? 'none') : null,
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const takesOurs = (accept: string | string[] | undefined): boolean =>
  accept === undefined ||
  String(accept)
    .split(/ *, */)
    .some((one) => TAKEN.has(one))
