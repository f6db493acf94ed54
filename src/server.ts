import type { RequestListener, Server } from 'node:http'
import path from 'node:path'
import { pino, type Logger } from 'pino'
import { checkFile } from './archive/read/checkFiles.js'
import { openArchive } from './archive/read/openArchive.js'
import { createShelf } from './archive/read/shelf.js'
import { createFixity } from './archive/write/fixity.js'
import { realTime } from './archive/write/services.js'
import { readConfig, type Config } from './config.js'
import { isMongo } from './databaseUrl.js'
import { createAddresses } from './delivery/addresses.js'
import { createAnswers } from './delivery/answers.js'
import { createDelivery } from './delivery/delivery.js'
import { buildAdminPages, createAdminPages } from './editorial/adminPages.js'
import { openEditorial } from './editorial/open.js'
import { payloadRest } from './editorial/rest.js'
import { createRegisterDocuments } from './editorial/registerDocuments.js'
import { ServiceError } from './errors.js'
import { createApp } from './http/app.js'
import { documentsHandler } from './http/documents.js'
import { createDoor } from './http/door.js'
import { createFront } from './http/front.js'
import { graphqlHandler } from './http/graphql.js'
import { listen } from './http/listen.js'
import { createDemoUsers } from './seed/demoUsers.js'
import { seedDemo } from './seed/seedDemo.js'
import { openWebsiteReader } from './websites/reader.js'
import { createWebsites } from './websites/websites.js'

/** Milliseconds between looks at the log: other instances may write to MongoDB, nobody else to SQLite. */
const LOOK = { mongodb: 200, sqlite: 1_000 }
/** Between looks at what websites have told and registered elsewhere; here it is known at once. */
const WEBSITES = 2_000

/** The composition root: everything is built here, and handed what it needs. */
async function main(): Promise<void> {
  const config = readConfig()
  const log = pino({ level: config.logLevel })
  say('Länskällan startar …')
  let follow = async (): Promise<void> => {}
  const websiteReader = openWebsiteReader(config)
  const websites = createWebsites({ reader: websiteReader, onChange: () => answers.clear() })
  const followWebsites = (): void =>
    void websites.follow().catch((error: unknown) => log.warn({ err: error }, 'will be tried again'))
  const editorial = await openEditorial({ config, onPlaced: () => follow(), onWebsites: followWebsites })
  const archive = await openArchive(config)
  const shelf = createShelf({
    reader: archive.reader,
    now: realTime.now,
    onEntries: (entries) => answers.follow(entries),
  })
  const delivery = createDelivery({
    shelf,
    reader: archive.reader,
    addresses: createAddresses(config.publicUrl, websites.siteOf),
    documentOf: websites.document,
  })
  const answers = createAnswers({ delivery, shelf, limit: config.cacheBytes })
  follow = () => shelf.follow()
  await follow()
  await websites.follow()
  const timers = [
    every(isMongo(config.databaseUrl) ? LOOK.mongodb : LOOK.sqlite, follow, log),
    every(WEBSITES, websites.follow, log),
  ]
  const fixity = createFixity({
    payload: editorial.payload,
    check: (sha256) => checkFile(archive.files, { sha256 }),
    now: realTime.now,
    log,
  })
  const admin = createAdminPages({ build: buildAdminPages })
  const rest = payloadRest(editorial.payload, { publicUrl: config.publicUrl })
  const door = createDoor({ websites, trustProxy: config.trustProxy, quota: config.rateLimits })
  const app = createApp({
    log,
    delivery,
    shelf,
    reader: archive.reader,
    files: archive.files,
    publicUrl: config.publicUrl,
    fixity: fixity.status,
    trustProxy: config.trustProxy,
    door,
    rest: () => rest,
    admin: admin.handler,
  })
  const register = createRegisterDocuments(editorial.payload, realTime.now)
  const front = createFront({
    graphql: graphqlHandler({ answers, door, log }),
    documents: documentsHandler({ door, delivery, register, follow: websites.follow }),
    app,
    cors: door.cors,
    log,
  })
  const server = await open(front, config)
  say(`Länskällan svarar på ${config.publicUrl}`)
  say(`  GraphQL            ${config.publicUrl}/graphql`)
  say(`  Redigera           ${config.publicUrl}/admin`)
  const stop = async (): Promise<void> => {
    for (const timer of timers) clearInterval(timer)
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), 5_000).unref()
    })
    await admin.close()
    await fixity.stop()
    await archive.close()
    await websiteReader.close()
    await editorial.close()
  }
  // A terminal and npm both hand the signal on: the second must not cut the first one's work short.
  let stopping: Promise<void> | undefined
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => void (stopping ??= stop()).then(() => process.exit(0)))
  if (config.embedded) await fillWithDemo(editorial.payload, config)
  if (config.admin)
    await admin.start().catch((error: unknown) => log.error({ err: error }, 'the admin is not available'))
  fixity.start()
  say('Klart.')
}

async function fillWithDemo(payload: Parameters<typeof seedDemo>[0]['payload'], config: Config): Promise<void> {
  const { dataDir } = config
  const { published } = await seedDemo({
    payload,
    dataDir,
    report: ({ done, total, label }) => say(`  Demoinnehåll ${done}/${total}  ${label}`),
  })
  await createDemoUsers({ payload, dataDir })
  if (published > 0) say(`Demoinnehållet är publicerat: ${published} dokument.`)
  say(`  Demokonton och lösenord: ${path.join(dataDir, 'demo-users.json')}`)
}

const open = (front: RequestListener, config: Config): Promise<Server> =>
  listen(front, config).catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'EADDRINUSE' ? portInUse(config.port, cause) : cause
  })

const portInUse = (port: number, cause: Error): ServiceError =>
  new ServiceError(
    'BAD_CONFIG',
    {
      sv: `Port ${port} används redan. Stoppa det andra programmet, eller välj en annan: PORT=3001 npm start`,
      en: `Port ${port} is in use. Stop the other program, or choose another: PORT=3001 npm start`,
    },
    { cause },
  )

function every(milliseconds: number, act: () => Promise<void>, log: Logger): NodeJS.Timeout {
  const timer = setInterval(() => {
    act().catch((error: unknown) => log.warn({ err: error }, 'will be tried again'))
  }, milliseconds)
  return timer.unref()
}

const say = (words: string): void => void process.stdout.write(`${words}\n`)

main().catch((error: unknown) => {
  process.stderr.write(
    error instanceof ServiceError
      ? `${error.messages.sv}\n${error.messages.en}\n`
      : `${String((error as Error).stack)}\n`,
  )
  process.exit(1)
})
