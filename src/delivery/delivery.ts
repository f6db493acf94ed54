import {
  GraphQLError,
  printSchema,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql'
import { createHandler, type Response } from 'graphql-http'
import type { ArchiveReader } from '../archive/read/reader.js'
import type { Shelf } from '../archive/read/shelf.js'
import { ServiceError } from '../errors.js'
import { createAsked, type Asked } from './asked.js'
import type { Trace } from './cache/trace.js'
import { createDocuments, readDocument, type Prepared } from './documents.js'
import { formatted, told, unnamed, unreadable, type Masking } from './errors.js'
import { costsOfText, tooComplex, type Cost } from './limits.js'
import { readRequest, type DocumentOf } from './requestParameters.js'
import { Written, type Executed } from './execution.js'
import { responseOf, responseOfWritten } from './response.js'
import { schema } from './schema/index.js'
import type { Addresses } from './scope.js'
import { createParts, type PartsIn } from './writing/parts.js'

/** One request as the edge has read it. */
export interface DeliveryRequest extends Masking {
  method: string
  url: string
  headers: Record<string, string | string[] | undefined>
  body: string | null
}

export interface Answered {
  response: Response
  /** How the characters of its body stand for bytes. */
  encoding: 'utf8' | 'latin1'
  /** Null where the answer must not be kept: it failed, or was asked for a moment that this instance has not reached. */
  kept: Trace | null
  /** Whether only moments of the past were asked about. */
  isPast: boolean
  /** What the query cost; null where there was none to execute. */
  cost: number | null
}

export interface Delivery {
  schema: GraphQLSchema
  /** The contract as text. */
  printed: string
  answer(request: DeliveryRequest): Promise<Answered>
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
  encoding: Answered['encoding']
}

/**
 * The public GraphQL, over the archive alone. The reference implementation reads each request and refuses what is none;
 * what stands between is read, checked and compiled once for each query.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/
 */
export function createDelivery({ shelf, reader, addresses, documentOf }: DeliveryParts): Delivery {
  const documents = createDocuments(schema)
  let generation = 0
  const partsIn: PartsIn = (view) => view.remember(`parts/${generation}`, createParts)
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
      try {
        context.cost = read.costOf(variables ?? {}, operationName)
      } catch (error) {
        return refuse([error as GraphQLError])
      }
      const fault = tooComplex(context.cost)
      if (fault) return refuse([fault])
      const contextValue = { ...context.asked.context, addresses }
      return { ...read, schema, operationName, variableValues: variables, contextValue }
    },
    execute: (args) => (args as ExecutionArgs & Prepared).execute(args, partsIn) as ExecutionResult,
    onOperation: ({ headers, context }, _args, result) => {
      const executed = result as Executed
      const extensions = { cost: context.cost }
      if (executed instanceof Written) {
        context.isWhole = true
        context.encoding = 'latin1'
        return responseOfWritten(executed.text, extensions, headers)
      }
      context.isWhole = executed.data !== undefined && executed.errors === undefined
      return responseOf({ ...executed, extensions }, headers, context.masking)
    },
  })
  const answer = async ({ requestId, report, ...request }: DeliveryRequest): Promise<Answered> => {
    const asked = createAsked(shelf, reader)
    const context: Answering = {
      masking: { requestId, report },
      asked,
      cost: undefined,
      isWhole: false,
      encoding: 'utf8',
    }
    const response = told(await handle({ ...request, raw: undefined, context }).finally(asked.end))
    return {
      response,
      encoding: context.encoding,
      kept: context.isWhole && asked.isReached() ? asked.context.trace : null,
      isPast: !asked.isNow(),
      cost: context.cost?.cost ?? null,
    }
  }
  const faultsIn = (query: string): readonly GraphQLFormattedError[] => {
    const read = readDocument(schema, query)
    const faults =
      'errors' in read ? read.errors : costsOfText(schema, read.document).flatMap((cost) => tooComplex(cost) ?? [])
    return faults.map((fault) => formatted(fault, { requestId: '', report: () => {} }))
  }
  const forget = (): void => void (generation += 1)
  return { schema, printed: `${printSchema(schema)}\n`, answer, faultsIn, forget }
}
