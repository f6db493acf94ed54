import path from 'node:path'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { getPayload, type Payload } from 'payload'
import { guardLocks } from '../access/locks.js'
import { diskPlace, fileStoreOn, gridPlace, type FileStore } from '../archive/write/fileStore.js'
import { createCheckpoints } from '../archive/write/checkpoints.js'
import { openLogKey } from '../archive/write/logKey.js'
import { logByPayload, type WriteLog } from '../archive/write/logTables.js'
import { createSequencer, type Sequencer } from '../archive/write/sequencer.js'
import { realTime, type Services } from '../archive/write/services.js'
import { sqliteLog } from '../archive/write/sqliteLog.js'
import type { Config } from '../config.js'
import { afterCommit, afterWriting } from '../database/transactions.js'
import { isMongo } from '../databaseUrl.js'
import { ServiceError } from '../errors.js'
import { editorialConfig } from '../payload.js'
import { authenticateOnce } from './authenticateOnce.js'
import { onlyOne } from './onlyOne.js'

/** The editors' side, running: Payload, and the sequencer that places what they publish. */
export interface Editorial {
  payload: Payload
  sequencer: Sequencer
  close(): Promise<void>
}

export interface EditorialOptions {
  config: Config
  /** The clock, ids and salts; a running service has none but the real ones. */
  time?: Pick<Services, 'now' | 'newId' | 'newSalt'>
  /** Told when new entries stand in the log. */
  onPlaced?: () => void | Promise<void>
  /** Told when a website was entered or changed. */
  onWebsites?: () => void
  /** Whether an act that could not take effect yet is told as such: a command goes on, and the service places what it left. */
  isServing?: boolean
  /** A name of its own for each instance of Payload in one process, as tests have. */
  key?: string
}

/** Starts Payload on the configured database and places what an earlier run left. */
export async function openEditorial({
  config,
  time = realTime,
  onPlaced = () => {},
  isServing = false,
  onWebsites = () => {},
  key,
}: EditorialOptions): Promise<Editorial> {
  const letGo = isMongo(config.databaseUrl) ? () => {} : onlyOne(config.dataDir)
  const services: Services = { ...time, files: notYet }
  let payload: Payload | undefined
  const close = async (): Promise<void> => {
    await payload?.destroy()
    letGo()
  }
  try {
    payload = await getPayload({ config: editorialConfig(config, services), ...(key ? { key } : {}) })
    services.files = fileStoreOf(payload, config)
    guardLocks(payload)
    authenticateOnce(payload)
    afterWriting(payload.db, (rows) => {
      if (rows.some((row) => row.startsWith('websites/'))) onWebsites()
    })
    const sequencer = await startSequencer({ payload, config, onPlaced, isServing })
    return {
      payload,
      sequencer,
      close: async () => {
        await sequencer.stop()
        await close()
      },
    }
  } catch (error) {
    // Whoever tries again finds nothing left of this attempt.
    await close()
    throw error
  }
}

interface Placing extends Required<Pick<EditorialOptions, 'config' | 'onPlaced' | 'isServing'>> {
  payload: Payload
}

async function startSequencer({ payload, config, onPlaced, isServing }: Placing): Promise<Sequencer> {
  const checkpoints = createCheckpoints(payload, openLogKey(config.logKeyFile, logName(config.publicUrl)))
  const sequencer = createSequencer({ payload, writeLog: writeLogOf(payload), checkpoints, onPlaced })
  // The record is safe by now, and when it cannot be placed at once the sweep does it. Whoever sealed a text must know
  // that it can still be read.
  afterCommit(payload.db, (records) =>
    sequencer.place(records).catch((error: unknown) => {
      payload.logger.error({ err: error, msg: 'placed by the next sweep' })
      if (isServing) throw notYetInEffect(error)
    }),
  )
  await sequencer.start()
  return sequencer
}

/** A log's name has no scheme: `lanskallan.example.se/log`. */
const logName = (publicUrl: string): string => `${new URL(publicUrl).host}/log`

const writeLogOf = (payload: Payload): WriteLog =>
  payload.db.name === 'mongoose' ? logByPayload(payload) : sqliteLog((payload.db as unknown as SQLiteAdapter).client)

function fileStoreOf(payload: Payload, config: Config): FileStore {
  if (payload.db.name !== 'mongoose') return fileStoreOn(diskPlace(path.join(config.dataDir, 'files')))
  const database = payload.db.connection.db
  if (!database)
    throw new ServiceError('ARCHIVE_UNAVAILABLE', { sv: 'Databasen svarar inte.', en: 'The database does not answer.' })
  return fileStoreOn(gridPlace(database as never))
}

const starting = (): Promise<never> =>
  Promise.reject(
    new ServiceError('ARCHIVE_UNAVAILABLE', { sv: 'Tjänsten startar. Försök igen.', en: 'Starting. Try again.' }),
  )

const notYet: FileStore = { put: starting, has: starting, remove: starting }

const notYetInEffect = (cause: unknown): ServiceError =>
  new ServiceError(
    'NOT_YET_IN_EFFECT',
    {
      sv: 'Det är sparat, men läsarna märker det inte ännu: databasen svarar inte som den ska. Gör inte om det. Det träder i kraft av sig självt så snart databasen svarar; kontakta förvaltningen om det brådskar.',
      en: 'It is saved, but readers do not notice yet: the database does not answer as it should. Do not do it again. It takes effect by itself as soon as the database answers; tell the operators if it is urgent.',
    },
    { cause },
  )
