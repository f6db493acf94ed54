import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync, writeSync } from 'node:fs'
import { randomUUID } from 'node:crypto'

/**
 * Writes `file` with mode 0600 unless it exists. Two processes that start at once agree on one content: the whole file
 * is linked into place, and the second link fails.
 */
export function writeOnce(file: string, content: () => string): void {
  if (existsSync(file)) return
  const draft = `${file}.${randomUUID()}`
  const descriptor = openSync(draft, 'wx', 0o600)
  try {
    writeSync(descriptor, content())
    fsyncSync(descriptor)
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    closeSync(descriptor)
    rmSync(draft, { force: true })
  }
}
