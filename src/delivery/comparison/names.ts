import type { FieldChange } from '../../archive/pure/diff/model.js'
import type { LanguageCode } from '../../vocabulary.js'
import type { Scope } from '../scope.js'
import { factsOf, serve, titleOf, type Served } from '../served.js'

/** What a document is called, and in which language. */
export interface Named {
  name: string
  language: LanguageCode
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Ids in the value of a field; empty where it says something else. */
export const idsIn = (value: string): string[] =>
  value.replaceAll(UUID, '').replaceAll(', ', '') === '' ? (value.match(UUID) ?? []) : []

/** The names of the documents that changed fields point to, as far as they can be read. */
export async function namesIn(scope: Scope, fields: readonly FieldChange[]): Promise<ReadonlyMap<string, Named>> {
  const ids = new Set(fields.flatMap(({ before, after }) => [before, after].flatMap((one) => idsIn(one ?? ''))))
  const named = await Promise.all(
    Array.from(ids, async (id): Promise<[string, Named][]> => {
      const found = scope.view.document(id)
      const served = found && (await serve(found, scope))
      return served?.language ? [[id, { name: nameOf(served), language: served.language }]] : []
    }),
  )
  return new Map(named.flat())
}

/** Editions of one strategy often share their title. */
function nameOf(served: Served): string {
  if (served.kind !== 'edition') return titleOf(served)
  return `${titleOf(served)} (${factsOf(served as Served<'edition'>)?.label ?? ''})`
}
