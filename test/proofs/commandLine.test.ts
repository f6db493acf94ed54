import { execFile } from 'node:child_process'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import { signerOf } from '../../src/archive/pure/note.js'
import { takeDown } from '../../src/workflow/takeDown.js'
import { publishedNews } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { faultsOn } from '../support/faults.js'
import { allRows, discard, startEditorial, type TestEditorial } from '../support/service.js'

interface Ended {
  status: number
  out: string
  err: string
}

const UNKNOWN = '00000000-0000-4000-8000-000000000000'
const other = signerOf('another.example/log', Buffer.alloc(32, 7))

/** The command line as an archivist types it, in a process of its own. */
onEachDatabase((database) => {
  let editorial: TestEditorial
  let document: string
  let record: string
  const faults = faultsOn(database, () => editorial.databaseUrl)

  const lanskallan = (...args: string[]): Promise<Ended> => run(editorial, ...args)
  const run = ({ databaseUrl, dataDir }: { databaseUrl: string; dataDir: string }, ...args: string[]): Promise<Ended> =>
    new Promise((resolve) => {
      const env = {
        PATH: process.env['PATH'],
        NODE_ENV: 'production' as const,
        DISABLE_PAYLOAD_HMR: 'true',
        DATA_DIR: dataDir,
        MEDIA_DIR: `${dataDir}/media`,
        DATABASE_URL: databaseUrl,
        LOG_LEVEL: 'silent',
      }
      const verb = ['--conditions=production', 'dist/src/cli/main.js', ...args]
      execFile(process.execPath, verb, { env, cwd: process.cwd() }, (error, out, err) =>
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, out, err }),
      )
    })
  const json = async (...args: string[]): Promise<Record<string, unknown>> => {
    const { status, out } = await lanskallan(...args, '--json')
    expect(status).toBe(0)
    return JSON.parse(out) as Record<string, unknown>
  }
  const file = (name: string, text: string): string => {
    const full = path.join(editorial.dataDir, name)
    writeFileSync(full, text)
    return full
  }

  beforeAll(async () => {
    editorial = await startEditorial(database)
    const news = await publishedNews(editorial.payload, { title: 'En adress' })
    document = news.id
    const req = await createLocalReq({}, editorial.payload)
    const withdrawal = { shownAs: 'gone', redirectTo: null } as const
    record = (await takeDown(req, 'news', document, { action: 'WITHDRAW', reason: 'Inaktuell', withdrawal })).id
  })
  afterAll(() => discard(editorial))

  if (database.name === 'SQLite')
    test('a verb that writes refuses beside a running service, and one that reads does not', async () => {
      const { status, err } = await lanskallan('hold', document, '--reason', 'Tillsyn', '--by', 'Eva Ek')
      expect([status, err]).toEqual([2, expect.stringContaining('Stoppa den först')])
      expect((await lanskallan('verify')).status).toBe(0)
    })

  test('what was done with a document is told in a table, oldest first', async () => {
    const { status, out } = await lanskallan('history', document)
    const [head, published, withdrawn] = out.trimEnd().split('\n')
    expect(status).toBe(0)
    expect(head).toMatch(/^Nr +Publik från +Åtgärd +Version +Arkivpost +Till läsarna$/)
    expect(published).toMatch(/^0 +\d+ \S+ \d{4} kl\. \d\d\.\d\d +publicerad +1 /)
    expect(withdrawn).toContain(`${record}  Inaktuell`)
  })

  test('a receipt is printed and checked; one of another log, or beside another key, is told apart', async () => {
    const { receipt, leaf, publicKey } = (await json('proof', record)) as Record<string, string>
    const name = file('receipt', `${receipt}`)
    const check = (key: string): Promise<Ended> =>
      lanskallan('verify-proof', name, '--key', key, '--leaf', String(leaf))
    expect(await check(String(publicKey))).toMatchObject({ status: 0, out: expect.stringContaining('stämmer') })
    expect(await check(other.vkey)).toMatchObject({ status: 1, out: expect.stringContaining('en annan logg') })
    // One wrong character: its own hash gives it away.
    for (const key of ['nonsense', String(publicKey).replace(/.{3}$/, 'AAA')])
      expect(await check(key)).toMatchObject({ status: 2, err: expect.stringContaining('namn+hash+nyckel') })
  })

  test('what the log was is proved from a checkpoint that was kept; a past that was rewritten is not', async () => {
    const [kept] = await allRows(editorial.payload, 'checkpoints', { size: { equals: 1 } })
    const [older, newer] = [file('older', String(kept!['note'])), file('newer', (await lanskallan('checkpoint')).out)]
    const { out } = await lanskallan('proof', '--from-size', '1')
    const proof = file('consistency', out)
    const { publicKey } = await json('checkpoint')
    const check = (...files: string[]): Promise<Ended> =>
      lanskallan('verify-proof', ...files, '--key', String(publicKey), '--older', older, '--newer', newer)
    expect(await check(proof)).toMatchObject({ status: 0, out: expect.stringContaining('Nothing was rewritten') })
    const forged = file(
      'forged',
      out.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')),
    )
    expect(await check(forged)).toMatchObject({ status: 1, out: expect.stringContaining('omskriven') })
    expect(await check(newer)).toMatchObject({ status: 1, out: expect.stringContaining('inget sådant bevis') })
    const halves = ['--key', String(publicKey), '--older', older]
    expect(await lanskallan('verify-proof', proof, ...halves)).toMatchObject({ status: 2 })
    const foreign = ['--key', other.vkey, '--older', older, '--newer', newer]
    expect(await lanskallan('verify-proof', proof, ...foreign)).toMatchObject({ status: 1 })
  })

  test('where there is no archive, nothing is found well, and nothing is made', async () => {
    const { databaseUrl, dataDir } = database.fresh()
    const wrong = { databaseUrl, dataDir: path.join(dataDir, 'wrong') }
    for (const verb of [['verify'], ['fixity'], ['checkpoint'], ['history', document], ['proof', record]])
      expect(await run(wrong, ...verb)).toEqual({
        status: 2,
        out: '',
        err: expect.stringContaining('Här finns inget arkiv'),
      })
    expect(readdirSync(dataDir)).toEqual([])
    rmSync(dataDir, { recursive: true })
  })

  test('a checkpoint kept elsewhere is taken, and anything else in its place is not', async () => {
    const { note } = await json('checkpoint')
    expect((await lanskallan('verify', '--checkpoint', file('kept', String(note)))).status).toBe(0)
    const foreign = String(note).replace(/ [A-Za-z0-9+/]{6}/, ' AAAAAA')
    expect(await lanskallan('verify', '--checkpoint', file('foreign', foreign))).toMatchObject({
      status: 2,
      err: expect.stringContaining('den är ingen kontrollpunkt'),
    })
  })

  test.each([
    [['unknown-verb'], 'unknown command'],
    [['verify', '--depth'], 'unknown option'],
    [['dispose', UNKNOWN, '--yes'], '--authority'],
    [['dispose', UNKNOWN, '--authority', 'RA-MS 2024:12'], '--yes'],
    [['hold', UNKNOWN], '--reason'],
    [['proof'], '--from-size'],
    [['proof', UNKNOWN], 'Det finns ingen arkivpost'],
    [['proof', '--from-size', '99'], 'Loggen har'],
    [['proof', '--from-size', 'abc'], 'som ett tal'],
    [['verify-proof', 'README.md', '--key', other.vkey, '--leaf', 'zz'], '64 tecken'],
    [['verify-proof', 'README.md', '--key', other.vkey, '--record', 'README.md', '--placed-at', 'igår'], 'placedAt'],
    [['history', 'nyheten-om-oss'], 'Ange dokumentets id'],
    [['verify', '--checkpoint', 'missing.txt'], 'går inte att läsa'],
    [['import-edition', 'package.json'], 'Filen går inte att använda'],
    [['import-edition', 'README.md'], 'är inte JSON'],
  ])('%j ends with 2 and says what is wrong', async (args, words) => {
    const { status, out, err } = await lanskallan(...args)
    expect([status, out, err]).toEqual([2, '', expect.stringContaining(words)])
  })

  test('a document under a hold is not disposed of; released, it is, and all still verifies', async () => {
    await editorial.close()
    const dispose = (id: string): Promise<Ended> => lanskallan('dispose', id, '--authority', 'RA-MS 2024:12', '--yes')
    const hold = (id: string, ...more: string[]): Promise<Ended> =>
      lanskallan('hold', id, '--reason', 'Tillsyn', '--by', 'Eva Ek', ...more)
    expect(await hold(UNKNOWN)).toMatchObject({ status: 2, err: expect.stringContaining('Inget är arkiverat') })
    expect(await hold(document, '--release')).toMatchObject({ status: 2 })
    expect((await hold(document)).status).toBe(0)
    expect(await dispose(document)).toMatchObject({ status: 2, err: expect.stringContaining('Häv gallringsstoppet') })
    expect((await hold(document, '--release')).status).toBe(0)
    expect(await dispose(UNKNOWN)).toMatchObject({ status: 2 })
    expect((await dispose(document)).status).toBe(0)
    expect((await lanskallan('verify', '--deep')).status).toBe(0)
    editorial = await editorial.reopen()
  })

  test('what is wrong in the archive ends with 1 and is named in both languages, and for machines by its code', async () => {
    await faults.set('records', record, 'owner', 'gavleborg')
    const { status, out, err } = await lanskallan('verify')
    expect([status, err]).toEqual([1, ''])
    expect(out).toMatch(/är ändrade \(nummer 1 i loggen\).*\nWhat is kept beside the record was changed \(number 1/)
    const machine = await lanskallan('verify', '--json')
    expect([machine.status, JSON.parse(machine.out)]).toMatchObject([
      1,
      { finding: { code: 'RECORD_CHANGED', seq: 1 } },
    ])
  })
})
