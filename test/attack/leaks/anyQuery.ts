import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'

/** Chooses one of so many; 0 is the simplest. */
export type Choose = (count: number) => number

/** What to put into arguments: by `field.argument`, by the argument's name, or by its type. */
export type Pools = Record<string, readonly unknown[]>

export interface Asked {
  query: string
  variables: Record<string, unknown>
}

type Composite = GraphQLObjectType | GraphQLInterfaceType

/** What nobody should send, for every argument now and then. */
const nonsense: readonly unknown[] = [
  ...[
    '',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    "'; DROP TABLE news; --",
    '{{7*7}}',
    '\u0000',
    '\ud800',
    '%00',
  ],
  ...[
    '*',
    '$where',
    'null',
    'x'.repeat(3_000),
    0,
    -1,
    2_147_483_648,
    1e308,
    0.5,
    true,
    null,
    [],
    [[]],
    {},
    { $ne: null },
  ],
]

/**
 * A query of any shape over the whole schema: fields, relations, lists, filters, fragments, aliases, variables, and now
 * and then what is not allowed. The same choices give the same query, and fewer choices a shorter one.
 */
export function anyQuery(schema: GraphQLSchema, pools: Pools, choose: Choose): Asked {
  const variables: Record<string, unknown> = {}
  const declared: string[] = []
  const fragments: string[] = []
  let left = 10 + choose(50)

  // One argument that is refused spoils a whole query, so most have none.
  const isWild = choose(5) === 4
  const valueFor = (field: string, { name, type }: GraphQLArgument): unknown => {
    const named = getNamedType(type)
    const values = isEnumType(named) ? named.getValues().map((one) => one.name) : pools[named.name]
    const pool = pools[`${field}.${name}`] ?? pools[name] ?? values
    return pool && !(isWild && choose(4) === 3) ? pool[choose(pool.length)] : nonsense[choose(nonsense.length)]
  }
  const argument = (field: string, one: GraphQLArgument): string[] => {
    if (!isNonNullType(one.type) && choose(2) === 0) return []
    const value = valueFor(field, one)
    const isEnum = isEnumType(getNamedType(one.type))
    if (choose(3) < 2) return [`${one.name}: ${isEnum ? String(value) || 'X' : literal(value)}`]
    const variable = `v${declared.length}`
    declared.push(`$${variable}: ${String(one.type)}`)
    variables[variable] = value
    return [`${one.name}: $${variable}`]
  }
  const fieldOf = (field: GraphQLField<unknown, unknown>, alias: string, depth: number): string => {
    const given = field.args.flatMap((one) => argument(field.name, one)).join(', ')
    const head = `${alias}${field.name}${given ? `(${given})` : ''}`
    const type = getNamedType(field.type)
    return isLeafType(type) ? head : `${head} ${selection(type as Composite, depth + 1)}`
  }
  const selection = (type: Composite, depth: number): string => {
    const all = Object.values(type.getFields())
    const fields = depth > 11 || left <= 0 ? all.filter((one) => isLeafType(getNamedType(one.type))) : all
    const parts = new Set<string>(['__typename'])
    const names = new Set<string>()
    const count = fields.length === 0 ? 0 : 1 + choose(5)
    for (let n = 0; n < count; n += 1) {
      left -= 1
      const field = fields[choose(fields.length)]!
      const alias = isAbstractType(type) || names.has(field.name) || choose(20) === 19 ? `a${left + 100}: ` : ''
      names.add(field.name)
      parts.add(fieldOf(field, alias, depth))
    }
    if (isAbstractType(type) || choose(12) === 11) parts.add(narrowed(type, depth))
    return `{ ${[...parts].join(' ')} }`
  }
  /** The same, seen as one of the types that it may be, in place or as a fragment with a name. */
  const narrowed = (type: Composite, depth: number): string => {
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type, ...type.getInterfaces()]
    return Array.from({ length: 1 + choose(3) }, () => {
      const narrow = possible[choose(possible.length)]! as Composite
      // Under names of their own: two types may have fields of one name and of different kinds.
      const all = Object.values(narrow.getFields())
      const chosen = Array.from({ length: 1 + choose(4) }, () => all[choose(all.length)]!)
      const inside = `{ __typename ${chosen.map((field) => fieldOf(field, `a${(left -= 1) + 100}: `, depth)).join(' ')} }`
      if (choose(4) < 3) return `... on ${narrow.name} ${inside}`
      fragments.push(`fragment F${fragments.length} on ${narrow.name} ${inside}`)
      return `...F${fragments.length - 1}`
    }).join(' ')
  }
  const root = schema.getQueryType()!
  const roots = Object.values(root.getFields())
  const asked = Array.from({ length: 1 + choose(3) }, (_, n) =>
    fieldOf(roots[choose(roots.length)]!, n === 0 ? '' : `r${n}: `, 1),
  )
  if (choose(100) === 99) asked.push(`__type(name: "News") { name fields { name } }`)
  const head = declared.length > 0 ? `query Any(${declared.join(', ')}) ` : ''
  return { query: [`${head}{ ${asked.join(' ')} }`, ...fragments].join('\n'), variables }
}

/** As GraphQL writes a value. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{ ${Object.entries(value)
    .map(([name, one]) => `${name.replace(/\W/g, '_')}: ${literal(one)}`)
    .join(', ')} }`
}

/** Reads choices from a list of numbers; where it ends, everything is the simplest. */
export function choosingFrom(numbers: readonly number[]): Choose {
  let position = 0
  return (count) => {
    const number = numbers[position] ?? 0
    position += 1
    return number % count
  }
}
