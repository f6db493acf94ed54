import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { MongoClient } from 'mongodb'
import { keepReachable, type Reachable } from '../../src/database/keepReachable.js'
import { freePort } from '../support/delivering.js'
import { onEachDatabase } from '../support/databases.js'

onEachDatabase((database) => {
  if (database.name === 'SQLite') {
    test('a file needs no connections', () => expect(database.fresh().databaseUrl).toMatch(/^file:/))
    return
  }
  const { databaseUrl: url } = database.fresh()
  let client: MongoClient
  let reachable: Reachable | undefined
  beforeEach(async () => {
    client = await new MongoClient(url).connect()
  })
  afterEach(async () => {
    reachable?.stop()
    await client.close()
  })

  /** As it is when the driver has lost its server and does not know: nothing is answered until it connects anew. */
  const loseServer = (): { isLost(): boolean } => {
    const { db, connect } = client
    let isLost = true
    client.db = (name) => {
      const found = db.call(client, name)
      if (isLost) found.command = () => new Promise(() => {})
      return found
    }
    client.connect = () => {
      isLost = false
      return connect.call(client)
    }
    return { isLost: () => isLost }
  }
  const quick = { everyMilliseconds: 20, patienceMilliseconds: 500 }

  test('a client that has lost a server that others find is connected anew, and goes on being used', async () => {
    const server = loseServer()
    await new Promise<void>((onRenewed) => {
      reachable = keepReachable({ client, url, onRenewed, ...quick })
    })
    expect(server.isLost()).toBe(false)
    expect(await client.db().command({ ping: 1 })).toMatchObject({ ok: 1 })
  })

  test('one whose server nobody finds is left alone: it finds it by itself', async () => {
    loseServer()
    const closed: unknown[] = []
    const { close } = client
    client.close = (...args) => {
      closed.push(args)
      return close.apply(client, args)
    }
    let looked = 0
    const { db } = client
    const nowhere = `mongodb://127.0.0.1:${await freePort()}/?directConnection=true`
    await new Promise<void>((resolve) => {
      client.db = (name) => {
        looked += 1
        if (looked === 4) resolve()
        return db.call(client, name)
      }
      reachable = keepReachable({ client, url: nowhere, onRenewed: () => closed.push('renewed'), ...quick })
    })
    expect(closed).toEqual([])
  })
})
