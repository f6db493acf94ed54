// The public side alone, as a process of its own: reads the archive, never loads Payload. Usage: serve.mjs FOLDER (DATABASE_URL)
import http from 'node:http'
import path from 'node:path'
import { pino } from 'pino'
import { openArchive } from '../dist/src/archive/read/openArchive.js'
import { createShelf } from '../dist/src/archive/read/shelf.js'
import { createAddresses } from '../dist/src/delivery/addresses.js'
import { createAnswers } from '../dist/src/delivery/answers.js'
import { createDelivery } from '../dist/src/delivery/delivery.js'
import { createPublicFront } from '../dist/src/http/publicFront.js'

const dataDir = path.resolve(process.argv[2])
const databaseUrl = process.env.DATABASE_URL ?? `file:${path.join(dataDir, 'lanskallan.db')}`
const archive = await openArchive({ databaseUrl, dataDir })
const shelf = createShelf({
  reader: archive.reader,
  now: () => new Date().toISOString(),
  onEntries: (entries) => answers.follow(entries),
})
const addresses = createAddresses('http://localhost', () => undefined)
const delivery = createDelivery({
  shelf,
  reader: archive.reader,
  addresses,
  documentOf: () => undefined,
})
const answers = createAnswers({ delivery, shelf, limit: Number(process.env.CACHE_BYTES ?? 64 * 1024 * 1024) })
const started = performance.now()
await shelf.follow()
const filled = performance.now() - started
const front = createPublicFront({
  log: pino({ level: 'silent' }),
  delivery,
  addresses,
  answers,
  shelf,
  websites: { isOrigin: () => false, holderOf: () => undefined, follow: async () => {} },
  reader: archive.reader,
  files: archive.files,
  publicUrl: 'http://localhost',
  fixity: () => undefined,
  trustProxy: false,
  // Counted as everybody is, and never refused.
  quota: { address: 1e12, website: 1e12 },
  asOf: () => null,
})
const server = http
  .createServer(front)
  .listen(0, '127.0.0.1', () =>
    process.send({ port: server.address().port, documents: shelf.status().documents, filled }),
  )
