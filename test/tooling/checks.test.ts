import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, cpSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { isStale, markBuilt } from '../../scripts/stale.mjs'

/** Each check is shown a fault, in a small house of its own, and must see it. */
let house: string
beforeEach(() => {
  house = mkdtempSync(path.join(os.tmpdir(), 'lanskallan-house-'))
  for (const name of ['scripts', '.dependency-cruiser.mjs', '.oxlintrc.json', 'tsconfig.json', 'package.json'])
    cpSync(name, path.join(house, name), { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(house, 'node_modules'))
  for (const folder of ['src/delivery', 'src/workflow', 'collections'])
    mkdirSync(path.join(house, folder), { recursive: true })
  write('src/workflow/publish.ts', 'export const publish = async (): Promise<void> => {}\n')
  write('collections/News.ts', "import { publish } from '../src/workflow/publish.js'\nexport const hooks = [publish]\n")
})
afterEach(() => rmSync(house, { recursive: true, force: true }))

const write = (file: string, text: string): void => writeFileSync(path.join(house, file), text)
const run = (command: string, ...args: string[]): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: house, encoding: 'utf8' })
  return { status, output: stdout + stderr }
}
const arrows = () => run(process.execPath, 'scripts/arrows.mjs')
const lint = () => run('node_modules/.bin/oxlint', '--type-aware', '--deny-warnings', 'src', 'collections')

test('a house in order passes', () => {
  expect(arrows()).toMatchObject({ status: 0, output: expect.stringContaining('2 modules, 0 forbidden arrows') })
  expect(lint().status).toBe(0)
})

test('an arrow from delivery to the collections is seen', () => {
  write('src/delivery/leak.ts', "import { hooks } from '../../collections/News.js'\nexport const drafts = hooks\n")
  expect(arrows()).toMatchObject({
    status: 1,
    output: expect.stringContaining('delivery-knows-the-archive-alone: src/delivery/leak.ts'),
  })
})

test('a circle is seen', () => {
  write('src/workflow/publish.ts', "import { other } from './other.js'\nexport const publish = other\n")
  write(
    'src/workflow/other.ts',
    "import { publish } from './publish.js'\nexport const other = (): unknown => publish\n",
  )
  expect(arrows()).toMatchObject({ status: 1, output: expect.stringContaining('no-cycles') })
})

test('an unawaited promise is seen', () => {
  write(
    'collections/News.ts',
    "import { publish } from '../src/workflow/publish.js'\nexport const hook = (): void => {\n  publish()\n}\n",
  )
  expect(lint()).toMatchObject({ status: 1, output: expect.stringContaining('no-floating-promises') })
})

test('a changed and a removed source make a build stale', () => {
  const sources = ['src']
  expect(isStale(house, 'server', sources)).toBe(true)
  markBuilt(house, 'server', sources)
  expect(isStale(house, 'server', sources)).toBe(false)
  write('src/delivery/new.ts', 'export {}\n')
  expect(isStale(house, 'server', sources)).toBe(true)
  rmSync(path.join(house, 'src/delivery/new.ts'))
  expect(isStale(house, 'server', sources)).toBe(false)
  rmSync(path.join(house, 'src/workflow/publish.ts'))
  expect(isStale(house, 'server', sources)).toBe(true)
})
