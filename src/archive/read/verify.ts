import { lift } from '../formats/index.js'
import { createAudit, type Audit, type Audited } from '../pure/audit.js'
import type { Checkpoint } from '../pure/checkpoint.js'
import { finding, type Finding } from '../pure/finding.js'
import type { FileRef } from '../pure/model.js'
import type { AuditReader } from './auditRows.js'
import { checkFile } from './checkFiles.js'
import type { CheckpointRow, FileReader } from './reader.js'

export interface VerifyParts {
  audit: AuditReader
  files: FileReader
  /**
   * Reads every snapshot as a snapshot, every file that one names, and every checkpoint; otherwise only each key's newest
   * checkpoint, which covers all that came before it.
   */
  deep?: boolean
  /** A checkpoint that was kept elsewhere. */
  trusted?: Checkpoint | null
  progress?: (done: number, total: number) => void
}

export interface Verdict {
  /** The first thing that is wrong; null where all is well. */
  finding: Finding | null
  /** Entries, snapshots and files that were looked at. */
  entries: number
  snapshots: number
  files: number
  /** Base64. */
  root: string
  /** Records that wait for their place: a running service gives it within seconds. */
  unplaced: number
  /** Entries that no checkpoint covers yet. */
  unsigned: number
}

const PAGE = 500

/** Recomputes everything from the rows as they lie in the database, and stops at the first thing that is wrong. */
export async function verifyArchive({
  audit: reader,
  files,
  deep = false,
  trusted = null,
  progress = () => {},
}: VerifyParts): Promise<Verdict> {
  const audit = createAudit(trusted, deep)
  const counts = await reader.counts()
  const checked = new Set<string>()
  const checkpoints = deep ? everyCheckpoint(reader) : newestCheckpoints(reader)
  let signed = 0

  const run = async (): Promise<Finding | undefined> => {
    const next = async (): Promise<CheckpointRow | undefined> => (await checkpoints.next()).value
    let checkpoint = await next()
    const takeCheckpoint = async (): Promise<Finding | undefined> => {
      while (checkpoint?.size === audit.size()) {
        const wrong = audit.checkpoint(checkpoint)
        if (wrong) return wrong
        signed = checkpoint.size
        checkpoint = await next()
      }
      return undefined
    }
    const emptyLog = await takeCheckpoint()
    if (emptyLog) return emptyLog
    for (;;) {
      // Asked until there is nothing more, after the checkpoint was read: a running service may write meanwhile.
      const rows = await reader.rowsAfter(audit.size() - 1, PAGE)
      if (rows.length === 0) break
      for (const row of rows) {
        const wrong =
          audit.row(row) ?? (await takeCheckpoint()) ?? (deep ? await deepLook(row, files, checked) : undefined)
        if (wrong) return wrong
      }
      progress(audit.size(), Math.max(counts.log, audit.size()))
    }
    return checkpoint ? finding('LOG_CUT', audit.size(), String(checkpoint.size)) : (audit.end() ?? extra(audit))
  }
  const extra = (at: Audit): Finding | undefined => {
    const unplaced = counts.records - counts.log
    const isWhole = counts.statements === counts.records && counts.snapshots <= at.snapshots() + unplaced
    return isWhole ? undefined : finding('ROWS_EXTRA', null, null)
  }
  const wrong = await run()
  return {
    finding: wrong ?? null,
    entries: audit.size(),
    snapshots: audit.snapshots(),
    files: checked.size,
    root: audit.root().toString('base64'),
    unplaced: Math.max(0, counts.records - counts.log),
    unsigned: audit.size() - signed,
  }
}

async function* everyCheckpoint(reader: AuditReader): AsyncGenerator<CheckpointRow, undefined> {
  for (let last = -1; ;) {
    const page = await reader.checkpointsAfter(last, PAGE)
    if (page.length === 0) return
    yield* page
    last = page.at(-1)!.size
  }
}

async function* newestCheckpoints(reader: AuditReader): AsyncGenerator<CheckpointRow, undefined> {
  yield* await reader.newestCheckpoints()
}

async function deepLook(row: Audited, files: FileReader, checked: Set<string>): Promise<Finding | undefined> {
  if (row.snapshot === null) return undefined
  const snapshot = row.snapshot.toString()
  try {
    lift(snapshot)
  } catch {
    return finding('SNAPSHOT_UNREADABLE', row.seq, row.record)
  }
  for (const file of filesIn(JSON.parse(snapshot))) {
    if (checked.has(file.sha256)) continue
    const { result } = await checkFile(files, file)
    if (result !== 'OK') return finding(result, row.seq, `${file.sha256} (${file.name})`)
    checked.add(file.sha256)
  }
  return undefined
}

/** Every file that a snapshot of any format names, wherever in it. */
function filesIn(value: unknown): FileRef[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(filesIn)
  return 'sha256' in value && 'sha512' in value ? [value as FileRef, ...inside] : inside
}
