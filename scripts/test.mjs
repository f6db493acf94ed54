// npm test: every check and every test, whatever the ones before found. `npm test -- FILE` runs tests of that name only.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildServer } from './buildServer.mjs'

const run = (label, command, args, env = {}) => {
  console.log(`\n== ${label}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  return status === 0
}
const bin = (name) => path.join('node_modules/.bin', name)
/** Debian's Chromium, or the one that CHROMIUM names. */
const chromium = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (one) => one && existsSync(one),
)
/** Tests that need what this machine has not: they are left out, and told below. */
const leftOut = [
  [chromium, 'test/browser/', 'every test in a browser. Install Chromium, or name it with CHROMIUM'],
  [
    spawnSync('openssl', ['version']).status === 0,
    'test/(proofs/docs|readingRoom/commands)\\.test',
    'the commands of the pages on checking. Install OpenSSL',
  ],
].filter(([isThere]) => !isThere)
const counts = { passed: 0, failed: 0, skipped: 0 }
const failed = []
const check = (label, ok) => {
  counts[ok ? 'passed' : 'failed'] += 1
  if (!ok) failed.push(label)
}

buildServer()
const only = process.argv.slice(2)
if (only.length === 0) {
  check('lint', run('lint', bin('oxlint'), ['--type-aware', '--deny-warnings', 'src', 'collections', 'test']))
  check(
    'format',
    run('format', bin('prettier'), [
      '--check',
      '--log-level',
      'warn',
      'src',
      'collections',
      'test',
      'scripts',
      'bin',
      'bench',
    ]),
  )
  check('arrows', run('arrows', process.execPath, ['scripts/arrows.mjs']))
  check('unused code', run('unused code', bin('knip'), []))
  check('types', run('types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']))
}
const folder = mkdtempSync(path.join(os.tmpdir(), 'lanskallan-results-'))
const results = path.join(folder, 'results.json')
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js']
const ignored = ['/node_modules/', ...leftOut.map(([, files]) => files)].map((one) => `--testPathIgnorePatterns=${one}`)
run('tests', process.execPath, [...jest, '--json', `--outputFile=${results}`, ...only, ...ignored], {
  ...(chromium && { CHROMIUM: chromium }),
})
try {
  const found = JSON.parse(readFileSync(results, 'utf8'))
  counts.passed += found.numPassedTests
  counts.failed += found.numFailedTests + found.numRuntimeErrorTestSuites
  counts.skipped += found.numPendingTests + found.numTodoTests
  if (!found.success) failed.push('tests')
} catch {
  check('tests', false)
}
rmSync(folder, { recursive: true, force: true })

if (!process.env.TEST_MONGODB_URL)
  console.log('\n!! NOT RUN: every test on MongoDB, since TEST_MONGODB_URL names none. SQLite alone was tested.')
for (const [, , what] of leftOut) console.log(`\n!! NOT RUN: ${what}.`)
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`)
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exit(failed.length > 0 || counts.failed > 0 ? 1 : 0)
