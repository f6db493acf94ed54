/** Something that arrives piece by piece. */
export interface Arriving {
  /** Notes a piece. */
  add(bytes: number): void
  /** It is whole, or is not waited for any more. */
  end(): void
}

/**
 * What has begun to arrive and does not go on holds memory. Beyond a limit those that began first are given up: what
 * arrives at a usual pace is there within moments.
 *
 * @param limit bytes, of all together
 * @returns begins one; `giveUp` is told when it has to make room
 */
export function createReceiving(limit: number): (giveUp: () => void) => Arriving {
  /** Bytes of each, in the order in which they began. */
  const sizes = new Map<() => void, number>()
  let held = 0
  const end = (giveUp: () => void): void => {
    held -= sizes.get(giveUp) ?? 0
    sizes.delete(giveUp)
  }
  return (giveUp) => {
    sizes.set(giveUp, 0)
    return {
      add: (bytes) => {
        if (!sizes.has(giveUp)) return
        sizes.set(giveUp, sizes.get(giveUp)! + bytes)
        held += bytes
        while (held > limit) {
          const [oldest] = sizes.keys()
          end(oldest!)
          oldest!()
        }
      },
      end: () => end(giveUp),
    }
  }
}
