import { execute, type DocumentNode, type ExecutionArgs, type ExecutionResult, type GraphQLSchema } from 'graphql'
import type { PartsIn } from './writing/parts.js'
import { createQueryWriter } from './writing/query.js'

/** The data of an answer, written as JSON already: its UTF-8 bytes, each as a character. */
export class Written {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Executed = ExecutionResult | Written
export type Execute = (args: ExecutionArgs, partsIn: PartsIn) => Executed | Promise<Executed>

/**
 * Executes a query that has been validated. What is public now is written straight from what is at hand; all else, and all
 * that fails, is worked out by graphql-js. Both give the same answers: a test holds them together.
 */
export function createExecution(schema: GraphQLSchema, document: DocumentNode): Execute {
  const write = createQueryWriter(schema, document)
  return (args, partsIn) => {
    const text = write(args, partsIn)
    return text === undefined ? execute(args) : new Written(text)
  }
}
