import type { FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'

/**
 * The parts of which the shelf's file consists: a head of 16 bytes (kind, number, length, and the CRC-32 of these) and the
 * bytes that it announces. Whether those are right is for their own hashes to say.
 */
export interface Frame {
  kind: FrameKind
  /** The entry's number in the log; of a checkpoint its size. */
  seq: number
  bytes: Buffer
  /** Whose text it is. */
  record?: string
}

export interface FoundFrame extends Omit<Frame, 'record'> {
  /** Where its bytes begin in the file. */
  at: number
}

const kinds = ['entry', 'text', 'checkpoint'] as const
type FrameKind = (typeof kinds)[number]

export const FRAME_HEAD = 16
/** No text comes near: a length beyond it was never written. */
const LARGEST = 64 * 1024 * 1024
const READ = 1024 * 1024

/** The head that stands before the frame's bytes. */
export function headOf({ kind, seq, bytes }: Frame): Buffer {
  const head = Buffer.allocUnsafe(FRAME_HEAD)
  head.writeUInt32LE(kinds.indexOf(kind) + 1, 0)
  head.writeUInt32LE(seq, 4)
  head.writeUInt32LE(bytes.length, 8)
  head.writeUInt32LE(crc32(head.subarray(0, 12)), 12)
  return head
}

/**
 * The whole frames of a file from a place on; their bytes stand there until the next one is asked for. A last one that was cut off, as when the process was killed while it wrote,
 * is left out.
 *
 * @throws Error for a head that nobody has written
 */
export async function* framesFrom(file: FileHandle, start: number): AsyncGenerator<FoundFrame> {
  let position = start
  let window = Buffer.allocUnsafeSlow(READ)
  let filled = 0
  for (;;) {
    const { bytesRead } = await file.read(window, filled, window.length - filled, position + filled)
    if (bytesRead === 0) return
    filled += bytesRead
    let offset = 0
    let wanted = READ
    while (filled - offset >= FRAME_HEAD) {
      const { kind, seq, length } = parsed(window.subarray(offset, offset + FRAME_HEAD))
      const end = offset + FRAME_HEAD + length
      if (filled < end) {
        wanted = Math.max(READ, FRAME_HEAD + length)
        break
      }
      yield { kind, seq, bytes: window.subarray(offset + FRAME_HEAD, end), at: position + offset + FRAME_HEAD }
      offset = end
    }
    const rest = window.subarray(offset, filled)
    if (wanted > window.length) window = Buffer.concat([rest, Buffer.allocUnsafeSlow(wanted - rest.length)])
    else rest.copy(window)
    filled = rest.length
    position += offset
  }
}

function parsed(head: Buffer): { kind: FrameKind; seq: number; length: number } {
  const kind = kinds[head.readUInt32LE(0) - 1]
  const length = head.readUInt32LE(8)
  if (kind === undefined || length > LARGEST || head.readUInt32LE(12) !== crc32(head.subarray(0, 12)))
    throw new Error('a part of the file has no head that was written here')
  return { kind, seq: head.readUInt32LE(4), length }
}
