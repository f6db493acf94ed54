import { Kind, type FieldNode, type FragmentDefinitionNode, type GraphQLObjectType, type SelectionNode } from 'graphql'
import type { Found } from '../../archive/read/view.js'
import { createTrace, endsAt, tagOf, traced, untraced, type Trace } from '../cache/trace.js'
import { createScope, type DeliveryContext, type Scope } from '../scope.js'
import { serve, typenameOf, Unserved, type Served } from '../served.js'
import type { Kept, Part } from './parts.js'
import { variablesOf } from './selected.js'
import { bytesOf, mustBeThere, type PartsOfWriting, type Write, type Writing } from './write.js'

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

const documentTypes: ReadonlySet<string> = new Set(Object.values(typenameOf))
let queries = 0

/** Characters of the variables that a text depends on: longer ones are asked with once. */
const MOST_ASKED = 200

/**
 * What a selection tells of a document is written once for all lists and pages that show it: as long as nothing that is
 * public changes it is the same text.
 *
 * @returns of one query, what makes a writer of a document from one that writes it each time
 */
export function createDocumentWriters(
  fragments: Fragments,
): (nodes: readonly FieldNode[], type: GraphQLObjectType, write: Write) => Write {
  // A query that is compiled anew has parts of its own: its selections may be met, and numbered, in another order.
  const query = (queries += 1)
  let selections = 0
  return (nodes, type, write) => {
    if (!documentTypes.has(type.name)) return write
    const number = (selections += 1)
    // Found out where it is first used: most queries come once, and within a document nothing is kept.
    let named: ReturnType<typeof namesIn> | undefined
    /** What all that the text depends on is called; null where it is another one each time, as the moment of an answer is. */
    const keyOf = ({ language, county, validAt }: Scope, values: Writing['variables']): string | null => {
      named ??= namesIn(nodes, fragments)
      const asked = JSON.stringify([...named.variables].map((name) => values[name]))
      if (named.fields.has('knownAt') || asked.length > MOST_ASKED) return null
      return [query, number, language, county, validAt, asked].join('/')
    }
    const keptIn = ({ partsIn, found }: PartsOfWriting, scope: Scope, values: Writing['variables']): Kept | null => {
      const before = found[number]
      if (before?.scope === scope) return before.kept
      const key = keyOf(scope, values)
      const kept = key === null ? null : partsIn(scope.view).of(key)
      found[number] = { scope, kept }
      return kept
    }
    return (value, writing) => {
      mustBeThere(value)
      const { found, scope, askedSlug } = value as Unserved & Partial<Served>
      if (!writing.within) return write(served(value), writing)
      const kept = writing.parts && found && !askedSlug && keptIn(writing.parts, scope, writing.variables)
      if (!kept) return bytesOf(write(served(value), writing.within))
      const known = kept.get(found, scope.view.knownAt)
      const part = known ?? partOf(found, scope, writing.within, write)
      note(scope.trace, part)
      if (known) writing.context.budget.write(part.spent)
      else if (!part.tags.has(tagOf.log)) kept.put(found, part)
      return part.text
    }
  }
}

const served = (value: unknown): unknown => (value instanceof Unserved ? serve(value.found, value.scope) : value)

/** Written with a trace of its own: what it reads belongs to it wherever it is used. */
function partOf(found: Found, scope: Scope, writing: Writing, write: Write): Part {
  const trace = createTrace()
  const { context } = writing
  const own = createScope({ ...scope, trace, view: traced(untraced(scope.view), trace, context.budget) })
  const before = context.budget.written()
  const text = write(serve(found, own), { ...writing, context: noting(context, trace) })
  const spent = context.budget.written() - before
  // One piece of memory, and not the many that it was put together from.
  return { text: Buffer.from(text).toString('latin1'), tags: trace.tags, until: trace.until, spent }
}

const noting = (context: DeliveryContext, trace: Trace): DeliveryContext => ({
  ...context,
  trace,
  viewAt: (knownAt) => traced(untraced(context.viewAt(knownAt)), trace, context.budget),
  log: () => {
    trace.tags.add(tagOf.log)
    return context.log()
  },
})

function note(trace: Trace, { tags, until }: Part): void {
  for (const tag of tags) trace.tags.add(tag)
  if (until !== null) endsAt(trace, until)
}

/** The fields and variables that a selection names, in its fragments too. */
function namesIn(nodes: readonly FieldNode[], fragments: Fragments): { fields: Set<string>; variables: Set<string> } {
  const fields = new Set<string>()
  const variables = new Set<string>()
  const seen = new Set<string>()
  const look = (selection: SelectionNode): void => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const { value } = selection.name
      if (!seen.has(value)) fragments.get(value)?.selectionSet.selections.forEach(look)
      seen.add(value)
      return
    }
    if (selection.kind === Kind.FIELD) {
      fields.add(selection.name.value)
      for (const name of variablesOf(selection)) variables.add(name)
    }
    selection.selectionSet?.selections.forEach(look)
  }
  nodes.forEach(({ selectionSet }) => selectionSet?.selections.forEach(look))
  return { fields, variables }
}
