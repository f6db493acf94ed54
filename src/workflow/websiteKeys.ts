import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { isAdministrator } from '../access/roles.js'
import { servicesOf } from '../archive/write/services.js'
import { inTransaction } from '../database/inTransaction.js'
import { ServiceError } from '../errors.js'
import { hashOf, hintOf, newKey } from '../websites/keys.js'
import { bodyOf, idOf, signedIn } from './endpoint.js'

/** The one in use, and the one that takes its place. */
const MOST = 2

interface KeyRow {
  id?: string
  hash: string
  hint: string
  createdAt: string
}

/** *Skapa nyckel* and *Återkalla*. */
export const keyEndpoints: Endpoint[] = [
  {
    path: '/:id/keys',
    method: 'post',
    handler: async (req) => {
      const key = newKey()
      const row = { hash: hashOf(key), hint: hintOf(key), createdAt: servicesOf(req.payload).now() }
      await changeKeys(req, (rows) => {
        if (rows.length >= MOST) throw tooMany()
        return [...rows, row]
      })
      // The only time that anybody sees it.
      return Response.json({ key })
    },
  },
  {
    path: '/:id/revoke-key',
    method: 'post',
    handler: async (req) => {
      const { key } = await bodyOf(req, Revocation, noSuchKey.messages)
      await changeKeys(req, (rows) => {
        if (!rows.some(({ id }) => id === key)) throw noSuchKey
        return rows.filter(({ id }) => id !== key)
      })
      return Response.json({})
    },
  },
]

/** @throws ServiceError NOT_SIGNED_IN, FORBIDDEN, NOT_FOUND, or what `change` throws */
async function changeKeys(req: PayloadRequest, change: (rows: KeyRow[]) => KeyRow[]): Promise<void> {
  if (!isAdministrator(signedIn(req).user)) throw onlyAdministrators()
  await inTransaction(req, async () => {
    const { docs } = await req.payload.db.find({
      collection: 'websites',
      where: { id: { equals: idOf(req) } },
      limit: 1,
      req,
    })
    const [website] = docs as unknown as { id: string; keys?: KeyRow[] }[]
    if (!website)
      throw new ServiceError('NOT_FOUND', { sv: 'Webbplatsen finns inte.', en: 'There is no such website.' })
    await req.payload.update({
      collection: 'websites',
      id: website.id,
      data: { keys: change(website.keys ?? []) } as never,
      overrideAccess: true,
      req,
    })
  })
}

const Revocation = z.object({ key: z.string().min(1) })

const onlyAdministrators = (): ServiceError =>
  new ServiceError('FORBIDDEN', {
    sv: 'Bara administratörer hanterar nycklar.',
    en: 'Only administrators handle keys.',
  })
const tooMany = (): ServiceError =>
  new ServiceError('CONFLICT', {
    sv: `Webbplatsen har redan ${MOST} nycklar. Återkalla den som inte används längre, och skapa sedan en ny.`,
    en: `The website has ${MOST} keys already. Revoke the one that is no longer used, then create a new one.`,
  })
const noSuchKey = new ServiceError('NOT_FOUND', {
  sv: 'Nyckeln finns inte, eller är redan återkallad. Ladda om sidan.',
  en: 'There is no such key, or it was revoked already. Reload the page.',
})
