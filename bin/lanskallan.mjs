#!/usr/bin/env node
// Builds the service where its sources are newer, and runs a verb of its command line.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildServer } from '../scripts/buildServer.mjs'

buildServer()
const main = path.join(fileURLToPath(new URL('..', import.meta.url)), 'dist/src/cli/main.js')
const env = { NODE_ENV: 'production', DISABLE_PAYLOAD_HMR: 'true', ...process.env }
const { status } = spawnSync(process.execPath, ['--conditions=production', main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env,
})
process.exit(status ?? 1)
