import type { Logger } from 'pino'
import { ServiceError, type ErrorCode } from '../errors.js'

/** Tells those who run the service of a fault that is not the reader's own. */
export type Report = (error: unknown, requestId: string) => void

/** Milliseconds without another one, after which a fault has passed. */
const QUIET = 60_000

/**
 * What nobody foresaw stands in the log with the id that the reader was told. What passes by itself, as a database that is
 * away, is told when it begins and when it has passed, with how often it was met: a line for each reader would bury all
 * else.
 */
export function createReport(log: Logger, quiet = QUIET): Report {
  const going = new Map<ErrorCode, { count: number; timer: NodeJS.Timeout }>()
  const pass = (code: ErrorCode): void => {
    log.info({ code, count: going.get(code)?.count }, 'readers are no longer asked to come again')
    going.delete(code)
  }
  return (error, requestId) => {
    if (!(error instanceof ServiceError) || error.status !== 503) {
      log.error({ err: error, requestId }, 'a request failed')
      return
    }
    const { code } = error
    const known = going.get(code)
    if (known) {
      known.count += 1
      known.timer.refresh()
      return
    }
    log.warn({ err: error, code, requestId }, 'readers are asked to come again')
    going.set(code, { count: 1, timer: setTimeout(pass, quiet, code).unref() })
  }
}
