import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Told apart from everything else by whoever looks for secrets where none should be. */
const PREFIX = 'lk_'

/** A key is 32 random bytes: it cannot be guessed, so that a plain hash keeps it. */
export const newKey = (): string => `${PREFIX}${randomBytes(32).toString('base64url')}`

/** As it is kept: hex. */
export const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')

/** By what an administrator tells keys apart: its last four signs. */
export const hintOf = (key: string): string => key.slice(-4)

export interface Holder {
  county: string
  /** 32 bytes. */
  hash: Buffer
}

/** Whose key it is. Every hash is compared, each in constant time, so that the time taken tells nothing of them. */
export function holderOf(key: string, holders: readonly Holder[]): string | undefined {
  const asked = createHash('sha256').update(key).digest()
  let found: string | undefined
  for (const { county, hash } of holders) if (timingSafeEqual(asked, hash)) found = county
  return found
}
