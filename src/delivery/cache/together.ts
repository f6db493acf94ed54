import type { MaybePromise } from '../maybe.js'

/** Makes what many ask for at the same time once for all of them. */
export interface Together {
  /** At once where it is made at once: then nobody can ask meanwhile. */
  once<T>(key: string, make: () => MaybePromise<T>): MaybePromise<T>
  /** Who asks from now on does not get what is being made. */
  startOver(): void
  /** How often something was made. */
  made(): number
}

export function createTogether(): Together {
  let running = new Map<string, Promise<unknown>>()
  let made = 0
  return {
    once: <T>(key: string, make: () => MaybePromise<T>): MaybePromise<T> => {
      const known = running.get(key) as Promise<T> | undefined
      if (known) return known
      made += 1
      const among = running
      const begun = make()
      if (!(begun instanceof Promise)) return begun
      const making = begun.finally(() => among.delete(key))
      among.set(key, making)
      return making
    },
    startOver: () => {
      running = new Map()
    },
    made: () => made,
  }
}
