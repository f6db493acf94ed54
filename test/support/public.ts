import type { AddressInfo } from 'node:net'
import { pino, type Logger } from 'pino'
import { openArchive } from '../../src/archive/read/openArchive.js'
import { createShelf, type Shelf } from '../../src/archive/read/shelf.js'
import type { Fixity } from '../../src/archive/write/fixity.js'
import { realTime } from '../../src/archive/write/services.js'
import { createAddresses } from '../../src/delivery/addresses.js'
import { createAnswers, type Answers } from '../../src/delivery/answers.js'
import { createDelivery } from '../../src/delivery/delivery.js'
import { createRegisterDocuments } from '../../src/editorial/registerDocuments.js'
import { payloadRest } from '../../src/editorial/rest.js'
import { listen } from '../../src/http/listen.js'
import { createPublicFront } from '../../src/http/publicFront.js'
import type { Quota } from '../../src/http/rateLimits.js'
import { openWebsiteReader } from '../../src/websites/reader.js'
import { createWebsites, type Websites } from '../../src/websites/websites.js'
import { queryAt, type Query } from './query.js'
import type { TestEditorial } from './service.js'

/** The public side over a real socket, on the database of an editorial side. */
export interface PublicSide {
  url: string
  shelf: Shelf
  answers: Answers
  websites: Websites
  query: Query
  close(): Promise<void>
}

interface PublicOptions {
  /** With the editors' REST behind the same door, as in the service. */
  editing?: boolean
  fixity?: Fixity
  now?: () => string
  /** As many questions as anybody likes, unless a test says otherwise. */
  quota?: Quota
  trustProxy?: boolean
  /** Bytes of answers that are kept. */
  cacheBytes?: number
  log?: Logger
}

export async function startPublic(
  editorial: TestEditorial,
  {
    editing = false,
    fixity,
    now = realTime.now,
    quota = { address: 0, website: 0 },
    trustProxy = false,
    cacheBytes = 10_000_000,
    log = pino({ level: 'silent' }),
  }: PublicOptions = {},
): Promise<PublicSide> {
  const archive = await openArchive(editorial)
  const shelf = createShelf({ reader: archive.reader, now, onEntries: (entries) => answers.follow(entries) })
  const websiteReader = openWebsiteReader(editorial)
  const websites = createWebsites({ reader: websiteReader, onChange: () => answers.clear() })
  const addresses = createAddresses('https://lanskallan.example', websites.siteOf)
  const delivery = createDelivery({ shelf, reader: archive.reader, addresses, documentOf: websites.document })
  const answers = createAnswers({ delivery, shelf, limit: cacheBytes })
  await shelf.follow()
  await websites.follow()
  const rest = editing
    ? payloadRest(editorial.payload, { publicUrl: 'http://localhost:3000', key: editorial.key })
    : undefined
  const front = createPublicFront({
    log,
    delivery,
    addresses,
    answers,
    shelf,
    websites,
    reader: archive.reader,
    files: archive.files,
    publicUrl: 'https://lanskallan.example',
    fixity: () => fixity?.status(),
    trustProxy,
    quota,
    asOf: () => null,
    editors: rest && { rest, isBehind: editorial.sequencer.isBehind, admin: (_req, res) => void res.status(503).end() },
    register: editing ? createRegisterDocuments(editorial.payload, now) : undefined,
  })
  const server = await listen(front, { port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    shelf,
    answers,
    websites,
    query: queryAt(url),
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      await websiteReader.close()
      await archive.close()
    },
  }
}
