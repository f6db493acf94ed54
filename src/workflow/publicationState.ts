import type { Endpoint } from 'payload'
import { mayPublish } from '../access/roles.js'
import { headOf } from '../archive/write/head.js'
import { rows } from '../archive/write/head.js'
import { ServiceError } from '../errors.js'
import type { GovernedCollection } from '../vocabulary.js'

/** Tells the buttons of the admin where a document stands: `GET /api/<collection>/<id>/publication`. */
export const publicationEndpoint = (collection: GovernedCollection): Endpoint => ({
  path: '/:id/publication',
  method: 'get',
  handler: async (req) => {
    const id = String(req.routeParams?.['id'])
    // With the user's own access: who may not read the document is told nothing about it.
    const found = await req.payload.find({
      collection,
      where: { id: { equals: id } },
      depth: 0,
      limit: 1,
      trash: true,
      draft: true,
      overrideAccess: false,
      req,
    })
    const document = found.docs[0] as { owner?: string } | undefined
    if (!document)
      throw new ServiceError('NOT_FOUND', { sv: 'Dokumentet finns inte.', en: 'There is no such document.' })
    const head = await headOf(req, id)
    const [entry] = head.current ? await rows(req, 'log', { record: { equals: head.current.id } }, undefined, 1) : []
    return Response.json({
      state: head.state,
      revision: head.revision,
      publicFrom: entry?.['publicFrom'] ?? null,
      languages: Object.keys(head.snapshot?.languages ?? {}),
      note: head.current?.note ?? null,
      plannedFor: head.plan?.at ?? null,
      mayPublish: mayPublish(req.user, document.owner),
    })
  },
})
