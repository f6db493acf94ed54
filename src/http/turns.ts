import type { MaybePromise } from '../delivery/maybe.js'
import { ServiceError } from '../errors.js'

/** Runs work that holds the thread, in turn among those who ask for it: at once where nobody is waiting. */
export type Turns = <T>(who: string, work: () => MaybePromise<T>) => MaybePromise<T>

interface Limits {
  /** Pieces of work that one may have waiting, and all together. */
  each?: number
  all?: number
  /**
   * Milliseconds of work in one round of the event loop: so much longer waits what needs no work. A round of its own for
   * each piece would cost as much as a short piece does.
   */
  round?: number
}

/**
 * A little work in each round of the event loop, so that what needs none is answered between them; and each asker in turn,
 * so that who asks for much waits for who asks for little, and never the other way round.
 *
 * @returns a function that rejects with ServiceError OVERLOADED where too much is waiting already
 */
export function createTurns({ each = 200, all = 2_000, round: length = 1 }: Limits = {}): Turns {
  const waiting = new Map<string, (() => unknown)[]>()
  /** Those who have something waiting, in the order of their turns. */
  const line: string[] = []
  let count = 0
  let isResting = true

  const take = (): (() => unknown) | undefined => {
    const who = line.shift()
    const works = who === undefined ? undefined : waiting.get(who)
    if (who === undefined || !works) return undefined
    const work = works.shift()
    // To the end of the line, if anything is left.
    if (works.length > 0) line.push(who)
    else waiting.delete(who)
    count -= 1
    return work
  }
  const round = (): void => {
    const ends = performance.now() + length
    let work = take()
    isResting = work === undefined
    if (isResting) return
    setImmediate(round)
    // Work that waits has done nothing yet: it goes on when this round is over, and has the rest of it.
    while (work && !(work() instanceof Promise) && performance.now() < ends) work = take()
  }
  return <T>(who: string, work: () => MaybePromise<T>): MaybePromise<T> => {
    if (isResting) {
      isResting = false
      setImmediate(round)
      return work()
    }
    const works = waiting.get(who) ?? []
    if (works.length >= each || count >= all) return Promise.reject(overloaded())
    if (works.length === 0) {
      waiting.set(who, works)
      line.push(who)
    }
    count += 1
    return new Promise<T>((resolve, reject) => {
      works.push(() => {
        try {
          const done = work()
          resolve(done)
          return done
        } catch (error) {
          // Nobody else's turn is lost by it.
          reject(error as Error)
          return undefined
        }
      })
    })
  }
}

const overloaded = (): ServiceError =>
  new ServiceError('OVERLOADED', {
    sv: 'Tjänsten hinner inte med fler frågor just nu. Försök igen om en stund.',
    en: 'Too many questions are waiting. Try again in a while.',
  })
