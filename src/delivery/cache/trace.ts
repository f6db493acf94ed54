import type { Instant } from '../../archive/pure/model.js'
import type { View } from '../../archive/read/view.js'
import type { DocumentKind } from '../../vocabulary.js'
import type { Budget } from '../budget.js'

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

/** A view that takes notes, and the same one without: for what is worked out once for many answers, as the order of a list. */
interface TracedView extends View {
  untraced: View
}

export const untraced = (view: View): View => ('untraced' in view ? (view as TracedView).untraced : view)

/**
 * A view that notes what is asked of it. It is the only way to what is public: what it does not see was not read.
 *
 * @param budget what each reading is taken from
 */
export function traced(view: View, trace: Trace, budget: Budget): TracedView {
  const reads = (tag: string): void => {
    budget.read()
    trace.tags.add(tag)
  }
  const readsDocument = (id: string): void => reads(tagOf.document(id))
  return {
    ...view,
    untraced: view,
    document: (id) => {
      readsDocument(id)
      return view.document(id)
    },
    bySlug: (kind, county, slug) => {
      reads(tagOf.slug(kind, slug))
      const found = view.bySlug(kind, county, slug)
      if (found) readsDocument(found.id)
      return found
    },
    ofCounty: (kind, county) => {
      reads(tagOf.county(kind, county))
      return view.ofCounty(kind, county)
    },
    ofTopic: (kind, topic, county) => {
      reads(tagOf.topic(kind, topic, county))
      return view.ofTopic(kind, topic, county)
    },
    editionsOf: (strategy) => {
      reads(tagOf.editions(strategy))
      return view.editionsOf(strategy)
    },
    history: (id) => {
      readsDocument(id)
      return view.history(id)
    },
    record: (id) => {
      const entry = view.record(id)
      if (entry) readsDocument(entry.record.document.id)
      // A record that is not public yet becomes so by an entry, or by its instant.
      else reads(tagOf.log)
      return entry
    },
    sealOf: (entry) => {
      readsDocument(entry.record.document.id)
      return view.sealOf(entry)
    },
    snapshot: (entry, kind) => {
      readsDocument(entry.record.document.id)
      const snapshot = view.snapshot(entry, kind)
      if (!(snapshot instanceof Promise)) return snapshot
      return snapshot.then((read) => {
        budget.look()
        return read
      })
    },
    bytes: async (record) => {
      const text = await view.bytes(record)
      budget.write(text.length)
      return text
    },
    today: (id) => {
      readsDocument(id)
      return view.today(id)
    },
  }
}
