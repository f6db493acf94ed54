import {
  GraphQLError,
  printSchema,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql'
import { createHandler, type Response } from 'graphql-http'
import type { ArchiveReader } from '../archive/read/reader.js'
import type { Shelf } from '../archive/read/shelf.js'
import { ServiceError } from '../errors.js'
import { createAsked, type Asked } from './asked.js'
import { createAtOnce } from './atOnce.js'
import type { Trace } from './cache/trace.js'
import { createDocuments, readDocument } from './documents.js'
import { formatted, told, unnamed, unreadable, type Masking } from './errors.js'
import { costsOfText, pageFaults, tooComplex, type Cost } from './limits.js'
import type { MaybePromise } from './maybe.js'
import { readRequest, type DeliveryRequest, type DocumentOf } from './requestParameters.js'
import { responseOf, responseOfWritten } from './response.js'
import { schema } from './schema/index.js'
import type { Addresses } from './scope.js'
import { createParts, type PartsIn } from './writing/parts.js'

export interface Answered {
  response: Response
  /** How the characters of its body stand for bytes. */
  encoding: 'utf8' | 'latin1'
  /** Null where the answer must not be kept: it failed, or was asked for a moment that this instance has not reached. */
  kept: Trace | null
  /** Whether only moments of the past were asked about. */
  isPast: boolean
  /** What the query cost; null where none was executed. */
  cost: number | null
}

export interface Delivery {
  schema: GraphQLSchema
  /** The contract as text. */
  printed: string
  /** At once where all that is asked for is at hand. */
  answer(request: DeliveryRequest): MaybePromise<Answered>
  /** What is wrong with a query's text, before anybody asks it; of none where a page's size is left to its variables. */
  faultsIn(query: string): readonly GraphQLFormattedError[]
  /** Lets go of what was written before: addresses inside it may have changed. */
  forget(): void
}

export interface DeliveryParts {
  shelf: Shelf
  reader: ArchiveReader
  addresses: Addresses
  documentOf: DocumentOf
}

/** What is known of one request while it is answered. */
interface Answering {
  masking: Masking
  asked: Asked
  cost: Cost | undefined
  isWhole: boolean
}

/**
 * The public GraphQL, over the archive alone. What is asked in the usual form and is public now is written at once; all
 * else the reference implementation reads, refuses or works out. What can be told of a query's text is told once.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/
 */
export function createDelivery({ shelf, reader, addresses, documentOf }: DeliveryParts): Delivery {
  const documents = createDocuments(schema)
  let generation = 0
  const partsIn: PartsIn = (view) => view.remember(`parts/${generation}`, createParts)
  const atOnce = createAtOnce({ documents, documentOf, addresses, partsIn })
  const handle = createHandler<undefined, Answering, Record<PropertyKey, unknown>>({
    schema,
    // The errors of a query are formatted where its request is known: what is left is about the request itself.
    formatError: (error) => (error instanceof GraphQLError ? unnamed(error) : unreadable(error)) as GraphQLError,
    parseRequestParams: (req) =>
      readRequest(req, documentOf).catch((error: unknown) => {
        if (!(error instanceof ServiceError)) throw error
        const { status, code: statusText } = error
        return responseOf({ errors: [error as never] }, req.headers, req.context.masking, { status, statusText })
      }),
    onSubscribe: ({ headers, context }, { query, variables, operationName }) => {
      const refuse = (errors: readonly GraphQLError[]): Response => responseOf({ errors }, headers, context.masking)
      const read = documents(query)
      if ('errors' in read) return refuse(read.errors)
      let cost: Cost
      try {
        cost = read.costOf(variables ?? {}, operationName)
      } catch (error) {
        return refuse([error as GraphQLError])
      }
      const fault = tooComplex(cost)
      if (fault) return refuse([fault])
      context.cost = cost
      const { document } = read
      const contextValue = { ...context.asked.context, addresses }
      return { schema, document, operationName, variableValues: variables, contextValue }
    },
    onOperation: ({ headers, context }, _args, result) => {
      const executed = result as ExecutionResult
      context.isWhole = executed.data !== undefined && executed.errors === undefined
      return responseOf({ ...executed, extensions: { cost: context.cost } }, headers, context.masking)
    },
  })
  const answered = (
    response: Response,
    encoding: Answered['encoding'],
    { asked, isWhole, cost }: Omit<Answering, 'masking'>,
  ): Answered => ({
    response,
    encoding,
    kept: isWhole && asked.isReached() ? asked.context.trace : null,
    isPast: !asked.isNow(),
    cost: cost?.cost ?? null,
  })
  const answer = (request: DeliveryRequest): MaybePromise<Answered> => {
    const asked = createAsked(shelf, reader)
    const written = atOnce(request, asked)
    if (written) {
      asked.end()
      const { data, cost } = written
      return answered(responseOfWritten(data, { cost }, request.headers), 'latin1', { asked, isWhole: true, cost })
    }
    const { requestId, report, ...plain } = request
    const context: Answering = { masking: { requestId, report }, asked, cost: undefined, isWhole: false }
    return handle({ ...plain, raw: undefined, context })
      .finally(asked.end)
      .then((response) => answered(told(response), 'utf8', context))
  }
  const faultsIn = (query: string): readonly GraphQLFormattedError[] => {
    const read = readDocument(schema, query)
    const faults =
      'errors' in read
        ? read.errors
        : [
            ...pageFaults(read.document),
            ...costsOfText(schema, read.document).flatMap((cost) => tooComplex(cost) ?? []),
          ]
    return faults.map((fault) => formatted(fault, { requestId: '', report: () => {} }))
  }
  const forget = (): void => void (generation += 1)
  return { schema, printed: `${printSchema(schema)}\n`, answer, faultsIn, forget }
}
