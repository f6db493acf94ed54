import type { Instant } from '../pure/model.js'
import type { Shelf } from './shelf.js'

/** Follows the log for as long as the process runs. */
export interface Following {
  /**
   * Null while what is served is what is public now; else the instant as of which it is, as long as the database is away.
   * Null too before anything was read: then nothing is served.
   */
  asOf(): Instant | null
  stop(): void
}

interface FollowingOptions {
  shelf: Pick<Shelf, 'follow' | 'status'>
  /** Whether the database has told already what came since. */
  hasFollowed?: boolean
  /** Between two looks at the log. */
  everyMilliseconds: number
  /** Told once when a look fails, or takes so long that it counts as failed. */
  onAway: (error: unknown) => void
  onBack: () => void
}

/** A look that takes longer than this many milliseconds says that the database is away, whatever comes of it. */
const LATE = 2_000

export function keepFollowing({
  shelf,
  hasFollowed: isCurrent = false,
  everyMilliseconds,
  onAway,
  onBack,
}: FollowingOptions): Following {
  let isAway = false
  /** What was kept on disk is as of an earlier instant, until the database has told what came since. */
  let hasFollowed = isCurrent
  let lookingSince: number | null = null
  const away = (error: unknown): void => {
    if (!isAway) onAway(error)
    isAway = true
  }
  const back = (): void => {
    if (isAway) onBack()
    isAway = false
    hasFollowed = true
  }
  const look = (): void => {
    if (lookingSince !== null) {
      if (performance.now() - lookingSince > LATE) away(new Error('the database does not answer'))
      return
    }
    lookingSince = performance.now()
    void shelf
      .follow()
      .then(back, away)
      .finally(() => (lookingSince = null))
  }
  const timer = setInterval(look, everyMilliseconds).unref()
  look()
  return {
    asOf: () => (hasFollowed && !isAway ? null : shelf.status().lastFollowedAt),
    stop: () => clearInterval(timer),
  }
}
