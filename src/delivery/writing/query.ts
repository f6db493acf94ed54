import {
  getVariableValues,
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import type { DeliveryContext } from '../scope.js'
import { createDocumentWriters } from './documents.js'
import type { PartsIn } from './parts.js'
import { unwritable, type Write } from './write.js'
import { createWriter } from './writer.js'

/** What one answer is made with. */
export interface Asking {
  context: DeliveryContext
  /** As they were sent. */
  variables: Record<string, unknown>
  operationName?: string | undefined
}

/** Writes the data of an answer as JSON, spelled as `bytesOf` has it; undefined where that is left to the reference implementation. */
export type QueryWriter = (asking: Asking, partsIn: PartsIn) => string | undefined

/**
 * Writes what is public now: all of it is at hand, so that nothing has to be waited for. What fails in any way is left to
 * the reference implementation, which tells it as the specification has it.
 */
export function createQueryWriter(schema: GraphQLSchema, document: DocumentNode): QueryWriter {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)
  const [operation] = operations
  if (!operation || operations.length > 1) return () => undefined
  const { variableDefinitions = [] } = operation
  const writerFor = createWriters(schema, document, operation)
  let asked = 0
  return ({ context: given, variables: sent, operationName }, partsIn) => {
    if (operationName !== undefined && operationName !== operation.name?.value) return undefined
    const before = given.budget.written()
    try {
      const { coerced: variables } = getVariableValues(schema, variableDefinitions, sent)
      if (!variables) return undefined
      asked += 1
      const context = ofNow(given)
      const within = { context, variables, args: [], parts: null, within: null }
      // What is asked once only leaves nothing behind.
      const isAgain = asked > 1
      const parts = isAgain ? { partsIn, found: [] } : null
      return writerFor(variables, isAgain)(undefined, { ...within, parts, within })
    } catch {
      given.budget.rewind(before)
      return undefined
    }
  }
}

/** A writer for each combination of what is included and skipped; kept where `isAgain` says so. */
function createWriters(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (variables: Record<string, unknown>, isAgain: boolean) => Write {
  const fragments = new Map(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  )
  const conditions = conditionsIn(document)
  const query = (queries += 1)
  const make = (variables: Record<string, unknown>): { write: Write; fields: number } => {
    let fields = 0
    const count = (): void => {
      fields += 1
      if (fields > MOST_FIELDS) throw unwritable
    }
    try {
      const compiling = { schema, fragments, variables, count, documents: createDocumentWriters(fragments) }
      return { write: createWriter(compiling, schema.getQueryType()!, [operation.selectionSet]), fields }
    } catch {
      // What asks about the schema itself, or for very much, has no writer: that is found out once.
      return { write: never, fields: 1 }
    }
  }
  return (variables, isAgain) => {
    const key = [query, ...conditions.map((name) => variables[name])].join()
    const before = kept.get(key)
    if (before) return before
    const made = make(variables)
    if (isAgain) kept.set(key, made.write, { size: made.fields || 1 })
    return made.write
  }
}

/** The writers of queries that came again; of fields all together, at some 700 bytes each. */
const kept = new LRUCache<string, Write>({ maxSize: 50_000 })
/** Fields of one query: more are worked out without a writer. A whole topic page has 60. */
const MOST_FIELDS = 1_000
let queries = 0

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
