import type { Payload } from 'payload'
import { ServiceError } from '../../errors.js'
import { checkpointText, openCheckpoint } from '../pure/checkpoint.js'
import { LOG_DOCUMENT } from '../pure/log.js'
import { createPeaks, type Peaks } from '../pure/merkle.js'
import type { RecordBody } from '../pure/model.js'
import { signNote, type Signer } from '../pure/note.js'
import type { LogTables } from './logTables.js'
import { servicesOf } from './services.js'

/** Signs what stands in the log. */
export interface Checkpoints {
  /** Signs the log as it is now, unless that has been signed. Resolves when the checkpoint is kept. */
  sign(tables: LogTables): Promise<void>
  /** The next time it goes on from what the database has: what was kept last may be undone. */
  forget(): void
}

interface Row {
  size: number
  root: string
  peaks: string | null
  publicKey: string
  note: string
}

/** The size of the newest checkpoint, and the peaks from which the next one goes on. */
interface Signed {
  size: number
  peaks: Peaks
}

const PAGE = 1_000

/** Each checkpoint keeps its peaks, so that the next one needs only the leaves that came after it. */
export function createCheckpoints(payload: Payload, signer: Signer): Checkpoints {
  let last: Signed | undefined

  const sign = async (tables: LogTables): Promise<void> => {
    const from = last ?? (await lastSigned(payload, signer))
    // Forgotten until the next checkpoint is kept: a failure begins again from what the database has.
    last = undefined
    await appendLeaves(tables, from.peaks)
    if (from.peaks.size() !== from.size) await keep(tables, from.peaks)
    last = { size: from.peaks.size(), peaks: from.peaks }
  }
  const keep = async (tables: LogTables, at: Peaks): Promise<void> => {
    const checkpoint = { origin: signer.name, size: at.size(), root: at.root() }
    await tables.sign({
      size: checkpoint.size,
      signedAt: servicesOf(payload).now(),
      root: checkpoint.root.toString('hex'),
      peaks: at
        .hashes()
        .map((hash) => hash.toString('hex'))
        .join(' '),
      publicKey: signer.vkey,
      note: signNote(checkpointText(checkpoint), [signer]),
    })
  }
  return { sign, forget: () => (last = undefined) }
}

/** @throws ServiceError BAD_CONFIG where this key has not signed the newest checkpoint */
async function lastSigned(payload: Payload, signer: Signer): Promise<Signed> {
  const { docs } = await payload.db.find({
    collection: 'checkpoints',
    where: {},
    sort: ['-size'],
    limit: 1,
    pagination: false,
  })
  const newest = docs[0] as unknown as Row | undefined
  // An empty log is signed too, so that there is always a checkpoint.
  if (!newest) return { size: -1, peaks: createPeaks() }
  const isOwn = openCheckpoint(newest.note, signer.vkey) !== undefined
  const isFormer =
    openCheckpoint(newest.note, newest.publicKey) !== undefined && (await successor(payload)) === signer.vkey
  if (!isOwn && !isFormer) throw otherKey(newest.publicKey, signer.vkey)
  const hashes = (newest.peaks ?? '').split(' ').filter((hex) => hex !== '')
  const peaks = createPeaks({ size: newest.size, hashes: hashes.map((hex) => Buffer.from(hex, 'hex')) })
  if (peaks.root().toString('hex') !== newest.root) throw damaged(newest.size)
  return { size: newest.size, peaks }
}

/** The key that the newest KEY record names: the one before it has vouched for it. */
async function successor(payload: Payload): Promise<string | undefined> {
  const { docs } = await payload.db.find({
    collection: 'records',
    where: { document: { equals: LOG_DOCUMENT } },
    sort: ['-revision'],
    limit: 1,
    pagination: false,
  })
  const [row] = docs as unknown as { body: string }[]
  return row ? ((JSON.parse(row.body) as RecordBody).note ?? undefined) : undefined
}

async function appendLeaves(tables: LogTables, peaks: Peaks): Promise<void> {
  for (;;) {
    const rows = await tables.leavesFrom(peaks.size(), PAGE)
    for (const { seq, leaf } of rows) {
      if (seq !== peaks.size()) throw hole(peaks.size(), seq)
      peaks.append(Buffer.from(leaf, 'hex'))
    }
    if (rows.length < PAGE) return
  }
}

const otherKey = (signed: string, own: string): ServiceError =>
  new ServiceError('BAD_CONFIG', {
    sv: `Loggen är undertecknad med en annan nyckel (${signed}) än den här tjänstens (${own}). Återställ nyckelfilen, eller byt nyckel med: npx lanskallan rotate-key`,
    en: `The log is signed by another key (${signed}) than this service’s (${own}). Restore the key file, or change keys with: npx lanskallan rotate-key`,
  })
const damaged = (size: number): ServiceError =>
  new ServiceError('ARCHIVE_DAMAGED', {
    sv: `Kontrollpunkten vid ${size} är skadad. Kör: npx lanskallan verify`,
    en: `The checkpoint at ${size} is damaged. Run: npx lanskallan verify`,
  })
const hole = (expected: number, found: number): ServiceError =>
  new ServiceError('ARCHIVE_DAMAGED', {
    sv: `Loggen har ett hål: nummer ${expected} saknas, nummer ${found} kom. Kör: npx lanskallan verify`,
    en: `The log has a hole: number ${expected} is missing, ${found} came. Run: npx lanskallan verify`,
  })
