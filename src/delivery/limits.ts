import { complexityFromQuery } from '@pothos/plugin-complexity'
import { GraphQLError, Kind, visit, type DocumentNode, type GraphQLSchema, type TypeNode } from 'graphql'

/** What one query may ask of us. A whole topic page costs about 900. */
export const limits = {
  /** Fields inside fields. */
  depth: 15,
  /** Fields, each list counted as long as it may be. */
  cost: 10_000,
  /** Words and signs of the query's text. */
  tokens: 5_000,
  /** Fields that are given another name. */
  aliases: 100,
  /** Milliseconds of working out one answer. */
  time: 2_000,
} as const

export interface Cost {
  cost: number
  maximumCost: number
  depth: number
  maximumDepth: number
}

/** Variables that one document's cost is kept for at the most: page sizes are few. */
const KEPT = 50

/**
 * What a query costs with its variables. Only the sizes of pages count, so that it is worked out once for each
 * combination of whole numbers.
 *
 * @returns a function that throws GraphQLError for variables that do not fit the query
 */
export function createCosting(
  schema: GraphQLSchema,
  document: DocumentNode,
): (variables: Record<string, unknown>) => Cost {
  const sizes = wholeNumbersIn(document)
  const known = new Map<string, Cost>()
  return (variables) => {
    const key = sizes.map((name) => String(variables[name])).join()
    const before = known.get(key)
    if (before) return before
    const { complexity, depth } = complexityFromQuery(document, { schema, variables })
    const cost = { cost: complexity, maximumCost: limits.cost, depth, maximumDepth: limits.depth }
    if (known.size >= KEPT) known.clear()
    known.set(key, cost)
    return cost
  }
}

/** The variables of a query that are whole numbers. */
const wholeNumbersIn = ({ definitions }: DocumentNode): string[] =>
  definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION
      ? (one.variableDefinitions ?? []).flatMap(({ variable, type }) =>
          namedIn(type) === 'Int' ? [variable.name.value] : [],
        )
      : [],
  )

const namedIn = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedIn(type.type))

/** How many fields are given another name: the way to ask for the same thing a thousand times. */
export function aliasesIn(document: DocumentNode): number {
  let aliases = 0
  visit(document, { Field: ({ alias }) => void (aliases += alias ? 1 : 0) })
  return aliases
}

export const tooManyAliases = (aliases: number): GraphQLError =>
  new GraphQLError(
    `The query gives ${aliases} fields another name, and at most ${limits.aliases} are answered: ask in several queries.`,
    { extensions: { code: 'TOO_COMPLEX', aliases, maximumAliases: limits.aliases } },
  )

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
