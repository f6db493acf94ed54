import type { IncomingMessage } from 'node:http'
import { ServiceError } from '../errors.js'
import { room } from '../websites/manifest.js'
import { createReceiving } from './receiving.js'

/** Bytes of a query with its variables. */
const MAX_BODY: number = room.text
/** Bytes that are read and thrown away, so that who sent too much can read why; who goes on after that is cut off. */
const MAX_WASTE = 2_000_000
/** Milliseconds from the head to the end of the body: it is a few packets. */
const MAX_WAIT = 10_000
/** All bodies that are under way. */
const receiving = createReceiving({ bytes: 50_000_000, milliseconds: MAX_WAIT })

/**
 * The body of a request as text. Rejects where the reader goes away.
 *
 * @throws ServiceError TOO_LARGE, REQUEST_TIMEOUT, BAD_INPUT where it is compressed
 */
export function bodyOf(req: IncomingMessage, max = MAX_BODY): Promise<string> {
  const coding = req.headers['content-encoding'] ?? 'identity'
  if (coding.toLowerCase() !== 'identity') return Promise.reject(isCoded(coding))
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let [size, isWanted] = [0, true]
    const refuse = (error: Error): void => {
      parts.length = 0
      isWanted = false
      arriving.end()
      reject(error)
    }
    const arriving = receiving(() => refuse(tooLate()))
    req.on('data', (part: Buffer) => {
      size += part.length
      if (size > MAX_WASTE && size > max) req.destroy()
      else if (size > max) refuse(tooLarge(max))
      else if (isWanted) {
        parts.push(part)
        arriving.add(part.length)
      }
    })
    req.on('end', () => {
      arriving.end()
      resolve((parts.length === 1 ? parts[0]! : Buffer.concat(parts)).toString('utf8'))
    })
    req.on('error', reject)
    req.on('close', () => {
      arriving.end()
      if (!req.complete) reject(new Error('the reader has gone'))
    })
  })
}

const tooLarge = (max: number): ServiceError =>
  new ServiceError('TOO_LARGE', {
    sv: `Det som skickas är för stort: högst ${max} byte.`,
    en: `What is sent is too large: ${max} bytes at most.`,
  })

const isCoded = (coding: string): ServiceError =>
  new ServiceError('BAD_INPUT', {
    sv: `Det som skickas får inte vara komprimerat (Content-Encoding: ${coding.slice(0, 40)}).`,
    en: `What is sent must not be compressed (Content-Encoding: ${coding.slice(0, 40)}).`,
  })

const tooLate = (): ServiceError =>
  new ServiceError('REQUEST_TIMEOUT', {
    sv: `Frågan kom inte fram inom ${MAX_WAIT / 1_000} sekunder. Skicka den igen.`,
    en: `The query did not arrive within ${MAX_WAIT / 1_000} seconds. Send it again.`,
  })
