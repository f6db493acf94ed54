import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe } from '@jest/globals'

/** A database to run the same tests on. */
export interface TestDatabase {
  name: 'SQLite' | 'MongoDB'
  /** A fresh database of this kind, with a folder for everything that the service keeps. */
  fresh(): { databaseUrl: string; dataDir: string }
}

const folder = (): string => mkdtempSync(path.join(os.tmpdir(), 'lanskallan-test-'))
const mongoUrl = process.env['TEST_MONGODB_URL']

/** For what does not concern the database. */
export const sqlite: TestDatabase = {
  name: 'SQLite',
  fresh: () => {
    const dataDir = folder()
    return { dataDir, databaseUrl: `file:${path.join(dataDir, 'test.db')}` }
  },
}

export const mongo: TestDatabase = {
  name: 'MongoDB',
  fresh: () => {
    const url = new URL(mongoUrl ?? 'mongodb://127.0.0.1:1/')
    url.pathname = `/test-${randomUUID().slice(0, 8)}`
    return { dataDir: folder(), databaseUrl: url.toString() }
  },
}

/** Runs the tests on SQLite, and on MongoDB where `TEST_MONGODB_URL` names one: `npm test` says loudly where none is. */
export function onEachDatabase(tests: (database: TestDatabase) => void): void {
  for (const database of mongoUrl ? [sqlite, mongo] : [sqlite]) describe(`on ${database.name}`, () => tests(database))
}
