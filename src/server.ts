import type { RequestListener, Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { pino, type Logger } from 'pino'
import { openShelfOnDisk } from './archive/read/disk/shelfOnDisk.js'
import { keepFollowing } from './archive/read/keepFollowing.js'
import { openArchive } from './archive/read/openArchive.js'
import { createShelf } from './archive/read/shelf.js'
import { readConfig, type Config } from './config.js'
import { createAddresses } from './delivery/addresses.js'
import { createAnswers } from './delivery/answers.js'
import { createDelivery } from './delivery/delivery.js'
import type { Editors } from './editorial/editors.js'
import { ServiceError } from './errors.js'
import { listen } from './http/listen.js'
import { createPublicFront } from './http/publicFront.js'
import { whenReady } from './http/whenReady.js'
import { keepWebsites } from './websites/keepWebsites.js'
import { openWebsiteReader } from './websites/reader.js'
import { createWebsites } from './websites/websites.js'

/** Milliseconds between looks at the log; within the process it wakes who follows it. */
const LOOK = 100
/** Milliseconds after which an entry can be read here, and by which the clocks of two machines may differ. */
const SETTLING = 2_000
/** Milliseconds that a reader waits for a MongoDB that does not answer. */
const PATIENCE = 1_000
/** Milliseconds for which an instance that only delivers waits to know what has come since it last ran. */
const CATCH_UP = 5_000

// While the cache fills, V8 learns that answers live long, and from then on makes every one where only a large collection
// finds it, with all that it holds: a sixth of what an answer costs. Most are sent once and let go.
setFlagsFromString('--no-allocation-site-pretenuring')

/** The composition root: everything is built here, and handed what it needs. */
async function main(): Promise<void> {
  const config = readConfig()
  const log = pino({ level: config.logLevel })
  say('Länskällan startar …')
  const isDelivery = config.role === 'delivery'
  const archive = await openArchive({ ...config, patienceMilliseconds: PATIENCE })
  const disk = isDelivery ? await openDisk(config, log) : undefined
  const shelf = createShelf({
    reader: archive.reader,
    now: () => new Date().toISOString(),
    settling: SETTLING,
    ...(disk && { disk }),
    onEntries: (entries) => answers.follow(entries),
    onReplaced: () => answers.clear(),
  })
  const websiteReader = openWebsiteReader(config)
  const websites = createWebsites({ reader: websiteReader, onChange: () => answers.clear() })
  const addresses = createAddresses(config.publicUrl, websites.siteOf)
  const delivery = createDelivery({
    shelf,
    reader: archive.reader,
    addresses,
    documentOf: websites.document,
  })
  const answers = createAnswers({ delivery, shelf, limit: config.cacheBytes })
  const editors = isDelivery ? undefined : await openEditors()

  const isKept = await shelf.load()
  let hasFollowed = false
  const firstLook = shelf.follow().then(() => void (hasFollowed = true))
  if (editors) await firstLook
  // What was taken down while this instance was not running is not shown in the moments in which it catches up.
  else if (isKept) await Promise.race([firstLook.catch(() => {}), sleep(CATCH_UP, undefined, { ref: false })])
  // Whoever follows looks again.
  else firstLook.catch(() => {})
  const following = keepFollowing({
    shelf,
    hasFollowed,
    everyMilliseconds: LOOK,
    onAway: (error) => log.error({ err: error }, 'the log cannot be followed; what was public goes on being served'),
    onBack: () => log.info('the log is followed again'),
  })
  const keptWebsites = await keepWebsites({ websites, log, ...(isDelivery && { folder: config.shelfDir }) })

  const front = createPublicFront({
    log,
    delivery,
    addresses,
    answers,
    shelf,
    websites,
    reader: archive.reader,
    files: archive.files,
    publicUrl: config.publicUrl,
    fixity: () => editors?.fixity(),
    trustProxy: config.trustProxy,
    quota: config.rateLimits,
    asOf: following.asOf,
    editors,
    register: editors?.registerDocuments,
  })
  const server = await open(whenReady({ shelf, asOf: following.asOf, front }), config)
  say(`Länskällan svarar på ${config.publicUrl}`)
  say(`  GraphQL            ${config.publicUrl}/graphql`)
  if (editors) say(`  Redigera           ${config.publicUrl}/admin`)
  const stop = async (): Promise<void> => {
    following.stop()
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), 5_000).unref()
    })
    await keptWebsites.stop()
    await editors?.close()
    await disk?.close()
    await archive.close()
    await websiteReader.close()
  }
  // A terminal and npm both hand the signal on: the second must not cut the first one's work short.
  let stopping: Promise<void> | undefined
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => void (stopping ??= stop()).then(() => process.exit(0)))
  await editors?.start()
  say('Klart.')

  /** Loaded only here: an instance that only delivers has neither Payload nor Next in memory. */
  async function openEditors(): Promise<Editors> {
    const editorial = await import('./editorial/editors.js')
    const onWebsites = (): void =>
      void websites.follow().catch((error: unknown) => log.warn({ err: error }, 'will be tried again'))
    return editorial.openEditors({
      config,
      log,
      files: archive.files,
      onPlaced: () => shelf.follow(),
      onWebsites,
      say,
    })
  }
}

const openDisk = ({ shelfDir }: Config, log: Logger): ReturnType<typeof openShelfOnDisk> =>
  openShelfOnDisk({
    folder: shelfDir,
    onFault: (error) => log.error({ err: error }, 'the shelf on disk is thrown away, and will be written anew'),
  })

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

const say = (words: string): void => void process.stdout.write(`${words}\n`)

main().catch((error: unknown) => {
  process.stderr.write(
    error instanceof ServiceError
      ? `${error.messages.sv}\n${error.messages.en}\n`
      : `${String((error as Error).stack)}\n`,
  )
  process.exit(1)
})
