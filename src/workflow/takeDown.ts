import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { mayPublish } from '../access/roles.js'
import { append } from '../archive/write/append.js'
import { headOf, type Head } from '../archive/write/head.js'
import type { RecordBody } from '../archive/pure/model.js'
import { inTransaction } from '../database/inTransaction.js'
import { ServiceError } from '../errors.js'
import { type GovernedCollection } from '../vocabulary.js'
import type { Row } from './content/row.js'
import { storedRow } from './storedRow.js'
import { statementOf } from './statement.js'

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
 * @throws ServiceError NOT_SIGNED_IN, NOT_FOUND, FORBIDDEN, or CONFLICT where there is nothing to take down.
 */
export async function takeDown(
  req: PayloadRequest,
  collection: GovernedCollection,
  id: string,
  act: TakeDown,
): Promise<RecordBody> {
  return inTransaction(req, async () => {
    const row = await storedRow(req, collection, id)
    if (!row) throw notFound()
    if (req.user && !mayPublish(req.user, row['owner'])) throw forbidden()
    const head = await headOf(req, id)
    const allowed: Head['state'][] = act.action === 'SEAL' ? ['PUBLIC', 'WITHDRAWN'] : ['PUBLIC']
    if (!head.record || !allowed.includes(head.state)) throw nothingToTakeDown()
    await backToDraft(req, collection, row)
    return append(req, {
      action: act.action,
      document: head.record.document,
      revision: head.revision + 1,
      slug: null,
      content: null,
      index: null,
      note: act.reason,
      withdrawal: act.withdrawal,
      plannedFor: null,
      cancels: null,
      statement: statementOf(req, String(row['owner']), act.reason),
    })
  })
}

const takingDown = 'lanskallanTakingDown'

/** Whether the row of this document is being taken down on purpose in this request. */
export const isTakingDown = (req: PayloadRequest, id: string): boolean => req.context[takingDown] === id

async function backToDraft(req: PayloadRequest, collection: GovernedCollection, row: Row): Promise<void> {
  if (row['_status'] !== 'published') return
  const id = String(row['id'])
  req.context[takingDown] = id
  try {
    await req.payload.update({
      collection,
      id,
      data: { _status: 'draft' } as never,
      req,
      overrideAccess: true,
      // Unpublishing must not fail because the newest draft is unfinished.
      unpublishAllLocales: true,
    })
  } finally {
    delete req.context[takingDown]
  }
}

export const takeDownEndpoints = (collection: GovernedCollection): Endpoint[] => [
  {
    path: '/:id/withdraw',
    method: 'post',
    handler: async (req) => {
      const { reason, shownAs, redirectTo } = parse(Withdrawal, await bodyOf(req))
      const withdrawal = { shownAs, redirectTo: redirectTo ?? null }
      return answer(await takeDown(signedIn(req), collection, idOf(req), { action: 'WITHDRAW', reason, withdrawal }))
    },
  },
  {
    path: '/:id/seal',
    method: 'post',
    handler: async (req) => {
      const { reason } = parse(Sealing, await bodyOf(req))
      return answer(await takeDown(signedIn(req), collection, idOf(req), { action: 'SEAL', reason, withdrawal: null }))
    },
  },
]

const answer = ({ id, action, revision, recordedAt }: RecordBody): Response =>
  Response.json({ record: { id, action, revision, recordedAt } })

const idOf = (req: PayloadRequest): string => String(req.routeParams?.['id'])

function signedIn(req: PayloadRequest): PayloadRequest {
  if (req.user) return req
  throw new ServiceError('NOT_SIGNED_IN', { sv: 'Logga in först.', en: 'Log in first.' })
}

async function bodyOf(req: PayloadRequest): Promise<unknown> {
  try {
    return await req.json?.()
  } catch {
    return undefined
  }
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new ServiceError(
    'BAD_INPUT',
    {
      sv: 'Skriv ett skäl på minst tre tecken. Det visas för läsarna.',
      en: 'Give a reason of three characters or more. Readers will see it.',
    },
    { fields: parsed.error.issues.map((issue) => issue.path.join('.')) },
  )
}

const notFound = (): ServiceError =>
  new ServiceError('NOT_FOUND', { sv: 'Dokumentet finns inte.', en: 'There is no such document.' })
const forbidden = (): ServiceError =>
  new ServiceError('FORBIDDEN', {
    sv: 'Bara den som får publicera för ägaren kan dra tillbaka eller spärra.',
    en: 'Only those who may publish for the owner can withdraw or seal.',
  })
const nothingToTakeDown = (): ServiceError =>
  new ServiceError('CONFLICT', {
    sv: 'Dokumentet är inte publikt, så det finns inget att ta ned. Ladda om sidan.',
    en: 'The document is not public, so there is nothing to take down. Reload the page.',
  })
