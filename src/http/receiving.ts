/** Something that arrives piece by piece. */
export interface Arriving {
  /** Notes a piece. */
  add(bytes: number): void
  /** It is whole, or is not waited for any more. */
  end(): void
}

interface Limits {
  /** Of all together. */
  bytes: number
  /** For how long each is waited for. */
  milliseconds: number
}

/**
 * What has begun to arrive and does not go on holds memory. What takes too long is given up, and beyond a limit those that
 * began first: what arrives at a usual pace is there within moments.
 *
 * @returns begins one; `giveUp` is told when it is not waited for any more
 */
export function createReceiving({ bytes: most, milliseconds: patience }: Limits): (giveUp: () => void) => Arriving {
  /** In the order in which they began. */
  const begun = new Map<() => void, { bytes: number; since: number }>()
  let held = 0
  let isWatched = false

  const end = (giveUp: () => void): void => {
    held -= begun.get(giveUp)?.bytes ?? 0
    begun.delete(giveUp)
  }
  const giveUpFirst = (giveUp: () => void): void => {
    end(giveUp)
    giveUp()
  }
  /** One clock for all: whatever began first is the first that takes too long. */
  const watch = (): void => {
    isWatched = false
    for (const [giveUp, { since }] of begun) {
      const left = since + patience - performance.now()
      if (left > 0) return watchIn(left)
      giveUpFirst(giveUp)
    }
  }
  const watchIn = (milliseconds: number): void => {
    isWatched = true
    setTimeout(watch, milliseconds).unref()
  }
  return (giveUp) => {
    const mine = { bytes: 0, since: performance.now() }
    begun.set(giveUp, mine)
    if (!isWatched) watchIn(patience)
    return {
      add: (bytes) => {
        if (!begun.has(giveUp)) return
        mine.bytes += bytes
        held += bytes
        for (const [first, { bytes: some }] of begun) {
          if (held <= most) return
          if (some > 0) giveUpFirst(first)
        }
      },
      end: () => end(giveUp),
    }
  }
}
