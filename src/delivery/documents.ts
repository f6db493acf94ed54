import { GraphQLError, Kind, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql'
import { LRUCache } from 'lru-cache'
import { extentOf, tooDeep, tooLong, tooRepetitive, tooWide } from './extent.js'
import { createCosting, limits, type Cost } from './limits.js'
import { rulesFor } from './rules.js'
import { createQueryWriter, type QueryWriter } from './writing/query.js'

/** A query that was read and fits the schema: what can be worked out of its text alone is worked out once. */
export interface Prepared {
  document: DocumentNode
  /** @throws GraphQLError for variables that do not fit the query */
  costOf(variables: Record<string, unknown>, operationName?: string | null): Cost
  write: QueryWriter
}

/** A query, or what is wrong with it. */
export type Read = Prepared | { errors: readonly GraphQLError[] }

/** Sites send the same few queries again and again: each is read and checked once. */
const KEPT = 500
/** Characters of their texts together: what is made of a text takes some fifty times as much. */
const KEPT_LENGTH = 1_000_000

/** What is wrong with a query is told so many times. */
const MOST_FAULTS = 10

/** @returns a function that reads and validates a query's text */
export function createDocuments(schema: GraphQLSchema): (query: string) => Read {
  const known = new LRUCache<string, Read>({ max: KEPT, maxSize: KEPT_LENGTH })
  return (query) => {
    const before = known.get(query)
    if (before) return before
    const made = readDocument(schema, query)
    known.set(query, made, { size: query.length || 1 })
    return made
  }
}

/** Reads and validates a query's text, once for this call alone. */
export function readDocument(schema: GraphQLSchema, query: string): Read {
  try {
    const document = parse(query, { maxTokens: limits.tokens })
    const fault = noQuery(document) ?? tooWide(extentOf(document))
    if (fault) return { errors: [fault] }
    const errors = validate(schema, document, rulesFor(query), { maxErrors: MOST_FAULTS })
    if (errors.length > 0) return { errors: errors.length > MOST_FAULTS ? firstOf(errors) : errors }
    return { document, costOf: createCosting(schema, document), write: createQueryWriter(schema, document) }
  } catch (error) {
    return { errors: [faultOf(error)] }
  }
}

/** The schema has queries alone, and the rules of the specification say nothing of an operation that it does not have. */
function noQuery({ definitions }: DocumentNode): GraphQLError | undefined {
  const other = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION && one.operation !== 'query')
  if (!other) return undefined
  return new GraphQLError(
    'Only queries are answered: here everything is read, and nothing is written or listened to.',
    {
      nodes: other,
      extensions: {
        code: 'GRAPHQL_VALIDATION_FAILED',
        sv: 'Bara frågor (query) besvaras: här går det att läsa, men inte att skriva eller lyssna.',
      },
    },
  )
}

/** The library's own words for what it does not go through with tell nobody what to do. */
function faultOf(error: unknown): GraphQLError {
  if (error instanceof RangeError) return tooDeep()
  const { message } = error as GraphQLError
  if (/tokens\. Parsing aborted/.test(message)) return tooLong()
  return message === 'Validation aborted.' ? tooRepetitive() : (error as GraphQLError)
}

const firstOf = (errors: readonly GraphQLError[]): GraphQLError[] => [
  ...errors.slice(0, MOST_FAULTS),
  new GraphQLError('There is more that does not fit the schema. Correct this, and ask again.', {
    extensions: {
      code: 'GRAPHQL_VALIDATION_FAILED',
      sv: 'Det finns mer som inte passar schemat. Rätta det här, och fråga igen.',
    },
  }),
]
