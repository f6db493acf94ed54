import { ServiceError } from '../errors.js'

/** What one answer may take: whatever it is spent on, and throws ServiceError once it is spent. */
export interface Budget {
  /** One reading. @throws ServiceError TOO_SLOW */
  read(): void
  /** After waiting. @throws ServiceError TOO_SLOW */
  look(): void
  /** A text that is to be written into the answer. @throws ServiceError TOO_COMPLEX, TOO_SLOW */
  write(characters: number): void
  /** Characters of all that was written so far. */
  written(): number
  /** Takes back what was written since, where it is written again. @param written as it was told before */
  rewind(written: number): void
}

/** Readings between looks at the clock. */
const EVERY = 64

/**
 * No single query can hold the thread or fill the memory: the limits of depth and cost are guesses, and this is what
 * they are guesses of.
 *
 * @param time milliseconds from now on, @param texts characters
 */
export function createBudget({ time, texts }: { time: number; texts: number }): Budget {
  const ends = performance.now() + time
  let readings = 0
  let written = 0
  let isSpent = false
  const look = (): void => {
    isSpent ||= performance.now() > ends
    if (isSpent) throw tooSlow(time)
  }
  return {
    read: () => {
      readings += 1
      if (isSpent || readings % EVERY === 0) look()
    },
    look,
    write: (characters) => {
      written += characters
      if (written > texts) throw tooLong(texts)
      look()
    },
    written: () => written,
    rewind: (before) => {
      written = before
    },
  }
}

const tooSlow = (milliseconds: number): ServiceError =>
  new ServiceError('TOO_SLOW', {
    sv: `Frågan tog längre tid än ${milliseconds} ms. Dela upp den, eller hämta kortare listor (first).`,
    en: `The query took longer than ${milliseconds} ms. Ask in several queries, or for shorter lists (first).`,
  })

const tooLong = (characters: number): ServiceError =>
  new ServiceError('TOO_COMPLEX', {
    sv: `Svarets texter är längre än ${characters} tecken. Dela upp frågan, eller hämta kortare listor (first).`,
    en: `The texts of the answer are longer than ${characters} characters. Ask in several queries, or for shorter lists (first).`,
  })
