import { setImmediate as nextRound } from 'node:timers/promises'

/** Milliseconds of work before others get their turn. */
const SLICE = 10

/** Work on each of many things, with pauses in which others are answered. */
export async function oneByOne<T>(all: Iterable<T>, work: (one: T) => unknown): Promise<void> {
  let began = performance.now()
  for (const one of all) {
    const done = work(one)
    if (done instanceof Promise) await done
    if (performance.now() - began < SLICE) continue
    await nextRound()
    began = performance.now()
  }
}
