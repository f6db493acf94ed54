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

/** Signs of a hash that find its holder: they tell nothing of the key, nor of the rest of the hash. */
const INDEXED = 16

export const holdersOf = (hashes: readonly { county: string; hash: string }[]): ReadonlyMap<string, Holder> =>
  new Map(hashes.map(({ county, hash }) => [hash.slice(0, INDEXED), { county, hash: Buffer.from(hash, 'hex') }]))

/** Whose key it is. The whole hash is compared in constant time, so that the time taken tells nothing of it. */
export function holderOf(key: string, holders: ReadonlyMap<string, Holder>): string | undefined {
  const asked = createHash('sha256').update(key).digest()
  const holder = holders.get(asked.toString('hex', 0, INDEXED / 2))
  return holder && timingSafeEqual(asked, holder.hash) ? holder.county : undefined
}
