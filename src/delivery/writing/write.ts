import { held } from '../maybe.js'
import type { DeliveryContext, Scope } from '../scope.js'
import type { Kept, PartsIn } from './parts.js'

/** What one answer is written with. */
export interface Writing {
  context: DeliveryContext
  variables: Record<string, unknown>
  /** The arguments of fields that depend on variables, as they were read, by the number of the field. */
  args: Record<string, unknown>[]
  /** Null while one is written, and where none are kept. */
  parts: PartsOfWriting | null
  /** What a document is written with, as plain JSON: it is spelled as a whole. Null within one. */
  within: Writing | null
}

/** Writes a value as JSON: within a document plainly, else as `bytesOf` spells it. @throws whatever a resolver throws, and `unwritable` */
export type Write = (value: unknown, writing: Writing) => string

/**
 * The UTF-8 bytes of a text, each as a character. A whole answer that is put together of such texts becomes bytes as fast
 * as it is copied, while encoding it anew takes longer than all else that writing does.
 */
export const bytesOf = (text: string): string => (isAscii(text) ? text : Buffer.from(text).toString('latin1'))

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text)

/** Said of all that the reference implementation is to work out: what has to be waited for, and what is not right. */
export const unwritable = new Error('left to graphql-js')

/** Where the parts of one writing are found. */
export interface PartsOfWriting {
  partsIn: PartsIn
  /** By the number of the selection, for the scope that was met last: the documents of a list share theirs. */
  found: { scope: Scope; kept: Kept | null }[]
}

export const WHILE_WRITING = 'whileWriting'

/** Of a field, what stands for its resolver while an answer is written: documents need not be served there. */
export const whileWriting = <Parent>(read: (parent: Parent) => unknown): Record<string, unknown> => ({
  [WHILE_WRITING]: read,
})

/** What has to be waited for is not there yet; a failure that is handed on instead of a value is none of either. */
export function mustBeThere(value: unknown): void {
  if (typeof value === 'function' || value instanceof Error) throw unwritable
  if (!(value instanceof Promise)) return
  // It is asked for again by who waits for it: a failure is told there.
  void held(value)
  throw unwritable
}
