import type { RecordBody } from '../pure/model.js'

const NONE: never[] = []
Object.freeze(NONE)
/** Enough for all counties, and for what they commonly share with each other and write in. */
const MOST = 1_000
const owners = new Map<string, string>()
const lists = new Map<string, readonly string[]>()

/**
 * Reads a record's exact text. Owners, audiences, languages and empty lists are one and the same for all records that
 * say the same: of a hundred thousand, those alone would take more than twenty megabytes.
 */
export function recordOf(body: string): RecordBody {
  const record = JSON.parse(body) as RecordBody
  const { document, index } = record
  document.owner = shared(owners, document.owner, document.owner)
  if (typeof document.audience !== 'string') document.audience = sharedList(document.audience)
  if (index) {
    index.languages = sharedList(index.languages)
    for (const name of ['topics', 'contacts', 'files'] as const) if (index[name].length === 0) index[name] = NONE
  }
  return record
}

const sharedList = <T extends string>(list: T[]): T[] =>
  list.length === 0 ? NONE : (shared(lists, list.join(), Object.freeze(list)) as T[])

function shared<T>(known: Map<string, T>, key: string, value: T): T {
  const first = known.get(key)
  if (first !== undefined) return first
  if (known.size < MOST) known.set(key, value)
  return value
}
