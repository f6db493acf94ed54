import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'

/**
 * Signed notes with Ed25519, as `golang.org/x/mod/sumdb/note` and C2SP's signed-note write them: a text, an empty line,
 * and one line for each signature.
 *
 * @see https://c2sp.org/signed-note
 */

/** Who signs: the private key and its public half, under one name. */
export interface Signer {
  name: string
  /** `name+hash+key`: what everybody may know, and needs in order to check. */
  vkey: string
  privateKey: KeyObject
}

export interface Verifier {
  name: string
  /** 4 bytes that tell keys of one name apart. */
  keyId: Buffer
  publicKey: KeyObject
}

const ED25519 = Buffer.of(1)
/** What stands before the 32 bytes of an Ed25519 key in DER (RFC 8410): PKCS #8 for a seed, SPKI for a public key. */
const SEED_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** A name may hold neither a plus nor any white space: both separate parts of a key. */
const isKeyName = (name: string): boolean => name !== '' && !/[+\s]/.test(name)

const keyIdOf = (name: string, publicBytes: Buffer): Buffer =>
  createHash('sha256').update(`${name}\n`).update(ED25519).update(publicBytes).digest().subarray(0, 4)

/**
 * A signer from the 32 bytes of its seed.
 *
 * @throws RangeError for a name that cannot stand in a key, or a seed of another length
 */
export function signerOf(name: string, seed: Buffer): Signer {
  if (!isKeyName(name)) throw new RangeError(`not a key name: ${name}`)
  if (seed.length !== 32) throw new RangeError('a seed has 32 bytes')
  const privateKey = createPrivateKey({ key: Buffer.concat([SEED_PREFIX, seed]), format: 'der', type: 'pkcs8' })
  const publicBytes = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length)
  const encoded = Buffer.concat([ED25519, publicBytes]).toString('base64')
  return { name, privateKey, vkey: `${name}+${keyIdOf(name, publicBytes).toString('hex')}+${encoded}` }
}

/** The private key as one line, in the form that Go's note package reads: `PRIVATE+KEY+name+hash+key`. */
export function signerText(signer: Signer): string {
  const [, keyId] = signer.vkey.split('+', 2)
  const seed = signer.privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(SEED_PREFIX.length)
  return `PRIVATE+KEY+${signer.name}+${keyId ?? ''}+${Buffer.concat([ED25519, seed]).toString('base64')}`
}

/** @returns undefined for anything but such a line */
export function parseSigner(text: string): Signer | undefined {
  const [, name, keyId, key] = /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? []
  const bytes = Buffer.from(key ?? '', 'base64')
  if (name === undefined || bytes.length !== 33 || bytes[0] !== 1) return undefined
  const signer = signerOf(name, bytes.subarray(1))
  return signer.vkey.startsWith(`${name}+${keyId ?? ''}+`) ? signer : undefined
}

/** @returns undefined for anything but a public key whose hash is its own */
export function parseVerifier(vkey: string): Verifier | undefined {
  const [, name, hash, key] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(vkey.trim()) ?? []
  const bytes = Buffer.from(key ?? '', 'base64')
  if (name === undefined || bytes.length !== 33 || bytes[0] !== 1) return undefined
  const publicBytes = bytes.subarray(1)
  const keyId = keyIdOf(name, publicBytes)
  if (keyId.toString('hex') !== hash) return undefined
  const der = Buffer.concat([PUBLIC_PREFIX, publicBytes])
  return { name, keyId, publicKey: createPublicKey({ key: der, format: 'der', type: 'spki' }) }
}

/** @param text ends with a line feed */
export function signNote(text: string, signers: readonly [Signer, ...Signer[]]): string {
  const lines = signers.map(({ name, vkey, privateKey }) => {
    const keyId = Buffer.from(vkey.slice(name.length + 1, name.length + 9), 'hex')
    const signature = sign(null, Buffer.from(text), privateKey)
    return `\u2014 ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`
  })
  return `${text}\n${lines.join('')}`
}

/**
 * The text of a note that one of the verifiers has signed. Signatures by others do not matter; a false one under a known
 * key does.
 *
 * @returns undefined where nobody known has signed it
 */
export function openNote(note: string, verifiers: readonly Verifier[]): string | undefined {
  const end = note.lastIndexOf('\n\n')
  if (end === -1 || !note.endsWith('\n')) return undefined
  const text = note.slice(0, end + 1)
  let isSigned = false
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [, name, encoded] = /^\u2014 ([^+\s]+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? []
    const bytes = Buffer.from(encoded ?? '', 'base64')
    if (name === undefined || bytes.length < 5) return undefined
    const known = verifiers.find((one) => one.name === name && one.keyId.equals(bytes.subarray(0, 4)))
    if (!known) continue
    if (!verify(null, Buffer.from(text), known.publicKey, bytes.subarray(4))) return undefined
    isSigned = true
  }
  return isSigned ? text : undefined
}
