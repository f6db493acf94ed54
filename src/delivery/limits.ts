import { complexityFromQuery } from '@pothos/plugin-complexity'
import { GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql'

/** What one query may ask of us. A whole topic page costs about 900. */
export const limits = {
  /** Fields inside fields. */
  depth: 15,
  /** Fields, each list counted as long as it may be. */
  cost: 10_000,
  /** Words and signs of the query's text. */
  tokens: 5_000,
} as const

export interface Cost {
  cost: number
  maximumCost: number
  depth: number
  maximumDepth: number
}

/** @throws GraphQLError for variables that do not fit the query */
export function costOf(schema: GraphQLSchema, document: DocumentNode, variables: Record<string, unknown>): Cost {
  const { complexity, depth } = complexityFromQuery(document, { schema, variables })
  return { cost: complexity, maximumCost: limits.cost, depth, maximumDepth: limits.depth }
}

/** @returns what is wrong with the query's size, naming the limit and how the query fared; undefined when it fits */
export function tooComplex(fared: Cost): GraphQLError | undefined {
  const faults = [
    fared.cost > limits.cost
      ? `it costs ${fared.cost}, and at most ${limits.cost} is answered: ask for shorter lists (first)`
      : '',
    fared.depth > limits.depth
      ? `it is ${fared.depth} fields deep, and at most ${limits.depth} are answered: ask in two queries`
      : '',
  ].filter((fault) => fault !== '')
  if (faults.length === 0) return undefined
  return new GraphQLError(`The query is too large: ${faults.join('; ')}.`, {
    extensions: { code: 'TOO_COMPLEX', ...fared },
  })
}
