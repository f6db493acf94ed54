import type { ServerResponse } from 'node:http'

/** Sends the body of an answer whose head is written. */
export type Send = (res: ServerResponse, bytes: Buffer) => void

/** Bytes. Less than this goes to the system's own buffers at once. */
const SMALL = 64 * 1024

/**
 * Who asks and does not read leaves answers in memory. Beyond a limit the connections of those that have waited for
 * longest are closed: others are served as before.
 *
 * @param limit bytes; an answer that many wait for is there once
 */
export function createUnsent(limit: number): Send {
  /** In the order in which they were made. */
  const readers = new Map<Buffer, Set<ServerResponse>>()
  let held = 0

  const forget = (bytes: Buffer): void => {
    if (readers.delete(bytes)) held -= bytes.length
  }
  const add = (res: ServerResponse, bytes: Buffer): void => {
    const mine = readers.get(bytes) ?? new Set()
    if (mine.size === 0) {
      readers.set(bytes, mine)
      held += bytes.length
    }
    mine.add(res)
    res.once('close', () => {
      mine.delete(res)
      if (mine.size === 0 && readers.get(bytes) === mine) forget(bytes)
    })
  }
  const makeRoom = (): void => {
    for (const [bytes, slow] of readers) {
      if (held <= limit) return
      forget(bytes)
      // With all that was asked for after it on the same connection.
      for (const { req } of slow) req.socket.destroy()
    }
  }
  return (res, bytes) => {
    res.end(bytes)
    if (bytes.length < SMALL) return
    add(res, bytes)
    makeRoom()
  }
}
