import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Message } from '../errors.js'

/** What one website may have registered. In memory all of them together take some megabytes. */
export const room = {
  documents: 500,
  /** Bytes of all texts together. */
  bytes: 1_000_000,
  /** Bytes of one text: as many as are read of a query that is sent whole. */
  text: 100_000,
} as const

/** What is wrong with a manifest, or with one document of it. */
export interface ManifestFault {
  documentId: string | null
  message: Message
}

/** Texts by identifier, or everything that is wrong. */
export type Manifest = { documents: ReadonlyMap<string, string> } | { faults: readonly ManifestFault[] }

const Body = z.record(z.string(), z.string())

/** Reads the manifest that a site's build has made: `{ "sha256:<hex>": "query …" }`. */
export function readManifest(body: string): Manifest {
  const parsed = Body.safeParse(parsedJson(body))
  if (!parsed.success) return { faults: [noManifest] }
  const documents = new Map(Object.entries(parsed.data))
  const faults = [...documents].flatMap(([id, text]) => faultIn(id, text))
  if (documents.size === 0) return { faults: [noManifest] }
  if (documents.size > room.documents || bytesIn(documents.values()) > room.bytes) faults.push(tooMuch)
  return faults.length > 0 ? { faults } : { documents }
}

export const idOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`

export function bytesIn(texts: Iterable<string>): number {
  let bytes = 0
  for (const text of texts) bytes += Buffer.byteLength(text)
  return bytes
}

function faultIn(documentId: string, text: string): ManifestFault[] {
  const expected = idOf(text)
  if (Buffer.byteLength(text) > room.text) return [{ documentId, message: tooLong }]
  if (documentId === expected) return []
  return [
    {
      documentId,
      message: {
        sv: `Namnet stämmer inte med texten. Det ska vara ${expected}, räknat på exakt de tecken som skickas.`,
        en: `The identifier does not fit the text. It should be ${expected}, taken of exactly what is sent.`,
      },
    },
  ]
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const noManifest: ManifestFault = {
  documentId: null,
  message: {
    sv: 'Skicka JSON med minst en fråga: {"sha256:<64 hexadecimala tecken>": "query …"}.',
    en: 'Send JSON with one query or more: {"sha256:<64 hexadecimal digits>": "query …"}.',
  },
}
const tooLong: Message = {
  sv: `Frågan är för lång: högst ${room.text} byte.`,
  en: `The query is too long: ${room.text} bytes at most.`,
}
const tooMuch: ManifestFault = {
  documentId: null,
  message: {
    sv: `För mycket: högst ${room.documents} frågor och ${room.bytes} byte för en webbplats.`,
    en: `Too much: ${room.documents} queries and ${room.bytes} bytes for one website at most.`,
  },
}
