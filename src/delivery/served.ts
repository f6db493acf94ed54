import type { Contents, SnapshotOf, Translation } from '../archive/pure/model.js'
import type { Found } from '../archive/read/view.js'
import { DEFAULT_LANGUAGE, type DocumentKind, type LanguageCode } from '../vocabulary.js'
import { mapMaybe, type MaybePromise } from './maybe.js'
import type { Scope } from './scope.js'

export const typenameOf = {
  topic: 'Topic',
  strategy: 'Strategy',
  edition: 'Edition',
  news: 'NewsItem',
  contact: 'Contact',
} as const satisfies Record<DocumentKind, string>
type Typename = (typeof typenameOf)[DocumentKind]

/** A document as it is answered: where it stands, and its text where that may be read. */
export interface Served<K extends DocumentKind = DocumentKind> {
  __typename: Typename
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

/** At once for what is public now, when it has been read for what is not. */
export function serve<K extends DocumentKind>(
  found: Found & { kind: DocumentKind },
  scope: Scope,
  askedSlug: string | null = null,
): MaybePromise<Served<K>> {
  const snapshot = found.content && scope.view.snapshot<K>(found.content)
  return mapMaybe(snapshot, (read) => servedAs(found, scope, read, askedSlug))
}

/** A document of which is known where it stands; its text is not read yet. */
export class Unserved {
  declare readonly found: Found & { kind: DocumentKind }
  declare readonly scope: Scope

  constructor(found: Found, scope: Scope) {
    this.found = found
    this.scope = scope
  }
}

/** Documents by their ids, in that order, as far as they are public at the moment. */
export function publicOnes<K extends DocumentKind>(scope: Scope, ids: readonly string[]): MaybePromise<Served<K>>[] {
  const result: MaybePromise<Served<K>>[] = []
  for (const id of ids) {
    const served = (scope.memo.served.get(id) as MaybePromise<Served<K>> | undefined) ?? servePublic<K>(scope, id)
    if (served) result.push(served)
  }
  return result
}

function servePublic<K extends DocumentKind>(scope: Scope, id: string): MaybePromise<Served<K>> | undefined {
  const found = scope.view.document(id)
  if (found?.publication !== 'PUBLIC') return undefined
  const served = serve<K>(found, scope)
  scope.memo.served.set(id, served)
  return served
}

class ServedDocument<K extends DocumentKind> implements Served<K> {
  // Declared only: V8 sets what a class defines much more slowly than what it is given.
  declare readonly __typename: Typename
  declare readonly id: string
  declare readonly kind: K
  declare readonly scope: Scope
  declare readonly askedSlug: string | null
  declare readonly found: Found | null
  declare readonly snapshot: SnapshotOf<K> | null
  declare readonly language: LanguageCode | null

  constructor(
    id: string,
    kind: K,
    scope: Scope,
    askedSlug: string | null,
    found: Found | null,
    snapshot: SnapshotOf<K> | null,
  ) {
    this.__typename = typenameOf[kind]
    this.id = id
    this.kind = kind
    this.scope = scope
    this.askedSlug = askedSlug
    this.found = found
    this.snapshot = snapshot
    this.language = snapshot && chooseLanguage(snapshot.languages, scope.language)
  }
}

/** A document with the text of one of its records. */
export function servedAs<K extends DocumentKind>(
  found: Found & { kind: DocumentKind },
  scope: Scope,
  snapshot: SnapshotOf<K> | null,
  askedSlug: string | null = null,
): Served<K> {
  return new ServedDocument<K>(found.id, found.kind as K, scope, askedSlug, found, snapshot)
}

/** A strategy that this archive came to know later than the moment. */
export const servedBefore = (id: string, scope: Scope, askedSlug: string): Served<'strategy'> =>
  new ServedDocument(id, 'strategy', scope, askedSlug, null, null)

/** Easy-to-read Swedish falls back to Swedish as all others do; a text in some language is better than none. */
export function chooseLanguage(
  released: Partial<Record<LanguageCode, unknown>>,
  asked: LanguageCode,
): LanguageCode | null {
  if (released[asked]) return asked
  if (released[DEFAULT_LANGUAGE]) return DEFAULT_LANGUAGE
  if (released.en) return 'en'
  return (Object.keys(released) as LanguageCode[]).find((one) => released[one]) ?? null
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
