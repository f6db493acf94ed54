import type { Instant } from '../../../archive/pure/model.js'
import { createScope, type Scope } from '../../../delivery/scope.js'
import { NATIONAL, languages, type LanguageCode } from '../../../vocabulary.js'
import { dayAsked, momentAsked } from '../moments.js'
import type { Visit } from '../visit.js'

/** For which day, as of which moment, and in which language a document is read. */
export interface Reading {
  scope: Scope
  /** Null for now. */
  knownAt: Instant | null
  /** What the reader wrote, for the form. */
  written: { knownAt: string; validAt: string }
  /** Fields whose values were not understood. */
  faults: ReadonlySet<'knownAt' | 'validAt'>
}

/** What was not understood is passed over, and told: the document is shown as it reads now. */
export function readingIn({ asked, reading, speech }: Visit, now: Instant): Reading {
  const moment = momentAsked(asked.get('knownAt'), now)
  const day = dayAsked(asked.get('validAt'))
  const wanted = languages.find((code) => code === asked.get('language'))
  const faults = new Set<'knownAt' | 'validAt'>()
  if (moment.fault !== null) faults.add('knownAt')
  if (day.fault !== null) faults.add('validAt')
  const { viewAt, trace } = reading.context
  return {
    knownAt: moment.value,
    written: { knownAt: asked.get('knownAt') ?? '', validAt: asked.get('validAt') ?? '' },
    faults,
    scope: createScope({
      view: viewAt(moment.value),
      language: wanted ?? (speech satisfies LanguageCode),
      county: NATIONAL,
      validAt: day.value,
      isNow: moment.value === null,
      trace,
    }),
  }
}
