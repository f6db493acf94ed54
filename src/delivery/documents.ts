import { parse, specifiedRules, validate, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql'
import { limits } from './limits.js'

/** A query that was read and fits the schema, or what is wrong with it. */
export type Parsed = { document: DocumentNode } | { errors: readonly GraphQLError[] }

/** Sites send the same few queries again and again: each is read and checked once. */
const KEPT = 500

/** @returns a function that reads and validates a query's text */
export function createDocuments(schema: GraphQLSchema): (query: string) => Parsed {
  const known = new Map<string, Parsed>()
  return (query) => {
    const before = known.get(query)
    if (before) return before
    const parsed = read(schema, query)
    if (known.size >= KEPT) known.delete(known.keys().next().value!)
    known.set(query, parsed)
    return parsed
  }
}

function read(schema: GraphQLSchema, query: string): Parsed {
  try {
    const document = parse(query, { maxTokens: limits.tokens })
    const errors = validate(schema, document, specifiedRules, { maxErrors: 10 })
    return errors.length > 0 ? { errors } : { document }
  } catch (error) {
    return { errors: [error as GraphQLError] }
  }
}
