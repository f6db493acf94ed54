import { ServiceError } from '../../errors.js'

/** A place to have texts of the past in. */
export interface Place {
  /** Runs a reading once there is room for who asks. */
  hold<T>(read: () => Promise<T>): Promise<T>
  /** Notes what was read. @throws ServiceError TOO_COMPLEX for more than one answer may be made from */
  take(bytes: number): void
}

export interface Places {
  /** For who reads, and hands on what was read. */
  whileReading: Place
  /** For who goes on with what was read: the place is kept from the first reading to the end. */
  holding(): Place & { end(): void }
}

interface Limits {
  /** How many may have texts at one time. */
  count: number
  /** Bytes that each of them may have. */
  bytes: number
  /** Milliseconds. Who has waited for so long is refused, and may come again. */
  patience: number
}

/**
 * Texts of the past come from the database into memory, and stay until the answer is made from them: so few answers may
 * have any at one time, and all others wait in turn, with nothing in their hands.
 */
export function createPlaces({ count, bytes: most, patience }: Limits): Places {
  const waiting = new Set<() => void>()
  let free = count

  const leave = (): void => {
    const [next] = waiting
    if (next) next()
    else free += 1
  }
  const enter = (): Promise<void> => {
    if (free > 0) {
      free -= 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const go = (): void => {
        waiting.delete(go)
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        waiting.delete(go)
        reject(new Error(`no place within ${patience} ms`))
      }, patience)
      waiting.add(go)
    })
  }
  return {
    whileReading: {
      hold: async (read) => {
        await enter()
        return read().finally(leave)
      },
      take: () => {},
    },
    holding: () => {
      let entered: Promise<void> | undefined
      let taken = 0
      let isOver = false
      // An answer that failed in one place is sent while others still begin to read: for nobody, and without a place.
      const goOn = (): void => {
        if (isOver) throw new Error('the answer was given already')
      }
      return {
        hold: async (read) => {
          goOn()
          await (entered ??= enter())
          goOn()
          return read()
        },
        take: (bytes) => {
          taken += bytes
          if (taken > most) throw tooMuch(most)
        },
        end: () => {
          isOver = true
          entered?.then(leave, () => {})
        },
      }
    },
  }
}

const tooMuch = (bytes: number): ServiceError =>
  new ServiceError('TOO_COMPLEX', {
    sv: `Svaret görs av mer än ${bytes} byte ur äldre versioner. Dela upp frågan, eller hämta kortare listor (first).`,
    en: `The answer is made from more than ${bytes} bytes of past versions. Ask in several queries, or for shorter lists (first).`,
  })
