import type { Endpoint, PayloadRequest } from 'payload'
import { mayEdit } from '../access/roles.js'
import { ServiceError } from '../errors.js'
import { rowsOf, type Row } from './content/row.js'
import { idOf, signedIn } from './endpoint.js'
import { storedRow } from './storedRow.js'

/** What a new decision decides anew, and what tells of the last one only. */
const own = ['id', 'number', 'label', 'decision', 'validFrom', 'validThrough', 'prolongations', 'repeal']
const ofTheLast = ['supersedes', 'supersedesInPart', 'priorPublication', 'documents', 'sharedFrom', 'internalNote']
const kept = ['_status', 'createdAt', 'updatedAt', 'deletedAt']

/**
 * *Ny utgåva*: a draft that starts from this edition's text and parties, and supersedes it.
 *
 * @returns its id
 * @throws ServiceError NOT_FOUND or FORBIDDEN
 */
export async function nextEdition(req: PayloadRequest, id: string): Promise<string> {
  const row = await storedRow(req, 'editions', id)
  if (!row) throw new ServiceError('NOT_FOUND', { sv: 'Utgåvan finns inte.', en: 'There is no such edition.' })
  if (req.user && !mayEdit(req.user, row['owner']))
    throw new ServiceError('FORBIDDEN', {
      sv: 'Bara länets egna redaktörer kan göra en ny utgåva.',
      en: 'Only the county’s own editors can make a new edition.',
    })
  const dropped = new Set([...own, ...ofTheLast, ...kept])
  const data: Row = Object.fromEntries(Object.entries(row).filter(([name]) => !dropped.has(name)))
  const made = await req.payload.create({
    collection: 'editions',
    data: {
      ...data,
      parties: rowsOf(row['parties']).map(({ id: _id, adoptedOn: _on, diaryNumber: _number, ...party }) => party),
      supersedes: [id],
    } as never,
    draft: true,
    locale: 'all',
    depth: 0,
    req,
    overrideAccess: false,
    ...(req.user ? { user: req.user } : { overrideAccess: true }),
  })
  return String(made.id)
}

export const nextEditionEndpoint: Endpoint = {
  path: '/:id/next-edition',
  method: 'post',
  handler: async (req) => Response.json({ id: await nextEdition(signedIn(req), idOf(req)) }, { status: 201 }),
}
