import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { idOf } from '../../src/websites/manifest.js'
import { sqlite } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'
import { websiteWithKey } from './website.js'

interface Ended {
  status: number
  out: string
  err: string
}

describe('a site’s build, in a process of its own', () => {
  // It speaks with the service over the net: the database is none of its business.
  let editorial: TestEditorial
  let site: PublicSide
  let keyFile: string
  const names = 'query Names { counties { name } }\n'

  const lanskallan = (...args: string[]): Promise<Ended> =>
    new Promise((resolve) => {
      const env = { PATH: process.env['PATH'], NODE_ENV: 'production' as const }
      const verb = ['--conditions=production', 'dist/src/cli/main.js', ...args]
      execFile(process.execPath, verb, { env, cwd: process.cwd() }, (error, out, err) =>
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, out, err }),
      )
    })
  const file = (name: string, text: string): string => {
    const full = path.join(editorial.dataDir, name)
    writeFileSync(full, text)
    return full
  }
  const register = (...files: string[]): Promise<Ended> =>
    lanskallan('documents', 'register', ...files, '--key-file', keyFile, '--url', site.url)
  const status = async (text: string): Promise<number> =>
    (await fetch(`${site.url}/graphql?documentId=${idOf(text)}`)).status

  beforeAll(async () => {
    editorial = await startEditorial(sqlite)
    keyFile = file('key', `${await websiteWithKey(editorial.payload, 'vasternorrland')}\n`)
    site = await startPublic(editorial, { editing: true })
  })
  afterAll(async () => {
    await site.close()
    await discard(editorial)
  })

  test('the queries of a build are handed in, each with its identifier, and answer from then on', async () => {
    const [one, other] = [file('names.graphql', names), file('codes.graphql', '{ counties { code } }')]
    expect(await status(names)).toBe(404)
    const { out } = await register(one, other)
    expect(out).toContain(`names.graphql  ${idOf(names)}`)
    expect(out).toContain('Nya: 2. Fanns redan: 0.')
    expect(await status(names)).toBe(200)
  })

  test('a manifest is printed, and handed in as it was printed', async () => {
    const later = 'query Later { counties { slug } }'
    const { out } = await lanskallan('documents', 'manifest', file('later.graphql', later))
    expect(JSON.parse(out)).toEqual({ [idOf(later)]: later })
    expect(await register(file('manifest.json', out))).toMatchObject({ status: 0, err: '' })
    expect(await status(later)).toBe(200)
  })

  test('what is wrong ends with 2, and is told of each document', async () => {
    const wrong = '{ countries { name } }'
    expect(await register(file('wrong.graphql', wrong))).toMatchObject({
      ...{ status: 2, out: '' },
      err: expect.stringContaining('wrong.graphql:1:3  GRAPHQL_VALIDATION_FAILED  Cannot query field "countries"'),
    })
    keyFile = file('wrong-key', 'lk_wrong')
    expect(await register(file('names.graphql', names))).toMatchObject({
      ...{ status: 2, err: expect.stringContaining('Nyckeln gäller inte') },
    })
    const nowhere = ['documents', 'register', keyFile, '--key-file', keyFile, '--url', 'http://127.0.0.1:9']
    expect(await lanskallan(...nowhere)).toMatchObject({ status: 2, err: expect.stringContaining('svarar inte') })
  })
})
