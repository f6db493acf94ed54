import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { append } from '../archive/write/append.js'
import { headOf, type Head } from '../archive/write/head.js'
import type { RecordBody } from '../archive/pure/model.js'
import { inTransaction } from '../database/inTransaction.js'
import { ServiceError, type Message } from '../errors.js'
import { kindOf, type GovernedCollection } from '../vocabulary.js'
import type { Row } from './content/row.js'
import { answer, bodyOf, idOf, rowToActOn, signedIn } from './endpoint.js'
import { appendCancellation } from './cancellation.js'
import { statementOf } from './statement.js'

const reasonMissing: Message = {
  sv: 'Skriv ett skäl på minst tre tecken. Det visas för läsarna.',
  en: 'Give a reason of three characters or more. Readers will see it.',
}

const Reason = z.string().trim().min(3).max(2_000)
const Withdrawal = z.object({
  reason: Reason,
  shownAs: z.enum(['explained', 'redirect', 'gone']).default('explained'),
  redirectTo: z.uuid().optional(),
})
const Sealing = z.object({ reason: Reason })

interface TakeDown {
  action: 'WITHDRAW' | 'SEAL'
  reason: string
  withdrawal: RecordBody['withdrawal']
}

/**
 * *Dra tillbaka* and *Spärra*: the only ways in which a public document ceases to be public. The row goes back to being
 * a draft in the same transaction.
 *
 * @throws ServiceError NOT_FOUND, FORBIDDEN, CONFLICT where there is nothing to take down, or BAD_INPUT where readers are
 * to be sent to a page that is not public.
 */
export async function takeDown(
  req: PayloadRequest,
  collection: GovernedCollection,
  id: string,
  act: TakeDown,
): Promise<RecordBody> {
  return inTransaction(req, async () => {
    const head = await headOf(req, id)
    const row = await rowToActOn(req, collection, id, rowOfRecord(head, collection))
    const allowed: Head['state'][] = act.action === 'SEAL' ? ['PUBLIC', 'WITHDRAWN'] : ['PUBLIC']
    const isPlanned = act.action === 'SEAL' && head.plan !== null
    if (!head.record || !(allowed.includes(head.state) || isPlanned)) throw nothingToTakeDown()
    if (act.withdrawal?.shownAs === 'redirect') await mustBePublic(req, act.withdrawal.redirectTo, id)
    await backToDraft(req, collection, row)
    let { revision } = head
    // A plan that was forgotten would bring back what is withdrawn; a seal covers it anyway.
    if (head.plan && act.action === 'WITHDRAW')
      await appendCancellation(req, head.plan.record, (revision += 1), act.reason)
    return append(req, {
      action: act.action,
      document: head.record.document,
      revision: revision + 1,
      note: act.reason,
      withdrawal: act.withdrawal,
      statement: statementOf(req, String(row['owner']), act.reason),
    })
  })
}

async function mustBePublic(req: PayloadRequest, target: string | null, from: string): Promise<void> {
  const isOther = target !== null && target !== from
  if (isOther && (await headOf(req, target)).state === 'PUBLIC') return
  throw new ServiceError(
    'BAD_INPUT',
    {
      sv: 'Välj en annan sida, som är offentlig nu, att skicka läsarna till.',
      en: 'Choose another page, which is public now, to send the readers to.',
    },
    { fields: ['redirectTo'] },
  )
}

/** A withdrawn document may have been deleted. Its records are read still, so they can be sealed still. */
function rowOfRecord({ record }: Head, collection: GovernedCollection): Row | null {
  const document = record?.document
  return document?.kind === kindOf[collection] ? { id: document.id, owner: document.owner } : null
}

const quiet = 'lanskallanWithoutRecord'

/** Whether the row of this document is being changed by an act that writes its own record. */
export const isWithoutRecord = (req: PayloadRequest, id: string): boolean => req.context[quiet] === id

/** Changes a row without entering it in the archive: the act that does so enters its own record. */
export async function withoutRecord<T>(req: PayloadRequest, id: string, change: () => Promise<T>): Promise<T> {
  req.context[quiet] = id
  try {
    return await change()
  } finally {
    delete req.context[quiet]
  }
}

export async function backToDraft(req: PayloadRequest, collection: GovernedCollection, row: Row): Promise<void> {
  if (row['_status'] !== 'published') return
  const id = String(row['id'])
  await withoutRecord(req, id, () =>
    req.payload.update({
      collection,
      id,
      data: { _status: 'draft' } as never,
      req,
      overrideAccess: true,
      // Unpublishing must not fail because the newest draft is unfinished.
      unpublishAllLocales: true,
    }),
  )
}

export const takeDownEndpoints = (collection: GovernedCollection): Endpoint[] => [
  {
    path: '/:id/withdraw',
    method: 'post',
    handler: async (req) => {
      const { reason, shownAs, redirectTo } = await bodyOf(req, Withdrawal, reasonMissing)
      const withdrawal = { shownAs, redirectTo: (shownAs === 'redirect' && redirectTo) || null }
      return answer(await takeDown(signedIn(req), collection, idOf(req), { action: 'WITHDRAW', reason, withdrawal }))
    },
  },
  {
    path: '/:id/seal',
    method: 'post',
    handler: async (req) => {
      const { reason } = await bodyOf(req, Sealing, reasonMissing)
      return answer(await takeDown(signedIn(req), collection, idOf(req), { action: 'SEAL', reason, withdrawal: null }))
    },
  },
]

const nothingToTakeDown = (): ServiceError =>
  new ServiceError('CONFLICT', {
    sv: 'Dokumentet är inte publikt, så det finns inget att ta ned. Ladda om sidan.',
    en: 'The document is not public, so there is nothing to take down. Reload the page.',
  })
