/**
 * Runs work that brings something up to date. Calls that overlap share a run, with one more after it: what was written
 * after a run began is met by the next.
 *
 * @returns a function whose promise is settled as the run that the call shares
 */
export function sharedRuns(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let again: Promise<void> | undefined
  const run = (): Promise<void> => {
    if (!running) return (running = work().finally(() => (running = undefined)))
    again ??= running
      .catch(() => {})
      .then(() => {
        again = undefined
        return run()
      })
    return again
  }
  return run
}
