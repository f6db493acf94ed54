import type { LogView } from '../archive/read/logView.js'
import type { View } from '../archive/read/view.js'
import type { Instant } from '../archive/pure/model.js'
import { nextStockholmDay, stockholmDate } from '../archive/pure/stockholm.js'
import type { Budget } from './budget.js'
import { endsAt, type Trace } from './cache/trace.js'
import type { LanguageCode } from '../vocabulary.js'

/** What an answer inherits from the field that began it: links and lists inside it keep to the same moment and place. */
export interface Scope {
  view: View
  language: LanguageCode
  /** The county whose page is drawn, or the owner of what was asked for by its id. */
  county: string
  /** `YYYY-MM-DD`; null for the Stockholm date of the moment. */
  validAt: string | null
  /** Whether it was asked as of now, so that the answer changes with time. */
  isNow: boolean
  trace: Trace
  memo: Memo
}

/** What was worked out within a scope: links meet the same documents again. By their ids. */
export interface Memo {
  served: Map<string, unknown>
  editions: Map<string, unknown>
}

/** A scope in which nothing was worked out yet; of another one, the same with other parts. */
export const createScope = (parts: Omit<Scope, 'memo'>): Scope => ({
  ...parts,
  memo: { served: new Map(), editions: new Map() },
})

/** The day for which validity is asked: by default the date in Sweden at the moment, never the UTC one. */
export const dayOf = (scope: Scope): string => scope.validAt ?? todayOf(scope)

/** The date in Sweden at the moment. An answer as of now that depends on it holds until midnight there. */
export function todayOf(scope: Scope): string {
  const today = stockholmDate(scope.view.knownAt)
  changesAt(scope, nextStockholmDay(today))
  return today
}

/** Notes that an answer as of now is another one from that instant on. */
export function changesAt({ isNow, trace }: Scope, instant: Instant): void {
  if (isNow) endsAt(trace, instant)
}

/** What every resolver may use. One for each request. */
export interface DeliveryContext {
  /** Null for now. @throws ServiceError BAD_INPUT for a moment ahead */
  viewAt(knownAt: Instant | null): View
  trace: Trace
  budget: Budget
  addresses: Addresses
  /** @throws ServiceError ARCHIVE_UNAVAILABLE before the first checkpoint was read */
  log(): LogView
}

/** Where things are found: filled by the composition root, so that delivery knows of no websites collection. */
export interface Addresses {
  /** An absolute address of a document, on its county's site where that has told its paths. */
  document(document: Addressed): string
  /** An absolute address of a file. */
  file(file: { sha256: string; name: string }): string
}

export interface Addressed {
  id: string
  kind: 'topic' | 'strategy' | 'edition' | 'news' | 'contact'
  county: string
  slug: string | null
  /** Of an edition: its strategy's slug, and its number. */
  strategy?: string | null
  number?: number | null
}
