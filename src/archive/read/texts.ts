import { ServiceError } from '../../errors.js'
import { lift } from '../formats/index.js'
import type { Snapshot } from '../pure/model.js'

/** Texts by record: all of them as bytes, outside the heap; those that are asked for as objects too, as far as the room goes. */
export interface Texts {
  put(record: string, bytes: Buffer): void
  has(record: string): boolean
  /** The exact bytes that were archived. */
  bytes(record: string): Buffer | undefined
  /** In today's shape; undefined for one that is not here or cannot be read. The same object as long as there is room. */
  get(record: string): Snapshot | undefined
  delete(record: string): void
}

/** Bytes of text whose objects are kept: an object takes two to three times as much. */
const ROOM = 24 * 1024 * 1024

export function createTexts(room = ROOM): Texts {
  const all = new Map<string, Buffer>()
  // Two generations: what was not asked for while the younger one filled up is let go with the older one.
  let young = new Map<string, Snapshot>()
  let old = new Map<string, Snapshot>()
  let size = 0

  const keep = (record: string, snapshot: Snapshot, bytes: number): Snapshot => {
    size += bytes
    if (size > room / 2) [old, young, size] = [young, new Map(), bytes]
    young.set(record, snapshot)
    return snapshot
  }
  return {
    put: (record, bytes) => void all.set(record, bytes),
    has: (record) => all.has(record),
    bytes: (record) => all.get(record),
    get: (record) => {
      const known = young.get(record)
      if (known) return known
      const bytes = all.get(record)
      const snapshot = bytes && (old.get(record) ?? readable(bytes))
      return bytes && snapshot && keep(record, snapshot, bytes.length)
    },
    delete: (record) => {
      // Nothing of it stays in memory that is kept for others.
      all.get(record)?.fill(0)
      all.delete(record)
      young.delete(record)
      old.delete(record)
    },
  }
}

function readable(bytes: Buffer): Snapshot | undefined {
  try {
    return lift(bytes.toString())
  } catch (error) {
    // Whoever asks for it is told by the archive itself.
    if (error instanceof ServiceError) return undefined
    throw error
  }
}

const SLAB = 1024 * 1024

/**
 * Hands out memory for many texts that come at once, from few large pieces: a hundred thousand of their own would take
 * a quarter more. A piece is kept as long as any text in it.
 */
export function createRoom(): (bytes: number) => Buffer {
  let slab = Buffer.alloc(0)
  return (bytes) => {
    if (bytes > SLAB / 8) return Buffer.allocUnsafeSlow(bytes)
    if (bytes > slab.length) slab = Buffer.allocUnsafeSlow(SLAB)
    const room = slab.subarray(0, bytes)
    slab = slab.subarray(bytes)
    return room
  }
}
