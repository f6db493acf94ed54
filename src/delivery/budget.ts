import { ServiceError } from '../errors.js'

/** Readings between looks at the clock. */
const EVERY = 64

/**
 * The time that one answer may take. No single query can hold the thread for longer: the limits of depth and cost are
 * guesses, and this is what they are guesses of.
 *
 * @param milliseconds from now on
 * @returns a function that throws ServiceError TOO_SLOW once they have passed
 */
export function createBudget(milliseconds: number): () => void {
  const ends = performance.now() + milliseconds
  let readings = 0
  let isSpent = false
  return () => {
    readings += 1
    if (readings % EVERY === 0) isSpent ||= performance.now() > ends
    if (isSpent) throw tooSlow(milliseconds)
  }
}

const tooSlow = (milliseconds: number): ServiceError =>
  new ServiceError('TOO_SLOW', {
    sv: `Frågan tog längre tid än ${milliseconds} ms. Dela upp den, eller hämta kortare listor (first).`,
    en: `The query took longer than ${milliseconds} ms. Ask in several queries, or for shorter lists (first).`,
  })
