import { test } from '@jest/globals'

/** A test that runs where what it needs is there; elsewhere it is counted as skipped, and this says loudly why. */
export function where(isThere: boolean, otherwise: string): typeof test | typeof test.skip {
  if (isThere) return test
  console.warn(`NOT RUN: ${otherwise}`)
  return test.skip
}
