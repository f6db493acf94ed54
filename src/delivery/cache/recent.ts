/** Things that were asked for of late: those that were used longest ago make room for others. */
export interface Recent<T> {
  /** Counts as a use. */
  get(key: string): T | undefined
  /** In place of what was there. @param size in whatever the limit counts */
  put(key: string, value: T, size: number): void
}

export function createRecent<T>(limit: { size: number; count?: number }): Recent<T> {
  const { count = Infinity } = limit
  // The map keeps the order in which they were used.
  const kept = new Map<string, { value: T; size: number }>()
  let size = 0
  const remove = (key: string): void => {
    size -= kept.get(key)?.size ?? 0
    kept.delete(key)
  }
  return {
    get: (key) => {
      const one = kept.get(key)
      if (!one) return undefined
      kept.delete(key)
      kept.set(key, one)
      return one.value
    },
    put: (key, value, own) => {
      remove(key)
      kept.set(key, { value, size: own })
      size += own
      for (const oldest of kept.keys()) {
        if (size <= limit.size && kept.size <= count) return
        remove(oldest)
      }
    },
  }
}
