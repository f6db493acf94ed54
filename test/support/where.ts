import { test } from '@jest/globals'

/**
 * Declares a test where what it needs is there; elsewhere there is none, and it is told loudly why. For a file that has
 * other tests: files that need something as a whole are left out by `scripts/test.mjs`.
 */
export function where(isThere: boolean, otherwise: string): typeof test {
  if (isThere) return test
  console.warn(`NOT RUN: ${otherwise}`)
  const none = (): void => {}
  return Object.assign(none, { each: () => none }) as unknown as typeof test
}
