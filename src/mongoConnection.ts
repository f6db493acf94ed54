import { type Db, MongoClient, type MongoClientOptions } from 'mongodb'

/** A MongoDB that may be away when it is first asked. */
export interface MongoConnection {
  /** @throws what the driver says while it cannot be reached; asked again it is tried anew */
  database(): Promise<Db>
  close(): Promise<void>
}

/**
 * A client that has failed to connect fails for ever after; one that was connected finds its way back by itself. So each
 * attempt to connect has a client of its own, and the first that succeeds is kept.
 */
export function mongoConnection(url: string, options: MongoClientOptions): MongoConnection {
  let connected: Promise<MongoClient> | undefined
  const connect = async (): Promise<MongoClient> => {
    const client = new MongoClient(url, options)
    try {
      return await client.connect()
    } catch (error) {
      connected = undefined
      await client.close()
      throw error
    }
  }
  return {
    database: async () => (await (connected ??= connect())).db(),
    close: async () => (await connected?.catch(() => undefined))?.close(),
  }
}
