import { MongoClient } from 'mongodb'

/** Watches over a client of MongoDB for as long as it is used. */
export interface Reachable {
  stop(): void
}

/** A client as far as it is watched over. */
type Watched = Pick<MongoClient, 'db' | 'close' | 'connect'>

interface Options {
  client: Watched
  url: string
  onRenewed: () => void
  everyMilliseconds?: number
  /** How long an answer is waited for. */
  patienceMilliseconds?: number
}

/**
 * The driver's client may wait for ever for a server that it has lost, where its monitor misses that the connection has
 * gone. So one that twice in a row does not find a server that another client finds is closed and connected anew, in
 * place: whoever holds it goes on using it. The other one has less time: a server that is slow is slow for both.
 */
export function keepReachable({
  client,
  url,
  onRenewed,
  everyMilliseconds = 1_000,
  patienceMilliseconds = 2_000,
}: Options): Reachable {
  let misses = 0
  let isLooking = false
  let isStopped = false

  const look = async (): Promise<void> => {
    misses = (await answers(client, patienceMilliseconds)) ? 0 : misses + 1
    if (misses < 2 || isStopped || !(await isFound(url, patienceMilliseconds / 2))) return
    await client.close().catch(() => {})
    if (isStopped) return
    await client.connect()
    misses = 0
    onRenewed()
  }
  const timer = setInterval(() => {
    if (isLooking) return
    isLooking = true
    // What fails is tried again at the next look.
    look()
      .catch(() => {})
      .finally(() => (isLooking = false))
  }, everyMilliseconds).unref()
  return {
    stop: () => {
      isStopped = true
      clearInterval(timer)
    },
  }
}

async function answers(client: Pick<MongoClient, 'db'>, patience: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, patience, false)))
  const asked = client
    .db('admin')
    .command({ ping: 1 })
    .then(() => true)
    .catch(() => false)
  return Promise.race([asked, tooLate]).finally(() => clearTimeout(timer))
}

async function isFound(url: string, patience: number): Promise<boolean> {
  const other = new MongoClient(url, { serverSelectionTimeoutMS: patience, connectTimeoutMS: patience, maxPoolSize: 1 })
  try {
    return await answers(other, patience)
  } finally {
    await other.close().catch(() => {})
  }
}
