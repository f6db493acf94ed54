import {
  getNamedType,
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'

type Value = Record<string, unknown>

/** Notes which fields of which types were answered, and not with null. */
export function noteAnswered(schema: GraphQLSchema, query: string, data: Value, answered: Set<string>): void {
  const document = parse(query)
  const fragments = fragmentsIn(document)
  const note = (set: SelectionSetNode, typename: string, value: Value): void => {
    const type = schema.getType(typename)
    if (!isObjectType(type)) return
    for (const one of set.selections) {
      if (one.kind === Kind.FIELD) {
        const field = type.getFields()[one.name.value]
        const inside = value[(one.alias ?? one.name).value]
        if (!field || inside === null || inside === undefined) continue
        answered.add(`${typename}.${field.name}`)
        const within = one.selectionSet
        if (within) for (const each of flat(inside)) note(within, typeOf(each, getNamedType(field.type).name), each)
        continue
      }
      const fragment = one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value)
      const condition = fragment?.typeCondition?.name.value
      const fits = condition === undefined || condition === typename || isInterfaceOf(schema, condition, typename)
      if (fragment && fits) note(fragment.selectionSet, typename, value)
    }
  }
  for (const one of document.definitions)
    if (one.kind === Kind.OPERATION_DEFINITION) note(one.selectionSet, 'Query', data)
}

const fragmentsIn = ({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> =>
  new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])))

const flat = (value: unknown): Value[] =>
  Array.isArray(value) ? value.flatMap(flat) : value === null ? [] : [value as Value]

const typeOf = (value: Value, declared: string): string =>
  typeof value['__typename'] === 'string' ? value['__typename'] : declared

function isInterfaceOf(schema: GraphQLSchema, name: string, typename: string): boolean {
  const type = schema.getType(typename)
  return isObjectType(type) && type.getInterfaces().some((one) => one.name === name)
}

/** Every field that a query can name. */
export const fieldsOf = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    )
