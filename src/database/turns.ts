import { ServiceError } from '../errors.js'

export interface Turns {
  /** Waits for the turn and returns what ends it. */
  take(label: string): Promise<() => void>
}

/**
 * One turn at a time, in the order of asking.
 *
 * @param patienceMilliseconds a longer wait means that somebody holds the turn and waits for it at once, as a hook does
 *   that writes without its `req`: it is refused with a message that names the holder.
 */
export function createTurns(patienceMilliseconds: number): Turns {
  let tail: Promise<void> = Promise.resolve()
  let holder = 'nobody'
  return {
    take: async (label) => {
      const before = tail
      let free: () => void = () => {}
      tail = new Promise((resolve) => (free = resolve))
      let timer: NodeJS.Timeout | undefined
      const tooLong = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          const waited = `${Math.round(patienceMilliseconds / 1000)} s`
          reject(
            new ServiceError('DATABASE_BUSY', {
              sv: `Databasen är upptagen. Vänta en stund och försök igen. (${waited})`,
              en: `The database is busy: waited ${waited} for “${holder.slice(0, 120)}”. Try again in a while.`,
            }),
          )
        }, patienceMilliseconds)
      })
      try {
        await Promise.race([before, tooLong])
      } catch (error) {
        // The place in the queue is given on when it comes, so that those behind still get their turn.
        void before.then(free)
        throw error
      } finally {
        clearTimeout(timer)
      }
      holder = label
      return free
    },
  }
}
