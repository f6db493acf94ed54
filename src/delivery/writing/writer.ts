import {
  getArgumentValues,
  GraphQLEnumType,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  isLeafType,
  type FieldNode,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import { held } from '../maybe.js'
import { selectedOf, variablesOf, type Selecting } from './selected.js'
import { bytesOf, mustBeThere, unwritable, WHILE_WRITING, type Write, type Writing } from './write.js'

interface Field {
  /** What stands before the value: comma, name and colon. */
  label: string
  read(source: unknown, writing: Writing): unknown
  write: Write
}

export interface Compiling extends Selecting {
  schema: GraphQLSchema
  /** Told of each field. @throws `unwritable` where they are too many */
  count(): void
  /** A field below another one that tells of documents: its writer may do with what it has written before. */
  documents(nodes: readonly FieldNode[], type: GraphQLObjectType, write: Write): Write
}

/**
 * Makes a function of what is selected of an object, which writes it as JSON text: neither a tree of what was found, nor a
 * path and an account of the query for each field, is made on the way. It knows only what succeeds at once.
 */
export function createWriter(compiling: Compiling, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Write {
  let arguments_ = 0
  const objectOf = (parent: GraphQLObjectType, selected: readonly SelectionSetNode[], isQuery: boolean): Write => {
    const fields: Field[] = []
    for (const [name, nodes] of selectedOf(compiling, parent, selected)) {
      compiling.count()
      const label = `${fields.length === 0 ? '' : ','}${JSON.stringify(name)}:`
      const [node] = nodes as [FieldNode]
      const definition = parent.getFields()[node.name.value]
      if (node.name.value === '__typename') fields.push({ label, read: () => parent.name, write: text })
      else if (!definition) throw unwritable
      else fields.push({ label, read: readerOf(definition, node), write: valueOf(definition.type, nodes, isQuery) })
    }
    return (source, writing) => {
      mustBeThere(source)
      let written = '{'
      for (const { label, read, write } of fields) written += label + write(read(source, writing), writing)
      return `${written}}`
    }
  }
  const readerOf = (field: ReturnType<GraphQLObjectType['getFields']>[string], node: FieldNode): Field['read'] => {
    const { name } = field
    const resolve = (field.extensions[WHILE_WRITING] as typeof field.resolve) ?? field.resolve
    if (!resolve) return (source) => (source as Record<string, unknown>)[name]
    if (variablesOf(node).size === 0) {
      const args = getArgumentValues(field, node)
      return (source, { context }) => resolve(source, args, context, undefined as never)
    }
    const number = arguments_
    arguments_ += 1
    return (source, { context, args, variables }) =>
      resolve(source, (args[number] ??= getArgumentValues(field, node, variables)), context, undefined as never)
  }
  const valueOf = (output: GraphQLOutputType, nodes: readonly FieldNode[], isQuery: boolean): Write => {
    if (output instanceof GraphQLNonNull) {
      const write = valueOf(output.ofType as GraphQLOutputType, nodes, isQuery)
      return (value, writing) => {
        if (value == null) throw unwritable
        return write(value, writing)
      }
    }
    const write = presentOf(output, nodes, isQuery)
    return (value, writing) => (value == null ? 'null' : write(value, writing))
  }
  const presentOf = (output: GraphQLOutputType, nodes: readonly FieldNode[], isQuery: boolean): Write => {
    if (output instanceof GraphQLList) return listOf(valueOf(output.ofType as GraphQLOutputType, nodes, isQuery))
    if (isLeafType(output)) return leafOf(output)
    const selected = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
    if (output instanceof GraphQLInterfaceType) return interfaceOf(output, selected)
    const object = output as GraphQLObjectType
    const write = objectOf(object, selected, false)
    return isQuery ? write : compiling.documents(nodes, object, write)
  }
  const interfaceOf = (output: GraphQLInterfaceType, selected: readonly SelectionSetNode[]): Write => {
    const writers = new Map<string, Write>()
    return (value, writing) => {
      mustBeThere(value)
      const { __typename: name = '' } = value as { __typename?: string }
      const known = writers.get(name)
      if (known) return known(value, writing)
      const write = objectOf(possibleType(compiling.schema, output, name), selected, false)
      writers.set(name, write)
      return write(value, writing)
    }
  }
  return objectOf(type, sets, true)
}

function possibleType(schema: GraphQLSchema, of: GraphQLInterfaceType, name: string): GraphQLObjectType {
  const type = schema.getType(name)
  if (type instanceof GraphQLObjectType && schema.isSubType(of, type)) return type
  throw unwritable
}

const listOf =
  (write: Write): Write =>
  (values, writing) => {
    mustBeThere(values)
    if (!Array.isArray(values)) throw unwritable
    if (values.length === 0) return '[]'
    // Each that has to be waited for is let go of, before the first one ends the writing.
    for (const value of values) if (value instanceof Promise) void held(value)
    let written = ''
    for (let n = 0; n < values.length; n += 1) written += (n === 0 ? '[' : ',') + write(values[n], writing)
    return `${written}]`
  }

function leafOf(type: GraphQLLeafType): Write {
  const serialize = type instanceof GraphQLEnumType ? type.serialize.bind(type) : type.serialize
  return (value, { within }) => {
    mustBeThere(value)
    const serialized = serialize(value)
    if (serialized == null) throw unwritable
    const json = JSON.stringify(serialized)
    return within ? bytesOf(json) : json
  }
}

const text: Write = (value) => JSON.stringify(value)
