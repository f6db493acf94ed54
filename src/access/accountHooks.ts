import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import {
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  Forbidden,
  ValidationError,
} from 'payload'

/** Those of Payload's own hashes. */
const ITERATIONS = 600_000
const KEY_LENGTH = 32

/** Characters. Long rather than odd: NIST SP 800-63B asks for length and against rules of composition. */
const shortestPassword = 12

/**
 * Payload lets the first visitor of an empty service register as its first user, and asks no rule of access about it;
 * and whoever asks for a forgotten password makes it write. Accounts are made by an administrator, or at the command
 * line, which comes without a request.
 */
export const refuseSelfService: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const isByMail = operation === 'forgotPassword' || operation === 'resetPassword'
  if (isByMail || (operation === 'create' && !req.user && req.payloadAPI !== 'local')) throw new Forbidden(req.t)
  return args
}

const passwordIn = (args: unknown): unknown => {
  const data: unknown = typeof args === 'object' && args !== null && 'data' in args ? args.data : undefined
  return typeof data === 'object' && data !== null && 'password' in data ? data.password : undefined
}

/** Wherever a password is given: a new account, a change. Signing in with an old one is not asked. */
export const requireLongPassword: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const password = passwordIn(args)
  const isGiven = operation === 'create' || operation === 'update'
  if (isGiven && typeof password === 'string' && password.length < shortestPassword) {
    const message =
      req.i18n.language === 'en'
        ? `Choose a password of at least ${shortestPassword} characters. A few words in a row will do.`
        : `Välj ett lösenord med minst ${shortestPassword} tecken. Några ord i rad går bra.`
    throw new ValidationError({ collection: collection.slug, errors: [{ message, path: 'password' }], req }, req.t)
  }
  return args
}

/**
 * Payload works a password out only for accounts that there are, and so tells by its haste which there are.
 */
export const takeAsLongForStrangers: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (operation !== 'login') return args
  const { email, password } = (args as { data?: { email?: unknown; password?: unknown } }).data ?? {}
  if (typeof email !== 'string' || typeof password !== 'string') return args
  const where = { email: { equals: email.toLowerCase().trim() } }
  const { totalDocs } = await req.payload.db.count({ collection: collection.slug, where, req })
  if (totalDocs === 0) await promisify(pbkdf2)(password, 'a stranger', ITERATIONS, KEY_LENGTH, 'sha256')
  return args
}

/** A changed password ends every other session of the account: the one that changes it may not be the owner's first. */
export const endOtherSessions: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update' || data['password'] === undefined) return data
  const { sessions = [] } = originalDoc as { sessions?: { id: string }[] | null }
  const own = (req.user as { _sid?: string } | null)?._sid
  return { ...data, sessions: (sessions ?? []).filter(({ id }) => id === own) }
}
