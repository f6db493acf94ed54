import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { onlyOne } from '../../src/editorial/onlyOne.js'

const inFolder = (act: (folder: string) => void): void => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lanskallan-one-'))
  try {
    act(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('a second process on the same data is refused, and told which one to stop', () =>
  inFolder((folder) => {
    writeFileSync(path.join(folder, 'service.pid'), String(process.ppid))
    expect(() => onlyOne(folder)).toThrow(`process ${process.ppid}`)
  }))

test('what a process that was killed has left is taken over, and let go of at the end', () =>
  inFolder((folder) => {
    const { pid } = spawnSync(process.execPath, ['--version'])
    writeFileSync(path.join(folder, 'service.pid'), String(pid))
    const letGo = onlyOne(folder)
    expect(() => onlyOne(folder)).not.toThrow()
    letGo()
    expect(() => statSync(path.join(folder, 'service.pid'))).toThrow('ENOENT')
  }))

test('a folder that the service makes can be read by its own user only', () =>
  inFolder((folder) => {
    onlyOne(path.join(folder, 'data'))
    expect(statSync(path.join(folder, 'data')).mode & 0o777).toBe(0o700)
  }))
