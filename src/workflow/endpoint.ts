import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import { mayPublish } from '../access/roles.js'
import type { RecordBody } from '../archive/pure/model.js'
import { ServiceError, type Message } from '../errors.js'
import type { GovernedCollection } from '../vocabulary.js'
import type { Row } from './content/row.js'
import { storedRow } from './storedRow.js'

/** What an act has written, for the buttons of the admin. */
export const answer = ({ id, action, revision, recordedAt }: RecordBody): Response =>
  Response.json({ record: { id, action, revision, recordedAt } })

export const idOf = (req: PayloadRequest): string => String(req.routeParams?.['id'])

/** @throws ServiceError NOT_SIGNED_IN */
export function signedIn(req: PayloadRequest): PayloadRequest {
  if (req.user) return req
  throw new ServiceError('NOT_SIGNED_IN', { sv: 'Logga in först.', en: 'Log in first.' })
}

/** @throws ServiceError BAD_INPUT with the schema's own words for what is wrong, else with these, naming the fields */
export async function bodyOf<T>(req: PayloadRequest, schema: z.ZodType<T>, words: Message): Promise<T> {
  let body: unknown
  try {
    body = await req.json?.()
  } catch {
    // As good as none.
  }
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  const own = issues.flatMap((issue) =>
    issue.code === 'custom' && issue.params ? [issue.params as unknown as Message] : [],
  )[0]
  throw new ServiceError('BAD_INPUT', own ?? words, { fields: issues.map((issue) => issue.path.join('.')) })
}

/**
 * The row, for those who may publish for its owner; without a user it is the house's own act.
 *
 * @param deleted what stands for a row that is there no more
 * @throws ServiceError NOT_FOUND or FORBIDDEN
 */
export async function rowToActOn(
  req: PayloadRequest,
  collection: GovernedCollection,
  id: string,
  deleted: Row | null = null,
): Promise<Row> {
  const row = (await storedRow(req, collection, id)) ?? deleted
  if (!row) throw new ServiceError('NOT_FOUND', { sv: 'Dokumentet finns inte.', en: 'There is no such document.' })
  if (req.user && !mayPublish(req.user, row['owner']))
    throw new ServiceError('FORBIDDEN', {
      sv: 'Bara den som får publicera för ägaren kan göra det här.',
      en: 'Only those who may publish for the owner can do this.',
    })
  return row
}
