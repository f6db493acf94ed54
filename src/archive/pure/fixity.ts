import type { Instant, RecordBody, Sha256 } from './model.js'

/** What a reading of a whole file found. */
export type FileResult = 'OK' | 'FILE_MISSING' | 'FILE_CHANGED'

export interface FileCheck {
  checkedAt: Instant
  result: FileResult
}

/** How the archive's files are, as far as they have been read. */
export interface FixityStatus {
  /** Files that records need, and how many of them have been read. */
  files: number
  checked: number
  damaged: readonly Sha256[]
  /** The oldest of the newest readings; null before the first. */
  oldestCheck: Instant | null
  /** When a round was last finished by this process. */
  lastRun: Instant | null
}

/** Which files must be there, by the records. */
export interface NeededFiles {
  /** In any order; more than once does no harm. */
  add(record: Pick<RecordBody, 'action' | 'document' | 'revision' | 'index'>): void
  files(): Sha256[]
  /** The documents that need the file; none where nobody does. */
  documents(sha256: Sha256): string[]
}

/** A file is needed while some record names it whose document has not been disposed of since. */
export function createNeededFiles(): NeededFiles {
  /** By file and document the newest revision that names it. */
  const named = new Map<Sha256, Map<string, number>>()
  const disposed = new Map<string, number>()
  const documents = (sha256: Sha256): string[] =>
    [...(named.get(sha256) ?? [])].flatMap(([id, revision]) => (revision > (disposed.get(id) ?? 0) ? [id] : []))
  return {
    add: ({ action, document: { id }, revision, index }) => {
      if (action === 'DISPOSE') disposed.set(id, Math.max(revision, disposed.get(id) ?? 0))
      for (const sha256 of index?.files ?? []) {
        const by = named.get(sha256) ?? new Map<string, number>()
        named.set(sha256, by.set(id, Math.max(revision, by.get(id) ?? 0)))
      }
    },
    files: () => [...named.keys()].filter((sha256) => documents(sha256).length > 0),
    documents,
  }
}

/** Milliseconds: within which every file is read, and between two rounds. */
export interface Pace {
  period: number
  round: number
}

/** Damaged files that one round looks at again: a lost disk must not keep it from the others. */
const DAMAGED_AT_ONCE = 100

/**
 * What a round has to read: all that was never read, what was damaged, and the oldest of those that were read half a
 * period ago or more. A round takes thrice its share of all files, so that even when all of them come due at once the
 * last is read before the period ends.
 */
export function dueFiles(
  files: readonly Sha256[],
  checks: ReadonlyMap<Sha256, FileCheck>,
  now: Instant,
  { period, round }: Pace,
): Sha256[] {
  const half = new Date(Date.parse(now) - period / 2).toISOString()
  const at = (sha256: Sha256): Instant => checks.get(sha256)?.checkedAt ?? ''
  const oldestFirst = (some: Sha256[]): Sha256[] => some.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0))
  const [never, damaged, aged]: [Sha256[], Sha256[], Sha256[]] = [[], [], []]
  for (const sha256 of files) {
    const check = checks.get(sha256)
    // What was read in the future was read by a clock that went wrong.
    if (!check || check.checkedAt > now) never.push(sha256)
    else if (check.result !== 'OK') damaged.push(sha256)
    else if (check.checkedAt <= half) aged.push(sha256)
  }
  const share = Math.ceil((3 * files.length * round) / period)
  return [...oldestFirst(damaged).slice(0, DAMAGED_AT_ONCE), ...never, ...oldestFirst(aged).slice(0, share)]
}

export function fixityStatus(
  files: readonly Sha256[],
  checks: ReadonlyMap<Sha256, FileCheck>,
  lastRun: Instant | null,
): FixityStatus {
  const damaged: Sha256[] = []
  let checked = 0
  let oldestCheck: Instant | null = null
  for (const sha256 of files) {
    const check = checks.get(sha256)
    if (!check) continue
    checked += 1
    if (check.result !== 'OK') damaged.push(sha256)
    if (oldestCheck === null || check.checkedAt < oldestCheck) oldestCheck = check.checkedAt
  }
  return { files: files.length, checked, damaged, oldestCheck, lastRun }
}
