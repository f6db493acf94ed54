import type { Payload } from 'payload'
import { isDuplicate } from '../../database/conflicts.js'
import type { Entered } from '../../database/transactions.js'
import { commitmentOf, leafHash, nextPlace } from '../pure/log.js'
import type { Instant, RecordBody } from '../pure/model.js'
import type { Checkpoints } from './checkpoints.js'
import type { LogTables, Place, WriteLog } from './logTables.js'
import { servicesOf } from './services.js'
import { recordBodies, unplacedRecords } from './unplaced.js'

export interface Sequencer {
  /** Places these records, which are committed. Resolves when they can be read in the log, signed or not. */
  place(records: readonly Pick<Entered, 'id' | 'body'>[]): Promise<void>
  /** Whether what is committed could not be placed: it is tried again, and readers do not see it yet. */
  isBehind(): boolean
  /** Places and signs what a crash left, now and at intervals. Rejects where the log cannot be signed with this key. */
  start(): Promise<void>
  stop(): Promise<void>
}

export interface SequencerOptions {
  payload: Payload
  writeLog: WriteLog
  checkpoints: Checkpoints
  /** Told after each batch that new entries can be read. */
  onPlaced: () => void | Promise<void>
  /** Between looks for what was left, while all is well. */
  sweepMilliseconds?: number
  /** Between attempts, while something could not be placed. */
  retryMilliseconds?: number
}

/** Records that are placed at once: an entry is read by others when all of them stand. */
const MOST = 100

/**
 * The log's only writer. It gives each committed record its number and its instant, and signs the log after each batch; a
 * record without an entry is not yet public. The unique indexes on number and record make a second sequencer harmless: it fails and looks again.
 */
export function createSequencer({
  payload,
  writeLog,
  checkpoints,
  onPlaced,
  sweepMilliseconds = 10_000,
  retryMilliseconds = 1_000,
}: SequencerOptions): Sequencer {
  /** Texts of records by their ids; null where it has to be read. */
  const waiting = new Map<string, string | null>()
  let last: Place | null | undefined
  let running: Promise<unknown> | undefined
  let isBehind = false
  let isTold = false
  let isStarted = false
  let timer: NodeJS.Timeout | undefined

  /** @returns why what was placed could not be signed: the next signature covers it */
  const placeBatch = async (): Promise<unknown> => {
    const asked = [...waiting].slice(0, MOST)
    const unread = asked.flatMap(([id, body]) => (body === null ? [id] : []))
    const read = unread.length === 0 ? [] : await recordBodies(payload, unread)
    const batch = inOrder([...read, ...asked.flatMap(([, body]) => body ?? [])])
    let unsigned: unknown
    await writeLog(async (tables) => {
      last ??= await tables.last()
      for (const { record, body } of batch) {
        if (await tables.isUnplaced(record.id))
          last = await enter(tables, record, body, last, servicesOf(payload).now())
      }
      // What is placed is public, signed or not: a seal does not wait for a signature that fails.
      await checkpoints.sign(tables).catch((error: unknown) => (unsigned = error))
    })
    for (const [id] of asked) waiting.delete(id)
    await onPlaced()
    if (unsigned !== undefined) startOver()
    return unsigned
  }
  /** Somebody else may have written the log: look again before the next number is given. */
  const startOver = (): void => {
    last = undefined
    checkpoints.forget()
  }
  const placeAll = async (): Promise<unknown> => {
    let unsigned: unknown
    do unsigned = await placeBatch()
    while (waiting.size > 0)
    return unsigned
  }
  const run = async (): Promise<unknown> => {
    try {
      const unsigned = await placeAll().catch((error: unknown) => {
        // Somebody else, as a command beside the service, has given the number to another record.
        if (!isDuplicate(error, 'log')) throw error
        startOver()
        return placeAll()
      })
      isBehind = isTold = false
      return unsigned
    } catch (error) {
      isBehind = true
      startOver()
      again()
      throw error
    } finally {
      running = undefined
    }
  }
  const place: Sequencer['place'] = async (records) => {
    for (const { id, body } of records) waiting.set(id, body)
    while (running) await running.catch(() => {})
    // What another call has placed for this one must have reached the readers, too.
    if (waiting.size === 0 && !isBehind) return
    const unsigned = await (running = run())
    if (unsigned !== undefined) payload.logger.error({ err: unsigned, msg: 'signed with what comes next' })
  }
  /** Signs as well, though there be nothing to place: the last signature may have failed. */
  const sweep = async (): Promise<void> => {
    const unplaced = await unplacedRecords(payload).catch((error: unknown) => {
      isBehind = true
      throw error
    })
    for (const id of unplaced) if (!waiting.has(id)) waiting.set(id, null)
    while (running) await running.catch(() => {})
    const unsigned = await (running = run())
    if (unsigned !== undefined) throw unsigned
  }
  /** Sooner than it was planned, where something could not be placed. */
  const again = (): void => {
    clearTimeout(timer)
    if (!isStarted) return
    timer = setTimeout(
      () =>
        void sweep()
          .catch((error: unknown) => {
            if (!isTold) payload.logger.error({ err: error, msg: 'the sequencer tries again until it can place' })
            isTold = true
          })
          .finally(again),
      isBehind ? retryMilliseconds : sweepMilliseconds,
    ).unref()
  }

  return {
    place,
    isBehind: () => isBehind,
    start: async () => {
      await sweep()
      isStarted = true
      again()
    },
    stop: async () => {
      isStarted = false
      clearTimeout(timer)
      await running?.catch(() => {})
    },
  }
}

interface Unplaced {
  record: RecordBody
  body: string
}

/** In the order in which they were recorded. */
const inOrder = (bodies: readonly string[]): Unplaced[] =>
  bodies
    .map((body) => ({ body, record: JSON.parse(body) as RecordBody }))
    .sort((one, other) => (whenRecorded(one) < whenRecorded(other) ? -1 : 1))

const whenRecorded = ({ record }: Unplaced): string => `${record.recordedAt} ${record.id}`

async function enter(
  tables: LogTables,
  record: RecordBody,
  body: string,
  last: Place | null,
  now: Instant,
): Promise<Place> {
  const place = nextPlace({ now, last, plannedFor: record.plannedFor })
  const leaf = leafHash({ seq: place.seq, placedAt: place.placedAt, commitment: commitmentOf(body) })
  await tables.enter({ record: record.id, leaf, ...place })
  return place
}
