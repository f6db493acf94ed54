import type { CollectionBeforeChangeHook, Endpoint, PayloadRequest } from 'payload'
import { headOf } from '../archive/write/head.js'
import { servicesOf } from '../archive/write/services.js'
import type { RecordBody } from '../archive/pure/model.js'
import { inTransaction } from '../database/inTransaction.js'
import { ServiceError } from '../errors.js'
import type { GovernedCollection } from '../vocabulary.js'
import { appendCancellation } from './cancellation.js'
import { answer, idOf, rowToActOn, signedIn } from './endpoint.js'
import { releaseWish } from './release.js'
import { backToDraft, isWithoutRecord, withoutRecord } from './takeDown.js'

/** The row holds what was planned and then cancelled: those it is shared with go on not seeing it. */
const NEVER = '9999-12-31T00:00:00.000Z'

/**
 * Keeps a planned publication from the staff of the counties that it is shared with: they may read what is published,
 * and Payload takes the row for published from the moment of planning.
 */
export const holdBackPlanned: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  if (data['_status'] !== 'published' || isWithoutRecord(req, String(data['id'] ?? originalDoc?.id))) return data
  const { plan, plannedFor } = releaseWish(req)
  const before = (originalDoc as { sharedFrom?: string | null } | undefined)?.sharedFrom ?? null
  const isAhead = before !== null && before !== NEVER && before > servicesOf(req.payload).now()
  return { ...data, sharedFrom: plannedFor ?? (plan === null && isAhead ? before : null) }
}

/**
 * Cancels the publication that lies ahead. The row keeps the text that was planned, as a draft.
 *
 * @throws ServiceError NOT_FOUND, FORBIDDEN, or CONFLICT where nothing is planned
 */
export const cancelPlan = (req: PayloadRequest, collection: GovernedCollection, id: string): Promise<RecordBody> =>
  inTransaction(req, async () => {
    const row = await rowToActOn(req, collection, id)
    const head = await headOf(req, id)
    if (!head.plan) throw nothingPlanned()
    if (head.state === 'PUBLIC')
      await withoutRecord(req, id, () =>
        req.payload.update({ collection, id, data: { sharedFrom: NEVER } as never, req, overrideAccess: true }),
      )
    else await backToDraft(req, collection, row)
    return appendCancellation(req, head.plan.record, head.revision + 1, null)
  })

export const planEndpoint = (collection: GovernedCollection): Endpoint => ({
  path: '/:id/cancel-plan',
  method: 'post',
  handler: async (req) => answer(await cancelPlan(signedIn(req), collection, idOf(req))),
})

const nothingPlanned = (): ServiceError =>
  new ServiceError('CONFLICT', {
    sv: 'Ingen publicering är planerad. Ladda om sidan.',
    en: 'No publication is planned. Reload the page.',
  })
