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
import type { Message } from '../errors.js'
import { badPageSize, DEFAULT_PAGE, isPageSize } from './page.js'

/** What one query may ask of us. The topic page of docs/queries costs 3,290. */
export const limits = {
  /** Fields inside fields. */
  depth: 15,
  /** Fields, each list counted as long as it may be. */
  cost: 10_000,
  /** Words and signs of the query's text. */
  tokens: 2_000,
  /** Fields that are given another name. */
  aliases: 100,
  fragments: 50,
  /** Pairs of fields of one name, and of places where a fragment is used: a whole topic page has 16. */
  pairs: 10_000,
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

/** The sizes of pages that stand in a query's text and are never answered. */
export function pageFaults(document: DocumentNode): GraphQLError[] {
  const faults: GraphQLError[] = []
  visit(document, {
    Argument: (node) => {
      if (node.name.value !== 'first' || node.value.kind !== Kind.INT || isPageSize(Number(node.value.value))) return
      const originalError = badPageSize(Number(node.value.value))
      faults.push(new GraphQLError(originalError.message, { nodes: node, originalError }))
    },
  })
  return faults
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

/** @returns what is wrong with the query's size, naming the limit and how the query fared; undefined when it fits */
export function tooComplex(fared: Cost): GraphQLError | undefined {
  const faults: Message[] = []
  const { cost, maximumCost, depth, maximumDepth } = fared
  if (cost > maximumCost)
    faults.push({
      sv: `den kostar ${cost}, och högst ${maximumCost} besvaras: hämta kortare listor (first)`,
      en: `it costs ${cost}, and at most ${maximumCost} is answered: ask for shorter lists (first)`,
    })
  if (depth > maximumDepth)
    faults.push({
      sv: `den är ${depth} fält djup, och högst ${maximumDepth} besvaras: dela upp den`,
      en: `it is ${depth} fields deep, and at most ${maximumDepth} are answered: ask in two queries`,
    })
  if (faults.length === 0) return undefined
  const all = (language: keyof Message): string => faults.map((fault) => fault[language]).join('; ')
  return refusal({ sv: `Frågan är för stor: ${all('sv')}.`, en: `The query is too large: ${all('en')}.` }, { ...fared })
}

/** What a reader is told whose query is not answered because of its size. @param figures the limit, and how the query fared */
export const refusal = ({ en, sv }: Message, figures: Record<string, number>): GraphQLError =>
  new GraphQLError(en, { extensions: { code: 'TOO_COMPLEX', sv, ...figures } })
