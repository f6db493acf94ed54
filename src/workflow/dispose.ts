import type { PayloadRequest } from 'payload'
import type { RecordBody } from '../archive/pure/model.js'
import { append } from '../archive/write/append.js'
import { removeDisposed } from '../archive/write/removeDisposed.js'
import { headOf } from '../archive/write/head.js'
import { holdOn } from '../archive/write/holds.js'
import { inTransaction } from '../database/inTransaction.js'
import { ServiceError } from '../errors.js'
import { collectionOf } from '../vocabulary.js'
import { statementOf } from './statement.js'
import { storedRow } from './storedRow.js'
import { withoutRecord } from './takeDown.js'

export interface Disposal {
  /** What gives the right to it, as `RA-MS 2024:12` or a decision with its diary number. Public. */
  authority: string
  /** For archivists only. */
  reason: string | null
}

/**
 * *Gallra*: the content goes, from the archive and from the editors' side; records, digests and log stay, and
 * everything still verifies.
 *
 * @returns the record, and the files that nothing names any more
 * @throws ServiceError NOT_FOUND, BAD_INPUT without an authority, CONFLICT under a hold, or WITHDRAW_FIRST
 */
export function dispose(
  req: PayloadRequest,
  document: string,
  { authority, reason }: Disposal,
): Promise<{ record: RecordBody; files: string[] }> {
  return inTransaction(req, async () => {
    const named = authority.trim()
    if (named.length < 3) throw noAuthority()
    const head = await headOf(req, document)
    if (!head.record || head.record.document.kind === 'log' || head.record.action === 'DISPOSE')
      throw nothingThere(document)
    if (head.state === 'PUBLIC' || head.plan) throw stillPublic()
    const hold = await holdOn(req, document)
    if (hold) throw held(hold.reason, hold.who)
    const record = await append(req, {
      action: 'DISPOSE',
      document: head.record.document,
      revision: head.revision + 1,
      note: `Gallrad med stöd av ${named}.`,
      statement: statementOf(req, head.record.document.owner, reason),
    })
    const files = await removeDisposed(req, document)
    const collection = collectionOf[head.record.document.kind]
    if (await storedRow(req, collection, document))
      await withoutRecord(req, document, () =>
        req.payload.delete({ collection, id: document, req, overrideAccess: true, trash: true }),
      )
    return { record, files }
  })
}

const noAuthority = (): ServiceError =>
  new ServiceError(
    'BAD_INPUT',
    {
      sv: 'Gallring kräver stöd i lag, föreskrift eller beslut. Ange det, till exempel ”RA-MS 2024:12”.',
      en: 'Disposal needs a legal authority. Name it, for example “RA-MS 2024:12”.',
    },
    { fields: ['authority'] },
  )
const nothingThere = (document: string): ServiceError =>
  new ServiceError('NOT_FOUND', {
    sv: `Det finns inget innehåll att gallra för ${document}.`,
    en: `There is no content to dispose of for ${document}.`,
  })
const stillPublic = (): ServiceError =>
  new ServiceError('WITHDRAW_FIRST', {
    sv: 'Dokumentet är publikt eller planerat. Dra tillbaka eller spärra det först.',
    en: 'The document is public or planned. Withdraw or seal it first.',
  })
const held = (reason: string, who: string): ServiceError =>
  new ServiceError('CONFLICT', {
    sv: `Dokumentet får inte gallras: ${reason} (${who}). Häv gallringsstoppet först.`,
    en: `The document is under a hold: ${reason} (${who}). Release the hold first.`,
  })
