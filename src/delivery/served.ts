import type { Contents, SnapshotOf, Translation } from '../archive/pure/model.js'
import type { Found } from '../archive/read/view.js'
import { DEFAULT_LANGUAGE, type DocumentKind, type LanguageCode } from '../vocabulary.js'
import type { Scope } from './scope.js'

const typenameOf = {
  topic: 'Topic',
  strategy: 'Strategy',
  edition: 'Edition',
  news: 'NewsItem',
  contact: 'Contact',
} as const satisfies Record<DocumentKind, string>

/** A document as it is answered: where it stands, and its text where that may be read. */
export interface Served<K extends DocumentKind = DocumentKind> {
  __typename: (typeof typenameOf)[K]
  id: string
  kind: K
  scope: Scope
  /** The address by which it was asked for. */
  askedSlug: string | null
  /** Null only for a strategy that this archive came to know later than the moment. */
  found: Found | null
  /** Null for a tombstone. */
  snapshot: SnapshotOf<K> | null
  /** The language that is served: the one asked for, else Swedish, else English, else any. */
  language: LanguageCode | null
}

type MaybePromise<T> = T | Promise<T>

/** At once for what is public now, when it has been read for what is not. */
export function serve<K extends DocumentKind>(
  found: Found & { kind: DocumentKind },
  scope: Scope,
  askedSlug: string | null = null,
): MaybePromise<Served<K>> {
  const make = (snapshot: SnapshotOf<K> | null): Served<K> => servedAs(found, scope, snapshot, askedSlug)
  return found.content ? mapMaybe(scope.view.snapshot<K>(found.content), make) : make(null)
}

/** What was served within a scope: a list's items share their topics. */
const known = new WeakMap<Scope, Map<string, MaybePromise<Served>>>()

/** Documents by their ids, in that order, as far as they are public at the moment. */
export function publicOnes<K extends DocumentKind>(scope: Scope, ids: readonly string[]): MaybePromise<Served<K>>[] {
  if (ids.length === 0) return []
  const inScope = known.get(scope) ?? new Map<string, MaybePromise<Served>>()
  known.set(scope, inScope)
  return ids.flatMap((id) => {
    const before = inScope.get(id) as MaybePromise<Served<K>> | undefined
    if (before) return [before]
    const found = scope.view.document(id)
    if (found?.publication !== 'PUBLIC') return []
    const served = serve<K>(found, scope)
    inScope.set(id, served)
    return [served]
  })
}

/** A document with the text of one of its records. */
export const servedAs = <K extends DocumentKind>(
  found: Found & { kind: DocumentKind },
  scope: Scope,
  snapshot: SnapshotOf<K> | null,
  askedSlug: string | null = null,
): Served<K> => ({
  __typename: typenameOf[found.kind as K],
  id: found.id,
  kind: found.kind as K,
  scope,
  askedSlug,
  found,
  snapshot,
  language: snapshot && chooseLanguage(Object.keys(snapshot.languages) as LanguageCode[], scope.language),
})

/** Keeps to one tick where nothing has to be awaited. */
export const mapMaybe = <A, B>(value: MaybePromise<A>, map: (value: A) => B): MaybePromise<B> =>
  value instanceof Promise ? value.then(map) : map(value)

export const allMaybe = <A>(values: MaybePromise<A>[]): MaybePromise<A[]> =>
  values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as A[])

/** Easy-to-read Swedish falls back to Swedish as all others do; a text in some language is better than none. */
function chooseLanguage(released: readonly LanguageCode[], asked: LanguageCode): LanguageCode | null {
  return [asked, DEFAULT_LANGUAGE, 'en' as const].find((one) => released.includes(one)) ?? released[0] ?? null
}

export type Texts<K extends DocumentKind> = Contents[K]['texts'] & Translation

export function textsOf<K extends DocumentKind>({ snapshot, language }: Served<K>): Texts<K> | null {
  const languages = snapshot?.languages as Partial<Record<LanguageCode, Texts<K>>> | undefined
  return (language && languages?.[language]) ?? null
}

export const factsOf = <K extends DocumentKind>({ snapshot }: Served<K>): Contents[K]['facts'] | null =>
  snapshot?.facts ?? null

/** Whether the text that is served was translated from an older Swedish text than the one that is public. */
export function isBehind(served: Served): boolean {
  const madeFrom = textsOf(served)?.madeFrom ?? null
  const swedish = served.snapshot?.languages[DEFAULT_LANGUAGE]?.revision
  return madeFrom !== null && swedish !== undefined && madeFrom < swedish
}

/** The name by which readers know a document, in the language that is served. */
export function titleOf(served: Served): string {
  const texts = textsOf(served) as { title?: string; name?: string } | null
  return texts?.title ?? texts?.name ?? ''
}
