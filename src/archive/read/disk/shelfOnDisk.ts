import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { CheckpointRow } from '../reader.js'
import { lockFile } from './lockFile.js'
import { readShelfFile } from './readShelfFile.js'
import { createShelfFile, type Kept, type ShelfFile } from './shelfFile.js'

/** The shelf on disk: what a process that starts while the database is away has to serve. */
export interface ShelfOnDisk {
  /** What was kept. Undefined where nothing was; what is damaged or of another form is thrown away. */
  load(): Promise<Kept | undefined>
  /**
   * Brings the file to where the memory is, in its own time. Calls while it writes share one more writing after it; a fault is told, the
   * file thrown away, and the next call writes it whole.
   */
  keep(held: HeldFrom): void
  /** Texts that must not stand in the file any longer. */
  forget(records: readonly string[]): void
  /** For a log that is not the one that was kept. */
  throwAway(): Promise<void>
  /** Waits for what is being written. */
  close(): Promise<void>
}

/** What is in memory from entry number `from` on. */
export type HeldFrom = (from: number) => Kept

interface DiskOptions {
  /** A folder of this process alone. */
  folder: string
  onFault: (error: unknown) => void
}

/** Below this a file is never written anew for the room that it wastes. */
const SMALL = 1024 * 1024

/** @throws ServiceError DATABASE_BUSY where another process has the folder */
export async function openShelfOnDisk({ folder, onFault }: DiskOptions): Promise<ShelfOnDisk> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const letGo = lockFile(path.join(folder, 'lock'))
  const place = path.join(folder, 'shelf')
  let file: ShelfFile | undefined
  let written = 0
  let signed: CheckpointRow | undefined
  let gone: string[] = []
  let running: Promise<void> | undefined
  let isAskedAgain = false

  const throwAway = async (): Promise<void> => {
    await running
    await discard()
  }
  const discard = async (): Promise<void> => {
    await file?.close().catch(onFault)
    file = undefined
    written = 0
    for (const name of [place, `${place}.new`]) await rm(name, { force: true }).catch(onFault)
  }
  const write = async (held: HeldFrom): Promise<void> => {
    // Taken together, before anything is awaited: what is forgotten meanwhile is forgotten by the next writing.
    const isWhole = file !== undefined && !isWasteful(file)
    const change = held(isWhole ? written : 0)
    const forgotten = gone
    gone = []
    if (!file || !isWhole) {
      const old = file
      file = await createShelfFile(place, change)
      await old?.close()
      written = change.entries.length
      signed = change.checkpoint
      return
    }
    // First the entry that replaces or seals it: whoever reads the file after a cut knows then what has to go.
    await file.append(change.checkpoint === signed ? { ...change, checkpoint: undefined } : change)
    await file.wipe(forgotten)
    written += change.entries.length
    signed = change.checkpoint
  }
  const run = async (held: HeldFrom): Promise<void> => {
    try {
      do {
        isAskedAgain = false
        await write(held)
      } while (isAskedAgain)
    } catch (error) {
      onFault(error)
      await discard()
    } finally {
      running = undefined
    }
  }
  return {
    load: async () => {
      await rm(`${place}.new`, { force: true })
      try {
        const read = await readShelfFile(place)
        file = read?.file
        written = read?.kept.entries.length ?? 0
        return read?.kept
      } catch (error) {
        onFault(error)
        await discard()
        return undefined
      }
    },
    keep: (held) => {
      if (running) isAskedAgain = true
      else running = run(held)
    },
    forget: (records) => void gone.push(...records),
    throwAway,
    close: async () => {
      await running
      await file?.close()
      letGo()
    },
  }
}

const isWasteful = (file: ShelfFile): boolean => {
  const { all, wasted } = file.size()
  return wasted > SMALL && wasted > all / 2
}
