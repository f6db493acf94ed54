import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Logger } from 'pino'
import { sharedRuns } from '../sharedRuns.js'
import type { Websites } from './websites.js'

interface KeepOptions {
  websites: Pick<Websites, 'follow' | 'dump' | 'restore'>
  log: Logger
  /** Where an instance that only delivers keeps them, to have them while the database is away. */
  folder?: string
}

/** Between looks at what websites have told and registered elsewhere; in the process that they tell it is known at once. */
const LOOK = 2_000

/**
 * Keeps what is known of the websites current. Resolves when it is known for the first time, from the database or from
 * the file; where neither has it the service starts without, and links lead to its own pages until the database answers.
 */
export async function keepWebsites({ websites, log, folder }: KeepOptions): Promise<{ stop(): Promise<void> }> {
  const file = folder === undefined ? undefined : path.join(folder, 'websites.json')
  let kept = file === undefined ? '' : await readFile(file, 'utf8').catch(() => '')
  let isAway = false

  const look = async (): Promise<void> => {
    await websites.follow()
    isAway = false
    const dump = websites.dump()
    if (file === undefined || dump === kept) return
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    await writeFile(`${file}.new`, dump, { mode: 0o600 })
    await rename(`${file}.new`, file)
    kept = dump
  }
  const tryToLook = sharedRuns(() =>
    look().catch((error: unknown) => {
      if (!isAway) log.warn({ err: error }, 'the websites cannot be read, and will be tried again')
      isAway = true
    }),
  )
  let running = Promise.resolve()
  const isRestored = websites.restore(kept)
  const first = (running = tryToLook())
  if (!isRestored) await first
  const timer = setInterval(() => void (running = tryToLook()), LOOK).unref()
  return {
    stop: () => {
      clearInterval(timer)
      return running
    },
  }
}
