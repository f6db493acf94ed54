import type { Delivery } from '../delivery/delivery.js'
import { ServiceError, type Message } from '../errors.js'
import { readManifest, room, type ManifestFault } from '../websites/manifest.js'
import { bodyOf } from './body.js'
import { enter, type Door } from './door.js'
import type { RawHandler } from './front.js'
import { points } from './rateLimits.js'
import { askingForKey } from './visitors.js'

/** Keeps a manifest for the website of a county, all of it or nothing. */
export type Register = (
  county: string,
  documents: ReadonlyMap<string, string>,
) => Promise<{ added: number; known: number }>

interface DocumentsParts {
  door: Door
  delivery: Pick<Delivery, 'faultsIn'>
  /** Undefined in an instance that only delivers. */
  register: Register | undefined
  /** Reads what was registered. */
  follow: () => Promise<void>
}

/** Bytes: the texts, and what JSON takes beside them. */
const MAX_BODY = room.bytes * 1.5

/** `POST /graphql/documents`: a website's build hands in its queries, with its key. */
export const documentsHandler =
  ({ door, delivery, register, follow }: DocumentsParts): RawHandler =>
  async (req, res) => {
    if (req.method !== 'POST') throw postOnly()
    const { visitor } = enter(door, req, points.page)
    if (visitor.kind !== 'website') throw keyMissing()
    if (!register) throw notHere()
    const body = await bodyOf(req, MAX_BODY)
    const manifest = readManifest(body)
    const read = 'documents' in manifest ? manifest.documents.size : 0
    const { headers } = door.spend(visitor, read * points.read)
    const faults = 'faults' in manifest ? manifest.faults.map(told) : await faultsOf(delivery, manifest.documents)
    const tell = (status: number, body: object): void => {
      res.writeHead(status, [...inJson, ...headers]).end(JSON.stringify(body))
    }
    if (faults.length > 0 || 'faults' in manifest) return tell(400, { errors: faults })
    const { added, known } = await register(visitor.name, manifest.documents)
    // They are kept whatever happens here: the next look would find them.
    await follow().catch(() => {})
    return tell(200, { added, known, documents: [...manifest.documents.keys()] })
  }

const inJson = [
  ...['Content-Type', 'application/json; charset=utf-8', 'Cache-Control', 'no-store'],
  ...['X-Content-Type-Options', 'nosniff'],
]

interface Fault {
  message: string
  extensions: Record<string, unknown>
}

const told = ({ documentId, message }: ManifestFault): Fault => ({
  message: message.en,
  extensions: { code: 'BAD_INPUT', sv: message.sv, documentId },
})

/** Everything that is wrong with any of them. Other requests are answered in between. */
async function faultsOf(
  { faultsIn }: DocumentsParts['delivery'],
  documents: ReadonlyMap<string, string>,
): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const [documentId, text] of documents) {
    for (const { message, extensions, ...place } of faultsIn(text))
      faults.push({ message, ...place, extensions: { ...extensions, documentId } })
    await new Promise(setImmediate)
  }
  return faults
}

const refused =
  (code: 'UNKNOWN_KEY' | 'NOT_FOUND' | 'METHOD_NOT_ALLOWED', words: Message, headers: readonly string[] = []) =>
  (): ServiceError =>
    new ServiceError(code, words, { headers })

const keyMissing = refused(
  'UNKNOWN_KEY',
  {
    sv: 'Skicka webbplatsens nyckel: Authorization: Bearer lk_…',
    en: 'Send the key of the website: Authorization: Bearer lk_…',
  },
  askingForKey,
)
const notHere = refused('NOT_FOUND', {
  sv: 'Här går det bara att läsa. Registrera hos den instans som redaktörerna använder.',
  en: 'This instance only reads. Register with the one that editors use.',
})
const postOnly = refused(
  'METHOD_NOT_ALLOWED',
  {
    sv: 'Skicka manifestet med POST.',
    en: 'Send the manifest by POST.',
  },
  ['Allow', 'POST'],
)
