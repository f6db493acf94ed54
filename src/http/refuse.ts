import type { IncomingMessage, ServerResponse } from 'node:http'
import { ServiceError } from '../errors.js'
import type { Report } from './report.js'
import { nextRequestId } from './requestId.js'

interface Refusing {
  req: IncomingMessage
  res: ServerResponse
  report: Report
  /** Names and values in turn. */
  headers: readonly string[]
}

/** What was foreseen says what to do; all else is told by an id alone. Who has gone is told nothing. */
export function refuse(error: unknown, { req, res, report, headers }: Refusing): void {
  if (req.socket.destroyed) return
  const requestId = nextRequestId()
  const isForeseen = error instanceof ServiceError && (error.status < 500 || error.status === 503)
  if (!isForeseen || error.status === 503) report(error, requestId)
  if (res.headersSent) {
    res.destroy()
    return
  }
  const { status, message, extensions } = isForeseen ? told(error) : masked(requestId)
  res.writeHead(status, [
    ...['Content-Type', 'application/json; charset=utf-8', 'Cache-Control', 'no-store', 'X-Request-Id', requestId],
    ...(headersOf[status] ?? []),
    ...(isForeseen ? error.headers : []),
    ...headers,
  ])
  res.end(JSON.stringify({ errors: [{ message, extensions: { ...extensions, requestId } }] }))
}

const headersOf: Record<number, string[]> = {
  // What is still under way of a slow request is not waited for.
  408: ['Connection', 'close'],
  503: ['Retry-After', '5'],
}

interface Told {
  status: number
  message: string
  extensions: Record<string, string>
}

/** A foreseen fault, as GraphQL tells errors. */
export const told = ({ status, code, messages }: ServiceError): Told => ({
  status,
  message: messages.en,
  extensions: { code, sv: messages.sv },
})

const masked = (requestId: string): Told => ({
  status: 500,
  message: `Something went wrong here. Tell us this id, and we find it: ${requestId}`,
  extensions: { code: 'INTERNAL' },
})
