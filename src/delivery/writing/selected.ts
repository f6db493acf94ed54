import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  visit,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** What a query's selections are read against. */
export interface Selecting {
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  variables: Record<string, unknown>
}

/**
 * The fields that are selected of an object, by their names in the answer and in its order; several of one name are one
 * field whose selections are taken together.
 *
 * @see https://spec.graphql.org/October2021/#CollectFields()
 */
export function selectedOf(
  selecting: Selecting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>()
  const seen = new Set<string>()
  const collect = ({ selections }: SelectionSetNode): void => selections.forEach(take)
  const take = (selection: SelectionNode): void => {
    if (!isIncluded(selection, selecting.variables)) return
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value
      const before = fields.get(name)
      if (before) before.push(selection)
      else fields.set(name, [selection])
      return
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const { value } = selection.name
      if (seen.has(value)) return
      seen.add(value)
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : selecting.fragments.get(selection.name.value)
    if (fragment && fits(type, fragment.typeCondition?.name.value)) collect(fragment.selectionSet)
  }
  sets.forEach(collect)
  return fields
}

function isIncluded(selection: SelectionNode, variables: Record<string, unknown>): boolean {
  if (!selection.directives || selection.directives.length === 0) return true
  return (
    getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] !== false
  )
}

/** Interfaces are all that types of this schema have in common. */
const fits = (type: GraphQLObjectType, condition: string | undefined): boolean =>
  condition === undefined || condition === type.name || type.getInterfaces().some(({ name }) => name === condition)

/** The variables among a field's arguments. */
export function variablesOf(node: FieldNode): Set<string> {
  const names = new Set<string>()
  for (const argument of node.arguments ?? []) visit(argument, { Variable: ({ name }) => void names.add(name.value) })
  return names
}
