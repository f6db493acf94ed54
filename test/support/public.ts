import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { openArchive } from '../../src/archive/read/openArchive.js'
import { createShelf, type Shelf } from '../../src/archive/read/shelf.js'
import type { Fixity } from '../../src/archive/write/fixity.js'
import { realTime } from '../../src/archive/write/services.js'
import { createAddresses } from '../../src/delivery/addresses.js'
import { createAnswers, type Answers } from '../../src/delivery/answers.js'
import { createDelivery } from '../../src/delivery/delivery.js'
import { payloadRest } from '../../src/editorial/rest.js'
import { createApp } from '../../src/http/app.js'
import { createFront } from '../../src/http/front.js'
import { graphqlHandler } from '../../src/http/graphql.js'
import { listen } from '../../src/http/listen.js'
import type { TestEditorial } from './service.js'

export interface Result {
  data?: Record<string, unknown> | null
  errors?: { message: string; extensions: Record<string, unknown> }[]
  extensions?: Record<string, unknown>
}

/** The public side over a real socket, on the database of an editorial side. */
export interface PublicSide {
  url: string
  shelf: Shelf
  answers: Answers
  query(query: string, variables?: object): Promise<Result>
  close(): Promise<void>
}

interface PublicOptions {
  /** With the editors' REST behind the same door, as in the service. */
  editing?: boolean
  fixity?: Fixity
  now?: () => string
}

export async function startPublic(
  editorial: TestEditorial,
  { editing = false, fixity, now = realTime.now }: PublicOptions = {},
): Promise<PublicSide> {
  const archive = await openArchive(editorial)
  const shelf = createShelf({ reader: archive.reader, now, onEntries: (entries) => answers.follow(entries) })
  const addresses = createAddresses('https://lanskallan.example', () => undefined)
  const delivery = createDelivery({ shelf, reader: archive.reader, addresses })
  const answers = createAnswers({ delivery, shelf, limit: 10_000_000 })
  await shelf.follow()
  const rest = editing
    ? payloadRest(editorial.payload, { publicUrl: 'http://localhost:3000', key: editorial.key })
    : undefined
  const log = pino({ level: 'silent' })
  const app = createApp({
    log,
    delivery,
    shelf,
    files: archive.files,
    fixity: () => fixity?.status(),
    trustProxy: false,
    rest: () => rest,
    admin: (_req, res) => void res.status(503).end(),
  })
  const front = createFront(graphqlHandler(answers, log), app, log)
  const server = await listen(front, { port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    shelf,
    answers,
    query: async (query, variables = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
      return (await response.json()) as Result
    },
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      await archive.close()
    },
  }
}
