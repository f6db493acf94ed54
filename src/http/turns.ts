import { ServiceError } from '../errors.js'

/** Runs work that holds the thread, in turn among those who ask for it. */
export type Turns = <T>(who: string, work: () => Promise<T>) => Promise<T>

interface Limits {
  /** Pieces of work that one may have waiting, and all together. */
  each: number
  all: number
}

/**
 * One piece of work in each round of the event loop, so that what needs none is answered between them; and each asker in
 * turn, so that who asks for much waits for who asks for little, and never the other way round.
 *
 * @returns a function that rejects with ServiceError OVERLOADED where too much is waiting already
 */
export function createTurns(limits: Limits = { each: 200, all: 2_000 }): Turns {
  const waiting = new Map<string, (() => void)[]>()
  let count = 0
  let isResting = true

  const next = (): void => {
    const [who, works] = waiting.entries().next().value ?? []
    if (who === undefined || works === undefined) {
      isResting = true
      return
    }
    const work = works.shift()
    // To the end of the line, if anything is left.
    waiting.delete(who)
    if (works.length > 0) waiting.set(who, works)
    count -= 1
    setImmediate(next)
    work?.()
  }
  return <T>(who: string, work: () => Promise<T>): Promise<T> => {
    if (isResting) {
      isResting = false
      setImmediate(next)
      return work()
    }
    const works = waiting.get(who) ?? []
    if (works.length >= limits.each || count >= limits.all) return Promise.reject(overloaded())
    waiting.set(who, works)
    count += 1
    return new Promise<T>((resolve, reject) => {
      works.push(() => {
        try {
          resolve(work())
        } catch (error) {
          // Nobody else's turn is lost by it.
          reject(error as Error)
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
