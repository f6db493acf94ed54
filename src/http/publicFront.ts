import type { RequestListener } from 'node:http'
import type { Websites } from '../websites/websites.js'
import { createApp, type Parts } from './app.js'
import { documentsHandler, type Register } from './documents.js'
import { createDoor } from './door.js'
import { createFront } from './front.js'
import { graphqlHandler } from './graphql.js'
import type { Quota } from './rateLimits.js'
import { createReport } from './report.js'

interface PublicFrontParts extends Omit<Parts, 'door' | 'report'> {
  websites: Pick<Websites, 'isOrigin' | 'holderOf' | 'follow'>
  quota: Quota
  /** Keeps what a website's build hands in; undefined in an instance that only delivers. */
  register?: Register | undefined
}

/** Everything that is answered, behind one door: from parts already built, without a port. */
export function createPublicFront({ websites, quota, register, ...parts }: PublicFrontParts): RequestListener {
  const { log, answers, delivery, trustProxy } = parts
  const door = createDoor({ websites, trustProxy, quota })
  const report = createReport(log)
  return createFront({
    graphql: graphqlHandler({ answers, door, report }),
    documents: documentsHandler({ door, delivery, register, follow: websites.follow }),
    app: createApp({ ...parts, door, report }),
    cors: door.cors,
    report,
  })
}
