import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'
import type { Asked } from './anyQuery.js'
import type { LeakWorld } from './world.js'

/** Every field of every document, hidden ones too, in several languages and at several moments; then what is found otherwise. */
export function* everythingIn(schema: GraphQLSchema, world: Known): Generator<Asked> {
  for (const query of everyRoot(schema)) yield { query, variables: {} }
  const moments = [null, ...world.moments]
  let count = 0
  for (const { type, query } of everyField(schema))
    for (const id of world.idsOf[type] ?? []) {
      count += 1
      const [knownAt, language] = [moments[count % moments.length], count % 3 === 0 ? 'en' : 'sv']
      yield { query, variables: { id } }
      yield { query, variables: { id, knownAt, language } }
    }
  const byId = 'query By($id: ID!) { contact(id: $id) { id name } record(id: $id) { id } }'
  for (const id of world.ids) yield { query: byId, variables: { id } }
  for (const query of everyComparison(schema))
    for (const variables of world.pairs) yield { query, variables: { ...variables } }
  for (const query of everyAddress(schema))
    for (const slug of world.slugs)
      for (const knownAt of [null, world.moments.at(-1)])
        yield { query, variables: { county: 'gavleborg', slug, knownAt } }
}

type Known = Pick<LeakWorld, 'ids' | 'idsOf' | 'moments' | 'pairs' | 'slugs'>

/** What an argument is given where a list would be long, or where it must be given. */
const given: Record<string, string> = { first: '3', fromSize: '1', count: '3' }
/** What has a list of its own inside, so that everything in it would cost too much. */
const DEPTH = 3

/** For each type that has an id, and each of its fields, a query for that field with all that lies in it. */
const everyField = (schema: GraphQLSchema): { type: string; query: string }[] =>
  schema.getPossibleTypes(schema.getType('Node') as never).flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({
      type: type.name,
      query: `query Every($id: ID!, $knownAt: DateTime, $language: Language) {
        node(id: $id, knownAt: $knownAt, language: $language) { __typename ... on ${type.name} { ${asked(field, DEPTH)} } } }`,
    })),
  )

/** The same for what has an address: whoever asks by an old one is told of the new one. */
const everyAddress = (schema: GraphQLSchema): string[] =>
  ['topic', 'strategy', 'newsItem'].flatMap((root) => {
    const type = getNamedType(schema.getQueryType()!.getFields()[root]!.type)
    const fields = isObjectType(type) ? ['movedTo', 'takenDown', 'history'].map((name) => type.getFields()[name]!) : []
    return fields.map(
      (field) => `query At($county: String!, $slug: String!, $knownAt: DateTime) {
        ${root}(county: $county, slug: $slug, knownAt: $knownAt) { __typename id slug title ${asked(field, 2)} } }`,
    )
  })

/** For each field of a comparison, and of what lies in it, a query for it. */
function everyComparison(schema: GraphQLSchema): string[] {
  const fieldsOf = (type: GraphQLNamedType): GraphQLField<unknown, unknown>[] =>
    isObjectType(type) ? Object.values(type.getFields()) : []
  const compared = fieldsOf(getNamedType(schema.getQueryType()!.getFields()['compareRecords']!.type))
  const inside = compared.flatMap((field) =>
    isLeafType(getNamedType(field.type))
      ? [field.name]
      : fieldsOf(getNamedType(field.type)).map((one) => `${field.name} { __typename ${asked(one, 2)} }`),
  )
  return [...inside, ...partsOfLists].map(
    (one) => `query Compare($from: ID!, $to: ID!) { compareRecords(from: $from, to: $to) { __typename ${one} } }`,
  )
}

/** Deeper than that, so that all of it together would cost too much. */
const partsOfLists = [
  'change moved onlyForm words { __typename text change link }',
  'before { text } after { html }',
].map((one) => `blocks { __typename parts { __typename ${one} } }`)

/** What has no id: asked for once. */
const everyRoot = (schema: GraphQLSchema): string[] =>
  ['log', 'counties'].flatMap((root) => {
    const field = schema.getQueryType()!.getFields()[root]!
    const type = getNamedType(field.type)
    return isObjectType(type)
      ? Object.values(type.getFields()).map((one) => `{ ${root} { __typename ${asked(one, 1)} } }`)
      : []
  })

function asked(field: GraphQLField<unknown, unknown>, depth: number): string {
  const values = field.args.flatMap(({ name }) => (given[name] ? [`${name}: ${given[name]}`] : []))
  const head = `${field.name}${values.length > 0 ? `(${values.join(', ')})` : ''}`
  const type = getNamedType(field.type)
  return isLeafType(type) ? head : `${head} { ${inside(type, depth - 1)} }`
}

function inside(type: GraphQLNamedType, depth: number): string {
  if (!isObjectType(type) && !isAbstractType(type)) return '__typename'
  const fields = 'getFields' in type ? Object.values(type.getFields()) : []
  const wanted = depth > 0 ? fields : fields.filter((one) => isLeafType(getNamedType(one.type)))
  return ['__typename', ...wanted.map((one) => asked(one, depth))].join(' ')
}
