import { ServiceError, type Message } from '../../errors.js'

/** A node of the editor's JSON, of which nothing is believed but that it is an object with a type. */
export interface LexicalNode {
  type: string
  [field: string]: unknown
}

/** Deeper than any text that a person writes; what is archived must be readable without a stack overflow. */
const DEEPEST = 100

export function nodeOf(value: unknown): LexicalNode {
  if (isObject(value) && typeof value['type'] === 'string') return value as LexicalNode
  throw badText('Texten innehåller något som inte är en nod.', 'The text holds something that is not a node.')
}

export function childrenOf(node: LexicalNode): LexicalNode[] {
  return Array.isArray(node['children']) ? node['children'].map(nodeOf) : []
}

/** The id of a relationship's value, which Payload gives as the id alone or as the whole document. */
export function idOf(value: unknown): string | undefined {
  const id = isObject(value) ? value['id'] : value
  return typeof id === 'string' && id !== '' ? id : undefined
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

export function refuseTooDeep(depth: number): void {
  if (depth > DEEPEST) {
    throw badText(
      `Texten har fler än ${DEEPEST} nivåer inuti varandra. Förenkla listor och tabeller.`,
      `The text has more than ${DEEPEST} levels inside each other. Make lists and tables simpler.`,
    )
  }
}

/** Names the node, so that an editor (or whoever wrote through the API) can find what has to go. */
export const unknownNode = (type: string): ServiceError =>
  badText(
    `Texten innehåller "${type}", som inte kan publiceras här. Ta bort det eller skriv det på annat sätt.`,
    `The text holds "${type}", which cannot be published here. Remove it or write it in another way.`,
  )

export const badText = (sv: Message['sv'], en: Message['en']): ServiceError => new ServiceError('BAD_INPUT', { sv, en })
