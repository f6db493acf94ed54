/** Changes that are known to come, in milliseconds since 1970. */
export interface Planned {
  add(at: number, tags: ReadonlySet<string>): void
  /** The first of them that changes what carries these tags; Infinity where none does. */
  first(tags: ReadonlySet<string>): number
  /** Whether any lies ahead, or has passed and was not taken yet. */
  areThere(): boolean
  /** What those change that have come by now: told once. */
  takePassed(now: number): ReadonlySet<string>[]
}

export function createPlanned(): Planned {
  let planned: { at: number; tags: ReadonlySet<string> }[] = []
  return {
    add: (at, tags) => void planned.push({ at, tags }),
    first: (tags) => Math.min(Infinity, ...planned.filter((one) => meets(one.tags, tags)).map(({ at }) => at)),
    areThere: () => planned.length > 0,
    takePassed: (now) => {
      const passed = planned.filter(({ at }) => at <= now)
      if (passed.length > 0) planned = planned.filter(({ at }) => at > now)
      return passed.map(({ tags }) => tags)
    },
  }
}

const meets = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean => {
  for (const one of some) if (others.has(one)) return true
  return false
}
