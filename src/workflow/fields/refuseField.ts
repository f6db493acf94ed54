import { type PayloadRequest, ValidationError } from 'payload'
import type { Message } from '../../errors.js'
import { inLanguageOf } from './validated.js'

/** Stops the save with words beside one field of the form, drafts included (Payload validates those only at publishing). */
export function refuseField(req: PayloadRequest, collection: string, path: string, message: Message): never {
  throw new ValidationError({ collection, errors: [{ message: inLanguageOf(req, message), path }], req }, req.t)
}
