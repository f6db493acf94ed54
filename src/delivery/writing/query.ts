import {
  getVariableValues,
  Kind,
  visit,
  type DocumentNode,
  type ExecutionArgs,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import type { DeliveryContext } from '../scope.js'
import { createDocumentWriters } from './documents.js'
import type { PartsIn } from './parts.js'
import { unwritable, type Write } from './write.js'
import { createWriter } from './writer.js'

/** Writes the data of an answer as JSON, spelled as `bytesOf` has it; undefined where that is left to the reference implementation. */
export type QueryWriter = (args: ExecutionArgs, partsIn: PartsIn) => string | undefined

/** Combinations of what is included and skipped that one query's writers are kept for. */
const KEPT = 8

/**
 * Writes what is public now: all of it is at hand, so that nothing has to be waited for. What fails in any way is left to
 * the reference implementation, which tells it as the specification has it.
 */
export function createQueryWriter(schema: GraphQLSchema, document: DocumentNode): QueryWriter {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)
  const [operation] = operations
  if (!operation || operations.length > 1) return () => undefined
  const writerFor = createWriters(schema, document, operation)
  let asked = 0
  return ({ rootValue, contextValue, variableValues }, partsIn) => {
    try {
      const { coerced: variables } = getVariableValues(
        schema,
        operation.variableDefinitions ?? [],
        variableValues ?? {},
      )
      if (!variables) return undefined
      asked += 1
      const context = ofNow(contextValue as DeliveryContext)
      const within = { context, variables, args: [], parts: null, within: null }
      // What is asked once only leaves nothing behind.
      const parts = asked > 1 ? { partsIn, found: [] } : null
      return writerFor(variables)(rootValue, { ...within, parts, within })
    } catch {
      return undefined
    }
  }
}

/** A writer for each combination of what is included and skipped. */
function createWriters(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (variables: Record<string, unknown>) => Write {
  const fragments = new Map(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  )
  const conditions = conditionsIn(document)
  const known = new Map<string, Write>()
  return (variables) => {
    const key = conditions.map((name) => variables[name]).join()
    const before = known.get(key)
    if (before) return before
    if (known.size >= KEPT) known.clear()
    // What is asked about the schema itself has no writer: that is found out once.
    known.set(key, never)
    const compiling = { schema, fragments, variables, documents: createDocumentWriters(fragments) }
    const writer = createWriter(compiling, schema.getQueryType()!, [operation.selectionSet])
    known.set(key, writer)
    return writer
  }
}

const never: Write = () => {
  throw unwritable
}

/** The variables on which it depends what is selected. */
function conditionsIn(document: DocumentNode): string[] {
  const names = new Set<string>()
  visit(document, {
    Directive: (directive) => void visit(directive, { Variable: ({ name }) => void names.add(name.value) }),
  })
  return [...names]
}

/** A context that knows the present alone: texts of the past have to be read first. */
const ofNow = (context: DeliveryContext): DeliveryContext => ({
  ...context,
  viewAt: (knownAt) => {
    if (knownAt !== null) throw unwritable
    return context.viewAt(null)
  },
})
