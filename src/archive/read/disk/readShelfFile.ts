import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { sha256 } from '../../pure/digest.js'
import type { Entry } from '../../pure/model.js'
import { entriesOf, type CheckpointRow } from '../reader.js'
import { createRoom } from '../texts.js'
import { framesFrom, type FoundFrame } from './frames.js'
import { FORM, shelfFileOn, START, type Kept, type Place, type ShelfFile } from './shelfFile.js'

const INSTANT = 24
const LEAF = 64

/**
 * Reads what was kept, and holds each entry against its leaf and each text against its digest.
 *
 * @returns undefined where there is no file
 * @throws Error for a file of another form, and where something in it is not what was written
 */
export async function readShelfFile(path: string): Promise<{ file: ShelfFile; kept: Kept } | undefined> {
  const handle = await open(path, constants.O_RDWR).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!handle) return undefined
  try {
    return await readFrom(handle)
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function readFrom(handle: FileHandle): Promise<{ file: ShelfFile; kept: Kept }> {
  const lookedAt = await readStart(handle)
  const entries: Entry[] = []
  const found: FoundFrame[] = []
  const room = createRoom()
  const copied = (bytes: Buffer): Buffer => {
    const copy = room(bytes.length)
    bytes.copy(copy)
    return copy
  }
  let checkpoint: CheckpointRow | undefined
  let wasted = 0
  let end = START
  for await (const frame of framesFrom(handle, START)) {
    end = frame.at + frame.bytes.length
    if (frame.kind === 'text') found.push({ ...frame, bytes: copied(frame.bytes) })
    else if (frame.kind === 'entry') entries.push(entryOf(frame, entries.length))
    else {
      checkpoint = JSON.parse(frame.bytes.toString()) as CheckpointRow
      wasted += frame.bytes.length
    }
  }
  const isCut = (await handle.stat()).size > end
  // What stood behind the cut may have been entered before the last look; it is written again.
  const followedAt = isCut ? newestOf(entries) : lookedAt
  if (isCut) await handle.write(followedAt, FORM.length)
  await handle.truncate(end)
  const texts = new Map<string, Buffer>()
  const places = new Map<string, Place>()
  for (const { seq, bytes, at } of found) {
    const record = entries[seq]?.record
    // Its entry was cut off, or came again with the text.
    const isLeftOver = record === undefined || places.has(record.id)
    if (isLeftOver && bytes[0] !== 0) await handle.write(Buffer.alloc(bytes.length), 0, bytes.length, at)
    if (isLeftOver || bytes[0] === 0) {
      wasted += bytes.length
      continue
    }
    if (sha256(bytes) !== record.snapshot) throw new Error(`the text of number ${seq} is not that of its digest`)
    texts.set(record.id, bytes)
    places.set(record.id, { at, length: bytes.length })
  }
  return { file: shelfFileOn(handle, { end, places, wasted }), kept: { entries, texts, checkpoint, followedAt } }
}

/** @throws Error where the file was cut off before its first entry: nothing is known then */
function newestOf(entries: readonly Entry[]): string {
  const newest = entries.at(-1)
  if (!newest) throw new Error('the file was cut off')
  return newest.placedAt
}

/** @returns the instant of the last look */
async function readStart(handle: FileHandle): Promise<string> {
  const start = Buffer.alloc(START)
  await handle.read(start, 0, START, 0)
  const followedAt = start.toString('latin1', FORM.length, FORM.length + INSTANT)
  if (start.toString('latin1', 0, FORM.length) !== FORM || Number.isNaN(Date.parse(followedAt)))
    throw new Error('the file has another form')
  return followedAt
}

/** @throws Error where it is not the next one, or not genuine */
function entryOf({ seq, bytes }: FoundFrame, expected: number): Entry {
  if (seq !== expected) throw new Error(`number ${expected} is missing`)
  // Each part is read by itself: a part of a longer string would keep the whole of it in memory.
  const part = (start: number, end?: number): string => bytes.toString('utf8', start, end)
  const [leafAt, bodyAt] = [2 * INSTANT, 2 * INSTANT + LEAF]
  const [entry] = entriesOf([
    {
      seq,
      placedAt: part(0, INSTANT),
      publicFrom: part(INSTANT, leafAt),
      leaf: part(leafAt, bodyAt),
      body: part(bodyAt),
    },
  ])
  return entry!
}
