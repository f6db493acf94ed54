import { states, type State, type Wanted } from '../../../delivery/catalogue/find.js'
import { kindOf, owners, type DocumentKind } from '../../../vocabulary.js'

/** The question of a search, and what of it could not be understood. */
export interface Question {
  wanted: Wanted
  /** 1 for the first. */
  page: number
  /** Names of the fields whose values are none of theirs. */
  faults: ReadonlySet<string>
}

const kinds: readonly string[] = Object.values(kindOf)

export function questionIn(asked: ReadonlyMap<string, string>): Question {
  const faults = new Set<string>()
  const oneOf = <T extends string>(name: string, values: readonly string[]): T | null => {
    const value = asked.get(name)
    if (value === undefined) return null
    if (values.includes(value)) return value as T
    faults.add(name)
    return null
  }
  const year = asked.get('ar')
  const isYear = year !== undefined && /^(1[5-9]|2[01])\d\d$/.test(year)
  if (year !== undefined && !isYear) faults.add('ar')
  const page = Number(asked.get('sida') ?? 1)
  return {
    wanted: {
      text: asked.get('q') ?? null,
      county: oneOf('lan', owners),
      topic: asked.get('amne') ?? null,
      party: asked.get('part') ?? null,
      diaryNumber: asked.get('dnr') ?? null,
      year: isYear ? Number(year) : null,
      state: oneOf<State>('tillstand', states),
      kind: oneOf<DocumentKind>('typ', kinds),
    },
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
    faults,
  }
}
