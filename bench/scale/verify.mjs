// One shallow verification as a process of its own, so that its memory is its own. Usage: verify.mjs FOLDER (DATABASE_URL)
import path from 'node:path'
import { openArchive } from '../../dist/src/archive/read/openArchive.js'
import { verifyArchive } from '../../dist/src/archive/read/verify.js'

const dataDir = path.resolve(process.argv[2])
const databaseUrl = process.env.DATABASE_URL ?? `file:${path.join(dataDir, 'lanskallan.db')}`
const archive = await openArchive({ databaseUrl, dataDir })
const before = process.cpuUsage()
const started = performance.now()
const verdict = await verifyArchive(archive)
const milliseconds = performance.now() - started
const { user, system } = process.cpuUsage(before)
console.log(
  JSON.stringify({
    ...verdict,
    milliseconds,
    cpu: (user + system) / 1_000,
    peak: process.resourceUsage().maxRSS * 1024,
  }),
)
await archive.close()
