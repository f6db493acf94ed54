import { type CollectionBeforeOperationHook, Forbidden, ValidationError } from 'payload'

/** Characters. Long rather than odd: NIST SP 800-63B asks for length and against rules of composition. */
const shortestPassword = 12

/**
 * Payload lets the first visitor of an empty service register as its first user, and asks no rule of access about it.
 * Accounts are made by an administrator, or at the command line, which comes without a request.
 */
export const refuseSelfRegistration: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'create' && !req.user && req.payloadAPI !== 'local') throw new Forbidden(req.t)
  return args
}

const passwordIn = (args: unknown): unknown => {
  const data: unknown = typeof args === 'object' && args !== null && 'data' in args ? args.data : undefined
  return typeof data === 'object' && data !== null && 'password' in data ? data.password : undefined
}

/** Wherever a password is given: a new account, a change, a reset. Signing in with an old one is not asked. */
export const requireLongPassword: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const password = passwordIn(args)
  const isGiven = operation === 'create' || operation === 'update' || operation === 'resetPassword'
  if (isGiven && typeof password === 'string' && password.length < shortestPassword) {
    const message =
      req.i18n.language === 'en'
        ? `Choose a password of at least ${shortestPassword} characters. A few words in a row will do.`
        : `Välj ett lösenord med minst ${shortestPassword} tecken. Några ord i rad går bra.`
    throw new ValidationError({ collection: collection.slug, errors: [{ message, path: 'password' }], req }, req.t)
  }
  return args
}
