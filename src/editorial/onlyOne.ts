import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ServiceError } from '../errors.js'

/**
 * SQLite has one writer, and its queue is a process's own: a second process on the same data is refused. What a process
 * that was killed has left is taken over.
 *
 * @returns lets go of the data
 * @throws ServiceError DATABASE_BUSY
 */
export function onlyOne(dataDir: string): () => void {
  const file = path.join(dataDir, 'service.pid')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = holderOf(file)
      if (holder === process.pid) break
      if (attempt === 1 || isAlive(holder)) throw busy(dataDir, holder)
      removeLeftOver(file, holder)
    }
  }
  return () => {
    if (holderOf(file) === process.pid) rmSync(file, { force: true })
  }
}

/** Two processes that start at once may both find what a third has left: only what was found is removed. */
function removeLeftOver(file: string, holder: number): void {
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
    if (holderOf(aside) !== holder) linkSync(aside, file)
  } catch (error) {
    // Somebody else was faster: the next attempt finds who.
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function holderOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const busy = (dataDir: string, holder: number): ServiceError =>
  new ServiceError('DATABASE_BUSY', {
    sv: `Länskällan körs redan på ${dataDir} (process ${holder}). Stoppa den först: SQLite har plats för en åt gången.`,
    en: `Länskällan is running on ${dataDir} already (process ${holder}). Stop it first: SQLite has room for one at a time.`,
  })
