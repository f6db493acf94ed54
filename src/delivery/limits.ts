import { complexityFromQuery } from '@pothos/plugin-complexity'
import {
  GraphQLError,
  Kind,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql'
import { DEFAULT_PAGE } from './page.js'

/** What one query may ask of us. A whole topic page costs about 900. */
export const limits = {
  /** Fields inside fields. */
  depth: 15,
  /** Fields, each list counted as long as it may be. */
  cost: 10_000,
  /** Words and signs of the query's text. */
  tokens: 2_000,
  /** Fields that are given another name. */
  aliases: 100,
  /** Milliseconds of working out one answer. */
  time: 2_000,
  /** Characters of the texts in one answer. */
  texts: 4_000_000,
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
): (variables: Record<string, unknown>, operationName?: string | null) => Cost {
  const operations = operationsOf(document)
  const sizes = wholeNumbersIn(document)
  const known = new Map<string, Cost>()
  return (variables, operationName) => {
    // Who names none, or one that is not there, is told so where the query is executed.
    const { name, query } = operations.find((one) => one.name === operationName) ?? operations[0]!
    const key = [name, ...sizes.map((size) => sizeIn(variables[size]))].join()
    const before = known.get(key)
    if (before) return before
    const cost = costOf(schema, query, variables)
    if (known.size >= KEPT) known.clear()
    known.set(key, cost)
    return cost
  }
}

/** What is neither a number nor left out is refused before its cost is kept. */
const sizeIn = (value: unknown): string => (typeof value === 'number' || value == null ? String(value) : 'none')

function costOf(schema: GraphQLSchema, query: DocumentNode, variables: Record<string, unknown>): Cost {
  const { complexity, depth } = complexityFromQuery(query, { schema, variables })
  return { cost: complexity, maximumCost: limits.cost, depth, maximumDepth: limits.depth }
}

/** Each operation by itself, with all fragments: the library looks at a document's first operation alone. */
function operationsOf(document: DocumentNode): { name: string | undefined; query: DocumentNode }[] {
  const fragments = document.definitions.filter((one) => !isOperation(one))
  return document.definitions
    .filter(isOperation)
    .map((one) => ({ name: one.name?.value, query: { ...document, definitions: [one, ...fragments] } }))
}

const isOperation = (one: DocumentNode['definitions'][number]): one is OperationDefinitionNode =>
  one.kind === Kind.OPERATION_DEFINITION

/** What a query's operations cost as far as its text tells: where a page's size is a variable, with the usual size. */
export function costsOfText(schema: GraphQLSchema, document: DocumentNode): Cost[] {
  const variables: Record<string, unknown> = {}
  const loosened = visit(document, {
    VariableDefinition: (node) => {
      const type = node.type.kind === Kind.NON_NULL_TYPE ? node.type.type : node.type
      if (type !== node.type && namedIn(type) === 'Int' && !node.defaultValue)
        variables[node.variable.name.value] = DEFAULT_PAGE
      return { ...node, type }
    },
  })
  return operationsOf(loosened).map(({ query }) => costOf(schema, query, variables))
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

/**
 * Whether it asks about the schema itself. Such answers cost nothing by the count of fields that are read, and are large:
 * under another name the same could be asked for again and again.
 */
export function asksForSchema(document: DocumentNode): boolean {
  let asks = false
  visit(document, { Field: ({ name }) => void (asks ||= name.value === '__schema' || name.value === '__type') })
  return asks
}

export const tooManyAliases = (aliases: number, maximum: number): GraphQLError =>
  new GraphQLError(
    maximum === 0
      ? 'A query about the schema gives no field another name: ask in several queries.'
      : `The query gives ${aliases} fields another name, and at most ${maximum} are answered: ask in several queries.`,
    { extensions: { code: 'TOO_COMPLEX', aliases, maximumAliases: maximum } },
  )

/** For more words and signs than are read at all. */
export const tooLong = (): GraphQLError =>
  new GraphQLError(
    `The query is too long: at most ${limits.tokens} words and signs are read. Ask in several queries.`,
    {
      extensions: { code: 'TOO_COMPLEX', maximumTokens: limits.tokens },
    },
  )

/** For what is nested so deep that it cannot even be read. */
export const tooDeep = (): GraphQLError =>
  new GraphQLError(`The query is too deep to be read: at most ${limits.depth} fields deep are answered.`, {
    extensions: { code: 'TOO_COMPLEX', maximumDepth: limits.depth },
  })

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
