import { GraphQLError, printSchema, type GraphQLSchema } from 'graphql'
import { createHandler, type Response } from 'graphql-http'
import type { ArchiveReader } from '../archive/read/reader.js'
import type { Shelf } from '../archive/read/shelf.js'
import { createAsked } from './asked.js'
import type { Trace } from './cache/trace.js'
import { createDocuments } from './documents.js'
import { formatted, unreadable, type Masking } from './errors.js'
import { costOf, tooComplex, type Cost } from './limits.js'
import { schema } from './schema/index.js'
import type { Addresses } from './scope.js'

/** One request as the edge has read it. */
export interface DeliveryRequest extends Masking {
  method: string
  url: string
  headers: Record<string, string | string[] | undefined>
  body: string | null
}

export interface Answered {
  response: Response
  /** Null where the answer must not be kept: it failed, or was asked for a moment that this instance has not reached. */
  kept: Trace | null
  /** Whether only moments of the past were asked about. */
  isPast: boolean
}

export interface Delivery {
  schema: GraphQLSchema
  /** The contract as text. */
  printed: string
  answer(request: DeliveryRequest): Promise<Answered>
}

export interface DeliveryParts {
  shelf: Shelf
  reader: ArchiveReader
  addresses: Addresses
}

/**
 * The public GraphQL, over the archive alone.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/
 */
export function createDelivery({ shelf, reader, addresses }: DeliveryParts): Delivery {
  const documents = createDocuments(schema)
  const answer = async ({ requestId, report, ...request }: DeliveryRequest): Promise<Answered> => {
    const asked = createAsked(shelf, reader)
    let isWhole = false
    let fared: Cost | undefined
    let isRead = false
    const handle = createHandler({
      schema,
      // Before the request has been read an error is about the request itself.
      formatError: (error) => (isRead ? formatted(error, { requestId, report }) : unreadable(error)) as GraphQLError,
      onSubscribe: (_request, { query, variables, operationName }) => {
        isRead = true
        const parsed = documents(query)
        if ('errors' in parsed) return parsed.errors
        try {
          fared = costOf(schema, parsed.document, variables ?? {})
        } catch (error) {
          return [error as GraphQLError]
        }
        const fault = tooComplex(fared)
        if (fault) return [fault]
        return {
          schema,
          document: parsed.document,
          operationName,
          variableValues: variables,
          contextValue: { ...asked.context, addresses },
        }
      },
      onOperation: (_request, _args, result) => {
        isWhole = 'data' in result && result.errors === undefined
        return { ...result, extensions: { ...result.extensions, cost: fared } }
      },
    })
    const response = await handle({ ...request, raw: undefined, context: undefined })
    return { response, kept: isWhole && asked.isReached() ? asked.context.trace : null, isPast: !asked.isNow() }
  }
  return { schema, printed: `${printSchema(schema)}\n`, answer }
}
