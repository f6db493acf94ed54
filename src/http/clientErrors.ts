import type { Socket } from 'node:net'
import { STATUS_CODES } from 'node:http'
import { ServiceError } from '../errors.js'
import { told } from './refuse.js'

/** What Node cannot read as a request, by its codes; all else is `malformed`. */
const faults: Readonly<Record<string, { status: number; error: ServiceError }>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    error: new ServiceError('TOO_LARGE', {
      sv: 'Adressen och huvudet är för långa: högst 16 384 byte. Skicka frågan med POST, eller registrera den.',
      en: 'The address and the headers are too long: 16,384 bytes at most. Send the query by POST, or register it.',
    }),
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    error: new ServiceError('REQUEST_TIMEOUT', {
      sv: 'Anropet kom inte fram i tid. Skicka det igen.',
      en: 'The request did not arrive in time. Send it again.',
    }),
  },
}
const malformed = {
  status: 400,
  error: new ServiceError('BAD_INPUT', {
    sv: 'Anropet går inte att läsa som HTTP.',
    en: 'The request cannot be read as HTTP.',
  }),
}

/** Node's own; an answer that has begun on the socket would be spoilt by another. */
interface Answering {
  _httpMessage?: { headersSent: boolean } | null
}

/** Says what is wrong where there is no request yet that could be answered, and lets go of the socket. */
export function refuseUnreadable(fault: NodeJS.ErrnoException, socket: Socket & Answering): void {
  if (fault.code === 'ECONNRESET' || !socket.writable || socket._httpMessage?.headersSent) {
    socket.destroy()
    return
  }
  const { status, error } = faults[fault.code ?? ''] ?? malformed
  const { message, extensions } = told(error)
  const body = JSON.stringify({ errors: [{ message, extensions }] })
  socket.write(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      ...['Content-Type: application/json; charset=utf-8', `Content-Length: ${Buffer.byteLength(body)}`],
      ...['Cache-Control: no-store', 'X-Content-Type-Options: nosniff', 'Connection: close', '', body],
    ].join('\r\n'),
  )
  socket.destroySoon()
}
