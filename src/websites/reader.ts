import { isMongo, sqliteFile } from '../databaseUrl.js'
import type { WebsiteReader } from './model.js'
import { mongoWebsites } from './mongoReader.js'
import { sqliteWebsites } from './sqliteReader.js'

/** Connects when it is first asked, and again after a fault. */
export const openWebsiteReader = ({ databaseUrl }: { databaseUrl: string }): WebsiteReader =>
  isMongo(databaseUrl) ? mongoWebsites(databaseUrl) : sqliteWebsites(sqliteFile(databaseUrl))
