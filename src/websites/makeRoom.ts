import { room } from './manifest.js'

/** A document as it is kept. */
export interface Kept {
  id: string
  registeredAt: string
  bytes: number
}

/** Milliseconds for which a page that was opened, or kept by a cache, may go on asking by what its build registered. */
const IN_USE = 30 * 86_400_000

/**
 * What a site lets go so that its newest manifest has room: what no build has registered for longest, and nothing that
 * one has registered within 30 days.
 *
 * @param others what is kept beside the manifest
 * @param needed documents and bytes of the manifest
 * @returns undefined where there is no room
 */
export function makeRoom(
  others: readonly Kept[],
  needed: { documents: number; bytes: number },
  now: string,
): readonly Kept[] | undefined {
  let documents = needed.documents + others.length
  let bytes = others.reduce((sum, one) => sum + one.bytes, needed.bytes)
  const leaving: Kept[] = []
  for (const one of others.toSorted((a, b) => (a.registeredAt < b.registeredAt ? -1 : 1))) {
    if (documents <= room.documents && bytes <= room.bytes) break
    if (Date.parse(now) - Date.parse(one.registeredAt) < IN_USE) return undefined
    leaving.push(one)
    documents -= 1
    bytes -= one.bytes
  }
  return leaving
}
