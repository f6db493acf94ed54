// Writes the list of components that Payload's configuration names, for Next. Run after a change of it.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { generateImportMap } from 'payload'
import { buildServer } from './buildServer.mjs'

buildServer()
const folder = mkdtempSync(path.join(os.tmpdir(), 'lanskallan-import-map-'))
process.env.DATA_DIR = folder
const { default: config } = await import('../dist/src/payload.config.js')
await generateImportMap(await config, { force: true, log: true })
rmSync(folder, { recursive: true, force: true })
process.exit(0)
