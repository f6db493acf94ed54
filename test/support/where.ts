import { test } from '@jest/globals'

/** Declares a test where what it needs is there; elsewhere it is told as one that is still to be run, and loudly why. */
export function where(isThere: boolean, otherwise: string): typeof test {
  if (isThere) return test
  console.warn(`NOT RUN: ${otherwise}`)
  const later = (name: string): void => test.todo(name)
  return Object.assign(later, { each: () => later }) as unknown as typeof test
}
