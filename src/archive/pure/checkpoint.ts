import { openNote, parseVerifier, type Verifier } from './note.js'

/**
 * A checkpoint says in three lines how long the log is and what its root is; signed, it binds the log to its whole past.
 *
 * @see https://c2sp.org/tlog-checkpoint
 */
export interface Checkpoint {
  /** The log's name, for ever the same. */
  origin: string
  size: number
  /** 32 bytes. */
  root: Buffer
}

/** The text that is signed. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`

/** @returns undefined for anything else, further lines after the root included */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [, origin, size, encoded] = /^([^\n]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text) ?? []
  const root = Buffer.from(encoded ?? '', 'base64')
  if (origin === undefined || !Number.isSafeInteger(Number(size)) || root.length !== 32) return undefined
  return { origin, size: Number(size), root }
}

/**
 * The checkpoint in a note that this key has signed.
 *
 * @param vkey as `name+hash+key`
 * @returns undefined where the key is none, has not signed it, or has signed something else
 */
export function openCheckpoint(note: string, vkey: string): Checkpoint | undefined {
  const verifier = verifierOf(vkey)
  const text = verifier && openNote(note, [verifier])
  return text === undefined ? undefined : parseCheckpoint(text)
}

/** One key signs a log for years, and to make it from its text takes longer than to check a signature with it. */
let last: { vkey: string; verifier: Verifier | undefined } | undefined

function verifierOf(vkey: string): Verifier | undefined {
  if (last?.vkey !== vkey) last = { vkey, verifier: parseVerifier(vkey) }
  return last.verifier
}
