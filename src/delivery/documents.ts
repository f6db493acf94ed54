import { parse, validate, GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql'
import { createExecution, type Execute } from './execution.js'
import {
  aliasesIn,
  asksForSchema,
  createCosting,
  limits,
  tooDeep,
  tooLong,
  tooManyAliases,
  type Cost,
} from './limits.js'
import { rulesFor } from './rules.js'

/** A query that was read and fits the schema: what can be worked out of its text alone is worked out once. */
export interface Prepared {
  document: DocumentNode
  /** @throws GraphQLError for variables that do not fit the query */
  costOf(variables: Record<string, unknown>, operationName?: string | null): Cost
  execute: Execute
}

/** A query, or what is wrong with it. */
export type Read = Prepared | { errors: readonly GraphQLError[] }

/** Sites send the same few queries again and again: each is read and checked once. */
const KEPT = 500
/** Characters of their texts together: what is made of a text takes some fifty times as much. */
const KEPT_LENGTH = 1_000_000

/** @returns a function that reads and validates a query's text */
export function createDocuments(schema: GraphQLSchema): (query: string) => Read {
  const known = new Map<string, Read>()
  let length = 0
  return (query) => {
    const before = known.get(query)
    if (before) {
      // The map keeps the order in which they were asked for: a flood of others does not push out what sites use.
      known.delete(query)
      known.set(query, before)
      return before
    }
    const made = readDocument(schema, query)
    known.set(query, made)
    length += query.length
    while (known.size > KEPT || length > KEPT_LENGTH) {
      const oldest = known.keys().next().value!
      known.delete(oldest)
      length -= oldest.length
    }
    return made
  }
}

/** Reads and validates a query's text, once for this call alone. */
export function readDocument(schema: GraphQLSchema, query: string): Read {
  try {
    const document = parse(query, { maxTokens: limits.tokens })
    const aliases = aliasesIn(document)
    const maximum = asksForSchema(document) ? 0 : limits.aliases
    if (aliases > maximum) return { errors: [tooManyAliases(aliases, maximum)] }
    const errors = validate(schema, document, rulesFor(query), { maxErrors: 10 })
    if (errors.length > 0) return { errors }
    return { document, costOf: createCosting(schema, document), execute: createExecution(schema, document) }
  } catch (error) {
    return { errors: [faultOf(error)] }
  }
}

/** The parser's own words for what is too long or too deep for it tell nobody what to do. */
function faultOf(error: unknown): GraphQLError {
  if (error instanceof RangeError) return tooDeep()
  return error instanceof GraphQLError && /tokens\. Parsing aborted/.test(error.message)
    ? tooLong()
    : (error as GraphQLError)
}
