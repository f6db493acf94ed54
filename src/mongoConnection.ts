import { MongoClient, type MongoClientOptions, MongoServerSelectionError } from 'mongodb'

/** A MongoDB that may be away, at first or later on. */
export interface MongoConnection {
  /** @throws what the driver says while it cannot be reached; asked again it is tried anew */
  ask<T>(question: (client: MongoClient) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * A client that has failed to connect fails for ever after, and one whose connections were swallowed by the net may never
 * find its way back. So one that finds no server is let go, and the next question has a client of its own.
 */
export function mongoConnection(url: string, options: MongoClientOptions): MongoConnection {
  let connected: Promise<MongoClient> | undefined
  const connect = async (): Promise<MongoClient> => {
    const client = new MongoClient(url, options)
    try {
      return await client.connect()
    } catch (error) {
      await client.close().catch(() => {})
      throw error
    }
  }
  return {
    ask: async (question) => {
      const mine = (connected ??= connect())
      try {
        return await question(await mine)
      } catch (error) {
        if (error instanceof MongoServerSelectionError && connected === mine) {
          connected = undefined
          // It may have nobody to say goodbye to: that is waited for by nobody.
          void mine.then((client) => client.close()).catch(() => {})
        }
        throw error
      }
    },
    close: async () => (await connected?.catch(() => undefined))?.close(),
  }
}
