// The benchmark suite: see README.md.
import { writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { keepAway } from './children.mjs'
import { prepare } from './prepare.mjs'
import { targetTable } from './report.mjs'

const parts = ['answers', 'starts', 'publishing', 'politeness', 'soak', 'comparing']
const help = `Measures the service beside raw node:http and beside stock Payload, on the same content in the same run.

  npm run bench [-- PART …] [OPTION …]

Parts: ${parts.join(', ')}. Without any, all of them, in some seven minutes.

  --full           more rounds and all connections
  --folder FOLDER  where the content is kept from run to run
  --json FILE      the figures for a machine
  --check          exits with 1 where a target is missed
  --help           this

With MONGODB_URL, a replica set, publishing is measured on MongoDB too. See bench/README.md for what is measured and how.`
const options = {
  full: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  json: { type: 'string' },
  folder: { type: 'string', default: path.join(os.tmpdir(), 'lanskallan-bench') },
  help: { type: 'boolean', short: 'h', default: false },
}

function asked() {
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch ({ message }) {
    console.error(`${message}\n\n${help}`)
    process.exit(2)
  }
}

const { values, positionals } = asked()
if (values.help) {
  console.log(help)
  process.exit(0)
}
const unknown = positionals.filter((name) => !parts.includes(name))
if (unknown.length > 0) {
  console.error(`There is no part called ${unknown.join(', ')}: choose among ${parts.join(', ')}.`)
  process.exit(2)
}

const began = performance.now()
const progress = (what) =>
  console.error(`${String(Math.round((performance.now() - began) / 1_000)).padStart(5)} s  ${what}`)
const root = path.resolve(values.folder)
const folders = prepare(root, progress)
keepAway()
const machine = { node: process.version, cpu: os.cpus()[0].model, cores: os.cpus().length, load: os.loadavg() }
console.log(
  `Node ${machine.node}, ${machine.cores} cores of ${machine.cpu}, load ${machine.load[0].toFixed(1)} at the start\n`,
)

const results = {}
for (const name of positionals.length > 0 ? positionals : parts) {
  // Only now: they read what has just been built.
  const { [name]: measure } = await import(`./parts/${name}.mjs`)
  results[name] = await measure({ folders, root, full: values.full, progress })
  console.log(`## ${name}\n\n${results[name].report}\n\n${targetTable(results[name].targets)}\n`)
}
if (values.json) writeFileSync(values.json, JSON.stringify({ machine, full: values.full, results }, null, 2))
const missed = Object.values(results).flatMap(({ targets }) => targets.filter(({ met }) => !met))
console.log(missed.length === 0 ? 'All targets are met.' : `${missed.length} targets are missed.`)
process.exit(values.check && missed.length > 0 ? 1 : 0)
