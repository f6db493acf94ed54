import type { Entry, Instant, SnapshotOf } from '../../archive/pure/model.js'
import type { Standing } from '../../archive/pure/resolve.js'
import type { Found, View } from '../../archive/read/view.js'
import type { DocumentKind } from '../../vocabulary.js'
import type { Budget } from '../budget.js'
import { held } from '../maybe.js'

/** What an answer has read: kept beside it, so that exactly what a later record changes is dropped. */
export interface Trace {
  tags: Set<string>
  /** The first instant at which the answer may be another though nothing is recorded; null where none is known. */
  until: Instant | null
}

export const createTrace = (): Trace => ({ tags: new Set(), until: null })

/** Notes that the answer holds until then at the most. */
export function endsAt(trace: Trace, instant: Instant): void {
  if (trace.until === null || instant < trace.until) trace.until = instant
}

/** The names of what can be read: a document by its id, which has no stroke, all else with one. */
export const tagOf = {
  document: (id: string): string => id,
  slug: (kind: DocumentKind, slug: string): string => `slug/${kind}/${slug}`,
  county: (kind: DocumentKind, county: string): string => `list/${kind}/${county}`,
  topic: (kind: DocumentKind, topic: string, county: string): string => `list/${kind}/${county}/${topic}`,
  editions: (strategy: string): string => `editions/${strategy}`,
  log: 'log',
}

/** The same view without notes: for what is worked out once for many answers, as the order of a list. */
export const untraced = (view: View): View => (view instanceof TracedView ? view.untraced : view)

/**
 * A view that notes what is asked of it. It is the only way to what is public: what it does not see was not read.
 *
 * @param budget what each reading is taken from
 */
export const traced = (view: View, trace: Trace, budget: Budget): View => new TracedView(view, trace, budget)

/** A class, since each request has one: its methods are made once. */
class TracedView implements View {
  declare readonly knownAt: Instant
  declare readonly untraced: View
  declare private readonly trace: Trace
  declare private readonly budget: Budget

  constructor(view: View, trace: Trace, budget: Budget) {
    this.knownAt = view.knownAt
    this.untraced = view
    this.trace = trace
    this.budget = budget
  }

  private reads(tag: string): View {
    this.budget.read()
    this.trace.tags.add(tag)
    return this.untraced
  }
  private readsDocument(id: string): View {
    return this.reads(tagOf.document(id))
  }

  document(id: string): Found | undefined {
    return this.readsDocument(id).document(id)
  }
  bySlug(kind: DocumentKind, county: string, slug: string): Found | undefined {
    const found = this.reads(tagOf.slug(kind, slug)).bySlug(kind, county, slug)
    if (found) this.readsDocument(found.id)
    return found
  }
  ofCounty(kind: DocumentKind, county: string): readonly Found[] {
    return this.reads(tagOf.county(kind, county)).ofCounty(kind, county)
  }
  ofTopic(kind: DocumentKind, topic: string, county: string): readonly Found[] {
    return this.reads(tagOf.topic(kind, topic, county)).ofTopic(kind, topic, county)
  }
  editionsOf(strategy: string): Found[] {
    return this.reads(tagOf.editions(strategy)).editionsOf(strategy)
  }
  history(id: string): Entry[] {
    return this.readsDocument(id).history(id)
  }
  record(id: string): Entry | undefined {
    const entry = this.untraced.record(id)
    if (entry) this.readsDocument(entry.record.document.id)
    // A record that is not public yet becomes so by an entry, or by its instant.
    else this.reads(tagOf.log)
    return entry
  }
  sealOf(entry: Entry): Entry | undefined {
    return this.readsDocument(entry.record.document.id).sealOf(entry)
  }
  snapshot<K extends DocumentKind>(entry: Entry): SnapshotOf<K> | Promise<SnapshotOf<K>> {
    const snapshot = this.readsDocument(entry.record.document.id).snapshot<K>(entry)
    if (!(snapshot instanceof Promise)) return snapshot
    return held(
      snapshot.then((read) => {
        this.budget.look()
        return read
      }),
    )
  }
  async bytes(record: string): Promise<string> {
    const text = await this.untraced.bytes(record)
    this.budget.write(text.length)
    return text
  }
  today(id: string): Standing | undefined {
    return this.readsDocument(id).today(id)
  }
  remember<T>(key: string, make: () => T): T {
    return this.untraced.remember(key, make)
  }
}
