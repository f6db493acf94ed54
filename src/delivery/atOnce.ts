import type { Asked } from './asked.js'
import type { Prepared, Read } from './documents.js'
import { tooComplex, type Cost } from './limits.js'
import type { DeliveryRequest, DocumentOf } from './requestParameters.js'
import type { Addresses } from './scope.js'
import { usualRequest, type Usual } from './usualRequest.js'
import type { PartsIn } from './writing/parts.js'

/** The data of an answer, written. */
export interface Written {
  /** JSON; its UTF-8 bytes, each as a character. */
  data: string
  cost: Cost
}

interface AtOnceParts {
  documents: (query: string) => Read
  documentOf: DocumentOf
  addresses: Addresses
  partsIn: PartsIn
}

/**
 * What is asked in the usual form, fits, and is public now is written within one turn of the thread.
 *
 * @returns a function that returns undefined for all else: it is for the reference implementation to work out, or to refuse
 */
export const createAtOnce =
  ({ documents, documentOf, addresses, partsIn }: AtOnceParts) =>
  (request: DeliveryRequest, { context }: Asked): Written | undefined => {
    const usual = usualRequest(request, documentOf)
    const read = usual && documents(usual.query)
    if (!read || 'errors' in read) return undefined
    const cost = costWithin(read, usual)
    const data = cost && read.write({ ...usual, context: { ...context, addresses } }, partsIn)
    return data === undefined ? undefined : { data, cost: cost! }
  }

/** Undefined for more than is answered, and for variables that do not fit. */
function costWithin({ costOf }: Prepared, { variables, operationName }: Usual): Cost | undefined {
  try {
    const cost = costOf(variables, operationName)
    return tooComplex(cost) ? undefined : cost
  } catch {
    return undefined
  }
}
