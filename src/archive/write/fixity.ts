import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import {
  createNeededFiles,
  dueFiles,
  fixityStatus,
  type FileCheck,
  type FileResult,
  type FixityStatus,
  type Pace,
} from '../pure/fixity.js'
import type { Instant, Sha256 } from '../pure/model.js'
import { followRecords, forgetCheck, keepCheck, keptCheck, keptChecks } from './fixityRows.js'

/** The rolling check: reads every file of the archive again and again, and remembers what it found. */
export interface Fixity {
  /** Reads what is due now. Calls that overlap share a run. */
  round(): Promise<void>
  status(): FixityStatus
  /** A round now and at intervals; nobody waits for it. */
  start(): void
  /** Resolves when the file that is being read has been read. */
  stop(): Promise<void>
}

export interface FixityOptions {
  payload: Payload
  /** Reads a whole file; throws what says nothing of the file itself. */
  check: (sha256: Sha256) => Promise<{ result: FileResult; bytes: number }>
  now: () => Instant
  log: Record<'error' | 'warn' | 'info', (about: object, words: string) => void>
  pace?: Pace
  /** How much is read on an average, so that readers of the service do not notice. */
  bytesPerSecond?: number
  /** Waits, until it is told to stop. */
  rest?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>
}

const DAY = 86_400_000
const ADVICE = 'a file of the archive is damaged: restore it from a backup, or upload the same file again in the admin'
const LATER = 'the check of the files will be tried again'

/** Several instances may do this beside each other: each looks, before it reads a file, whether another has just done so. */
export function createFixity({
  payload,
  check,
  now,
  log,
  pace = { period: 30 * DAY, round: 600_000 },
  bytesPerSecond = 20_000_000,
  rest = (milliseconds, signal) => sleep(milliseconds, undefined, { signal, ref: false }),
}: FixityOptions): Fixity {
  const needed = createNeededFiles()
  const checks = new Map<Sha256, FileCheck>()
  const told = new Set<Sha256>()
  const stopping = new AbortController()
  let seq = -1
  let lastRun: Instant | null = null
  let status = fixityStatus([], checks, lastRun)
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  /** What others have checked comes first: nothing of it is then unknown to the log. */
  const readWhatIsKnown = async (): Promise<void> => {
    for (const [sha256, kept] of await keptChecks(payload, aDayBefore(newestOf(checks)))) checks.set(sha256, kept)
    seq = await followRecords(payload, seq, needed.add)
    for (const sha256 of checks.keys())
      if (needed.documents(sha256).length === 0) {
        await forgetCheck(payload, sha256)
        checks.delete(sha256)
      }
  }
  const look = async (sha256: Sha256): Promise<void> => {
    const kept = await keptCheck(payload, sha256)
    if (kept && kept.checkedAt <= now() && kept.checkedAt !== checks.get(sha256)?.checkedAt) {
      checks.set(sha256, kept)
      return
    }
    const read = await check(sha256).catch((error: unknown) => log.warn({ err: error, sha256 }, LATER))
    if (!read) return
    const found = { checkedAt: now(), result: read.result }
    await keepCheck(payload, sha256, found, kept !== undefined)
    checks.set(sha256, found)
    tell(sha256, read.result)
    await rest((read.bytes / bytesPerSecond) * 1_000, stopping.signal).catch(() => {})
  }
  /** Once for each damage and run of the service; the status goes on saying it. */
  const tell = (sha256: Sha256, result: FileResult): void => {
    if (result === 'OK' && told.delete(sha256)) log.info({ sha256 }, 'a file of the archive is whole again')
    if (result === 'OK' || told.has(sha256)) return
    told.add(sha256)
    log.error({ sha256, result, documents: needed.documents(sha256) }, ADVICE)
    // All of it at the end of the round; that there is some, at once.
    if (status.damaged.length === 0) takeStock()
  }
  const takeStock = (): void => void (status = fixityStatus(needed.files(), checks, lastRun))
  const run = async (): Promise<void> => {
    try {
      await readWhatIsKnown()
      takeStock()
      for (const sha256 of dueFiles(needed.files(), checks, now(), pace)) {
        if (stopping.signal.aborted) return
        await look(sha256)
      }
      lastRun = now()
    } finally {
      takeStock()
      running = undefined
    }
  }
  const round = (): Promise<void> => (running ??= run())
  const roundByItself = (): void =>
    void round().catch((error: unknown) => {
      if (!stopping.signal.aborted) log.warn({ err: error }, LATER)
    })

  return {
    round,
    status: () => status,
    start: () => {
      if (stopping.signal.aborted) return
      roundByItself()
      timer = setInterval(roundByItself, pace.round).unref()
    },
    stop: async () => {
      clearInterval(timer)
      stopping.abort()
      await running?.catch(() => {})
    },
  }
}

function newestOf(checks: ReadonlyMap<Sha256, FileCheck>): Instant | undefined {
  let newest: Instant | undefined
  for (const { checkedAt } of checks.values()) if (newest === undefined || checkedAt > newest) newest = checkedAt
  return newest
}

/** The clocks of other instances may be behind. */
const aDayBefore = (instant: Instant | undefined): Instant =>
  instant === undefined ? '' : new Date(Date.parse(instant) - DAY).toISOString()
