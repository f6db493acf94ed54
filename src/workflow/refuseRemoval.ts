import type { CollectionBeforeDeleteHook, CollectionBeforeOperationHook } from 'payload'
import { headOf } from '../archive/write/head.js'
import { ServiceError } from '../errors.js'

/** What is public is taken down by a record before it can be thrown away. */
export const refuseToDeletePublic: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if ((await headOf(req, String(id))).state === 'PUBLIC')
    throw new ServiceError('WITHDRAW_FIRST', {
      sv: 'Dokumentet är publikt och kan inte tas bort. Dra tillbaka det först (knappen Dra tillbaka).',
      en: 'The document is public and cannot be deleted. Withdraw it first (the button Withdraw).',
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
