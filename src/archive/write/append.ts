import type { PayloadRequest } from 'payload'
import { conflict, isConflict, isDuplicate } from '../../database/conflicts.js'
import { enterInTransaction } from '../../database/transactions.js'
import { canonicalBytes } from '../pure/canonical.js'
import { sha256 } from '../pure/digest.js'
import type { Content, Instant, RecordAction, RecordBody, RecordIndex, StatementBody } from '../pure/model.js'
import { servicesOf } from './services.js'

export interface Publication {
  /** Without its salt, which is added here. */
  content: Content
  index: RecordIndex
  /** Null for at once. */
  plannedFor: Instant | null
}

/** An act on one document, as the workflow decided it. */
export interface Act {
  action: RecordAction
  document: RecordBody['document']
  revision: number
  /** Of a PUBLISH alone. */
  publication?: Publication
  note?: string | null
  withdrawal?: RecordBody['withdrawal']
  cancels?: string
  statement: Pick<StatementBody, 'who' | 'role' | 'reason' | 'via'>
}

/**
 * Writes record, snapshot and statement in the transaction of `req`: none exists without the others, nor without the
 * change that they record. The log is the sequencer's.
 *
 * @throws ServiceError CONFLICT when somebody else has just published the document.
 */
export async function append(req: PayloadRequest, act: Act): Promise<RecordBody> {
  const { now, newId, newSalt } = servicesOf(req.payload)
  const id = newId()
  const { publication, note = null, withdrawal = null, cancels = null } = act
  const snapshot = publication ? canonicalBytes({ ...publication.content, salt: newSalt() }) : null
  const statement = canonicalBytes({ format: 1, record: id, salt: newSalt(), ...act.statement } satisfies StatementBody)
  const record: RecordBody = {
    format: 1,
    id,
    salt: newSalt(),
    document: act.document,
    revision: act.revision,
    action: act.action,
    recordedAt: now(),
    plannedFor: publication?.plannedFor ?? null,
    cancels,
    snapshot: snapshot === null ? null : sha256(snapshot),
    statement: sha256(statement),
    note,
    withdrawal,
    index: publication?.index ?? null,
  }
  const body = canonicalBytes(record)
  await enterInTransaction(req, { id, document: record.document.id, body })
  await insert(req, 'records', {
    id,
    document: record.document.id,
    kind: record.document.kind,
    owner: record.document.owner,
    slug: publication?.content.slug ?? null,
    revision: record.revision,
    action: record.action,
    recordedAt: record.recordedAt,
    body,
  })
  if (snapshot !== null) await insert(req, 'snapshots', { id, format: 2, bytes: snapshot })
  await insert(req, 'statements', { id, body: statement })
  return record
}

/** Past Payload's operations, whose hooks refuse every write to the archive. */
async function insert(
  req: PayloadRequest,
  collection: 'records' | 'snapshots' | 'statements',
  data: Record<string, unknown>,
): Promise<void> {
  try {
    await req.payload.db.create({ collection, data, req, returning: false })
  } catch (error) {
    throw isConflict(error) || isDuplicateRevision(error) ? conflict(error) : error
  }
}

/** Two publications of one document that overlapped meet in the unique index of (document, revision). */
const isDuplicateRevision = (error: unknown): boolean =>
  isDuplicate(error, 'records') || ((error as Error).message ?? '').includes('IMMUTABLE: records')
