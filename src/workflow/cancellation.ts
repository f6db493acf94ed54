import type { PayloadRequest } from 'payload'
import { append } from '../archive/write/append.js'
import type { RecordBody } from '../archive/pure/model.js'
import { statementOf } from './statement.js'

/** Enters that a planned publication will not happen. Readers see neither the plan nor this. */
export const appendCancellation = (
  req: PayloadRequest,
  plan: RecordBody,
  revision: number,
  reason: string | null,
): Promise<RecordBody> =>
  append(req, {
    action: 'CANCEL',
    document: plan.document,
    revision,
    cancels: plan.id,
    statement: statementOf(req, plan.document.owner, reason),
  })
