import { open, rename, type FileHandle } from 'node:fs/promises'
import { commitmentOf } from '../../pure/log.js'
import type { Entry, Instant } from '../../pure/model.js'
import type { CheckpointRow } from '../reader.js'
import { FRAME_HEAD, headOf, type Frame } from './frames.js'

/** What is kept of a log: all that was entered, and the texts that may be public now. */
export interface Kept {
  entries: readonly Entry[]
  /** By record. */
  texts: ReadonlyMap<string, Buffer>
  checkpoint: CheckpointRow | undefined
  /** Everything that was placed before it is in here. */
  followedAt: Instant
}

/** One file, open. Frames are added at its end; a text that must go is written over where it stands. */
export interface ShelfFile {
  append(change: Kept): Promise<void>
  /** Writes zeros over the texts of these records, and over nothing else. */
  wipe(records: readonly string[]): Promise<void>
  /** Bytes in all, and those of no use any more. */
  size(): { all: number; wasted: number }
  close(): Promise<void>
}

export interface Place {
  at: number
  length: number
}

/** What is known of an open file: where it ends, and where each text stands. */
export interface Layout {
  end: number
  places: Map<string, Place>
  wasted: number
}

/** Changed with any change of the form: a file of another form is thrown away, and read anew from the database. */
export const FORM = 'lanskallan shelf 1\n'
/** The form and the instant of the last look stand before the frames. */
export const START = FORM.length + '2026-01-01T00:00:00.000Z\n'.length
const PIECE = 1024 * 1024

/** Makes the file whole beside its name, then gives it the name: nobody ever finds half of it. */
export async function createShelfFile(path: string, kept: Kept): Promise<ShelfFile> {
  const handle = await open(`${path}.new`, 'w+', 0o600)
  try {
    await handle.write(FORM, 0)
    const file = shelfFileOn(handle, { end: START, places: new Map(), wasted: 0 })
    await file.append(kept)
    await rename(`${path}.new`, path)
    return file
  } catch (error) {
    await handle.close()
    throw error
  }
}

export function shelfFileOn(handle: FileHandle, layout: Layout): ShelfFile {
  const { places } = layout
  const write = async (frames: Iterable<Frame>): Promise<void> => {
    let parts: Buffer[] = []
    let at = layout.end
    let size = 0
    const flush = async (): Promise<void> => {
      if (size > 0) await handle.writev(parts, at - size)
      parts = []
      size = 0
    }
    for (const frame of frames) {
      parts.push(headOf(frame), frame.bytes)
      if (frame.record !== undefined) places.set(frame.record, { at: at + FRAME_HEAD, length: frame.bytes.length })
      at += FRAME_HEAD + frame.bytes.length
      size += FRAME_HEAD + frame.bytes.length
      if (size > PIECE) await flush()
    }
    await flush()
    layout.end = at
  }
  return {
    append: async (change) => {
      await write(framesOf(change))
      await handle.write(`${change.followedAt}\n`, FORM.length)
      await handle.datasync()
      // The checkpoint before this one is of no use any more.
      if (change.checkpoint) layout.wasted += change.checkpoint.note.length
    },
    wipe: async (records) => {
      for (const record of records) {
        const place = places.get(record)
        if (!place) continue
        await handle.write(Buffer.alloc(place.length), 0, place.length, place.at)
        places.delete(record)
        layout.wasted += place.length
      }
      await handle.datasync()
    },
    size: () => ({ all: layout.end, wasted: layout.wasted }),
    close: () => handle.close(),
  }
}

/** Texts before the entries that name them: where an entry was written, so was its text. */
function* framesOf({ entries, texts, checkpoint }: Kept): Generator<Frame> {
  for (const { seq, record } of entries) {
    const bytes = texts.get(record.id)
    if (bytes) yield { kind: 'text', seq, bytes, record: record.id }
  }
  for (const entry of entries) yield { kind: 'entry', seq: entry.seq, bytes: bytesOf(entry) }
  if (checkpoint) yield { kind: 'checkpoint', seq: checkpoint.size, bytes: Buffer.from(JSON.stringify(checkpoint)) }
}

/** Two instants, the leaf, and the record's exact text. @throws Error where that is not what the log committed to */
function bytesOf({ placedAt, publicFrom, leaf, commitment, record }: Entry): Buffer {
  // It was read from its canonical form: written again as it stands, it is that very text.
  const body = JSON.stringify(record)
  if (commitmentOf(body) !== commitment) throw new Error(`record ${record.id} is not in its canonical form`)
  return Buffer.from(`${placedAt}${publicFrom}${leaf}${body}`)
}
