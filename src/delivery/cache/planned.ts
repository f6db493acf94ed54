/** Changes that are known to come, in milliseconds since 1970. */
export interface Planned {
  add(at: number, tags: ReadonlySet<string>): void
  /** The first of them that changes what carries these tags; Infinity where none does. */
  first(tags: ReadonlySet<string>, now: number): number
}

export function createPlanned(): Planned {
  let planned: { at: number; tags: ReadonlySet<string> }[] = []
  return {
    add: (at, tags) => void planned.push({ at, tags }),
    first: (tags, now) => {
      if (planned.length === 0) return Infinity
      planned = planned.filter(({ at }) => at > now)
      return Math.min(Infinity, ...planned.filter((one) => meets(one.tags, tags)).map(({ at }) => at))
    },
  }
}

const meets = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean => {
  for (const one of some) if (others.has(one)) return true
  return false
}
