import { type CollectionBeforeOperationHook, ValidationError } from 'payload'
import { ServiceError } from '../errors.js'
import { faultsOf } from './shapes.js'
import { inLanguageOf } from './fields/validated.js'

/** Holds every door of Payload to the shapes of the fields, drafts included. */
export const refuseOddShapes: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const data: unknown = 'data' in args ? args.data : undefined
  const isCopy = 'duplicateFromID' in args && Boolean(args.duplicateFromID)
  if (data === undefined && isCopy) return args
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw noFields()
  const faults = faultsOf(collection.flattenedFields, data as Record<string, unknown>, req.locale === 'all')
  if (req.file?.name.includes('\u0000')) faults.push({ path: 'file', message: badName })
  const { password } = data as { password?: unknown }
  if (collection.auth && password !== undefined && typeof password !== 'string')
    faults.push({ path: 'password', message: badName })
  if (faults.length === 0) return args
  const errors = faults.slice(0, 20).map(({ path, message }) => ({ path, message: inLanguageOf(req, message) }))
  throw new ValidationError({ collection: collection.slug, errors, req }, req.t)
}

const badName = { sv: 'Skriv det med vanliga tecken.', en: 'Write it in ordinary characters.' }

/** Payload takes what was not sent as JSON for nothing, and stumbles over it. */
const noFields = (): ServiceError =>
  new ServiceError('BAD_INPUT', {
    sv: 'Skicka fälten som ett JSON-objekt (Content-Type: application/json).',
    en: 'Send the fields as a JSON object (Content-Type: application/json).',
  })
