import path from 'node:path'
import type { RequestHandler } from 'express'
import { executeAuthStrategies, type Payload } from 'payload'
import type { Logger } from 'pino'
import type { FixityStatus } from '../archive/pure/fixity.js'
import { checkFile } from '../archive/read/checkFiles.js'
import type { FileReader } from '../archive/read/reader.js'
import { createFixity } from '../archive/write/fixity.js'
import { realTime } from '../archive/write/services.js'
import type { Config } from '../config.js'
import { createDemoUsers } from '../seed/demoUsers.js'
import { seedDemo } from '../seed/seedDemo.js'
import { buildAdminPages, createAdminPages } from './adminPages.js'
import { openEditorial } from './open.js'
import { createRegisterDocuments, type RegisterDocuments } from './registerDocuments.js'
import { headersOf, payloadRest } from './rest.js'

/** Everything that editors use, behind two doors. An instance that only delivers never loads this file, nor what it imports. */
export interface Editors {
  rest: RequestHandler
  admin: RequestHandler
  /** Keeps what a website's build asks by. */
  registerDocuments: RegisterDocuments
  /** Whether what editors have done could not be put into effect yet. */
  isBehind: () => boolean
  /** How the archive's files are. */
  fixity: () => FixityStatus
  /** What takes its time, once the public side answers: demo content, the admin's pages, reading the files. */
  start(): Promise<void>
  close(): Promise<void>
}

interface EditorsOptions {
  config: Config
  log: Logger
  files: FileReader
  /** Told when new entries stand in the log. */
  onPlaced: () => Promise<void>
  /** Told when a website has changed, or has registered queries. */
  onWebsites: () => void
  /** Tells who starts the service in a terminal what happens. */
  say: (words: string) => void
}

export async function openEditors({ config, log, files, onPlaced, onWebsites, say }: EditorsOptions): Promise<Editors> {
  const editorial = await openEditorial({ config, onPlaced, onWebsites, isServing: true })
  const { payload, sequencer } = editorial
  const fixity = createFixity({ payload, check: (sha256) => checkFile(files, { sha256 }), now: realTime.now, log })
  const admin = createAdminPages({
    build: buildAdminPages,
    isSignedIn: async (req) => (await executeAuthStrategies({ headers: headersOf(req), payload })).user !== null,
  })
  return {
    rest: payloadRest(payload, { publicUrl: config.publicUrl }),
    admin: admin.handler,
    registerDocuments: createRegisterDocuments(payload, realTime.now),
    isBehind: sequencer.isBehind,
    fixity: fixity.status,
    start: async () => {
      if (config.embedded) await fillWithDemo(payload, config, say)
      if (config.admin)
        await admin.start().catch((error: unknown) => log.error({ err: error }, 'the admin is not available'))
      fixity.start()
    },
    close: async () => {
      await admin.close()
      await fixity.stop()
      await editorial.close()
    },
  }
}

async function fillWithDemo(payload: Payload, { dataDir }: Config, say: (words: string) => void): Promise<void> {
  const { published } = await seedDemo({
    payload,
    dataDir,
    report: ({ done, total, label }) => say(`  Demoinnehåll ${done}/${total}  ${label}`),
  })
  await createDemoUsers({ payload, dataDir })
  if (published > 0) say(`Demoinnehållet är publicerat: ${published} dokument.`)
  say(`  Demokonton och lösenord: ${path.join(dataDir, 'demo-users.json')}`)
}
