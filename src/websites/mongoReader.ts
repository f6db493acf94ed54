import type { Collection, Db } from 'mongodb'
import { mongoConnection } from '../mongoConnection.js'
import { type WebsiteReader, withoutEmpty } from './model.js'

/** Milliseconds. Who asks again in a moment does not wait for long. */
const PATIENCE = 1_000

interface WebsiteRow {
  county: string
  origins?: { origin: string }[]
  paths?: Record<string, string | null>
  keys?: { hash: string }[]
}
interface DocumentRow {
  county: string
  sha256: string
  text: string
  registeredAt: string
}

export function mongoWebsites(url: string): WebsiteReader {
  const connection = mongoConnection(url, { maxPoolSize: 2, serverSelectionTimeoutMS: PATIENCE })
  const ask = <T>(question: (parts: Parts) => Promise<T>): Promise<T> =>
    connection.ask((client) => question(partsIn(client.db())))
  return {
    websites: async () => {
      const wanted = { _id: 0, county: 1, 'origins.origin': 1, paths: 1, 'keys.hash': 1 }
      const rows = await ask(({ websites }) => websites.find({}, { projection: wanted }).sort({ county: 1 }).toArray())
      return rows.map(({ county, origins = [], paths = {}, keys = [] }) => ({
        county,
        origins: origins.map(({ origin }) => origin),
        paths: withoutEmpty(paths),
        keys: keys.map(({ hash }) => hash),
      }))
    },
    documentsVersion: () =>
      ask(async ({ documents }) => {
        const [count, newest] = await Promise.all([
          documents.countDocuments(),
          documents
            .find({}, { projection: { registeredAt: 1 } })
            .sort({ registeredAt: -1 })
            .limit(1)
            .next(),
        ])
        return `${count} ${newest?.registeredAt}`
      }),
    documents: () =>
      ask(({ documents }) => documents.find({}, { projection: { _id: 0, county: 1, sha256: 1, text: 1 } }).toArray()),
    close: () => connection.close(),
  }
}

interface Parts {
  websites: Collection<WebsiteRow>
  documents: Collection<DocumentRow>
}

const partsIn = (database: Db): Parts => ({
  websites: database.collection<WebsiteRow>('websites'),
  documents: database.collection<DocumentRow>('persisted-documents'),
})
