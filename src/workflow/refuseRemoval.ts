import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { headOf } from '../archive/write/head.js'
import { isFileArchived } from '../archive/write/removeDisposed.js'
import { ServiceError } from '../errors.js'
import type { ContentFiles } from './content/row.js'

/** What is public is taken down by a record before it can be thrown away. */
export const refuseToDeletePublic: CollectionBeforeDeleteHook = ({ id, req }) => assertNotPublic(req, String(id))

/** A draft that lies in the trash while its document is public would be found by nobody. */
export const refuseToTrashPublic: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const id = (originalDoc as { id?: unknown } | undefined)?.id
  if (data['deletedAt'] && typeof id === 'string') await assertNotPublic(req, id)
  return data
}

/** Without its row a plan would take effect, and nobody could withdraw or seal it. */
async function assertNotPublic(req: PayloadRequest, id: string): Promise<void> {
  const { state, plan } = await headOf(req, id)
  if (state === 'PUBLIC')
    throw new ServiceError('WITHDRAW_FIRST', {
      sv: 'Dokumentet är publikt och kan inte tas bort. Dra tillbaka det först (knappen Dra tillbaka).',
      en: 'The document is public and cannot be deleted. Withdraw it first (the button Withdraw).',
    })
  if (plan)
    throw new ServiceError('PLAN_AHEAD', {
      sv: 'Dokumentet har en planerad publicering och kan inte tas bort. Avbryt den först.',
      en: 'The document has a planned publication and cannot be deleted. Cancel it first.',
    })
}

/**
 * Payload's bulk operations report an error for one document of several and keep what they did to it, or roll back what
 * they reported as done. Each document is therefore changed on its own.
 */
export const refuseBulk: CollectionBeforeOperationHook = ({ args, operation }) => {
  const isBulk = (operation === 'update' || operation === 'delete') && !('id' in args && args.id !== undefined)
  if (isBulk)
    throw new ServiceError('BAD_INPUT', {
      sv: 'Flera dokument kan inte ändras på en gång. Öppna och ändra ett i taget.',
      en: 'Several documents cannot be changed at once. Open and change them one by one.',
    })
  return args
}

/** What has been published names its pictures for ever: the row that knows of them stays, or a correction would lose them. */
export const refuseToDeleteArchived: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const row = await req.payload.db.findOne<{ id: string; contentFiles?: ContentFiles | null }>({
    collection: 'media',
    where: { id: { equals: id } },
    req,
  })
  const sha256 = row?.contentFiles?.original.sha256
  if (sha256 === undefined || !(await isFileArchived(req, sha256))) return
  throw new ServiceError('CONFLICT', {
    sv: 'Filen har publicerats och ligger i arkivet, så den kan inte tas bort. Ta bort den ur texterna i stället.',
    en: 'The file has been published and lies in the archive, so it cannot be deleted. Remove it from the texts instead.',
  })
}
