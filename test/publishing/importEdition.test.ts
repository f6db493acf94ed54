import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { editionIn, publish } from '../../src/cli/importEdition.js'
import { editionPdf } from '../../src/seed/editionPdf.js'
import { paragraph, richText } from '../../src/seed/lexical.js'
import { create } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startPublic } from '../support/public.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'

const pdf = (): Promise<Buffer> =>
  editionPdf({
    ...{ title: 'Strategi', author: 'Länsstyrelsen', subject: 'Våld', writtenAt: new Date(0) },
    text: richText(paragraph('Text.')),
  })

onEachDatabase((database) => {
  let editorial: TestEditorial
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'lanskallan-import-'))
    editorial = await startEditorial(database)
    const own = { owner: 'vasternorrland', audience: 'own', _status: 'published' }
    await create(editorial.payload, 'strategies', { ...own, title: 'Strategi', slug: 'vald' })
    writeFileSync(path.join(folder, 'strategi.pdf'), await pdf())
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await discard(editorial)
  })
  const old = {
    ...{ county: 'vasternorrland', strategy: 'vald', number: 1, label: '2014–2016', title: 'Länsstrategi 2014' },
    ...{ body: '## Mål\n\nEn text\növer två rader.', validFrom: '2014', validThrough: '2016' },
    parties: [{ name: 'Landstinget i Västernorrland', kind: 'region' }],
    documents: [{ file: 'strategi.pdf', title: 'Strategin' }],
    priorPublication: [{ date: '2013-12', url: 'https://example.se/strategi', note: 'På webbplatsen' }],
  }
  const write = (content: unknown): string => {
    const file = path.join(folder, 'utgåva.json')
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
    return file
  }

  test('an old edition is recorded today, valid in the past, with the evidence of its earlier life', async () => {
    const before = new Date().toISOString()
    await publish(editorial.payload, editionIn(write(old)), folder)
    const site = await startPublic(editorial)
    const { data } = await site.query(
      `{ strategy(county: "vasternorrland", slug: "vald") { inForce(validAt: "2015-06-01") { state
          editions { title body { markdown } documents { title } parties { name } priorPublication { date url } record { recordedAt } } } }
        past: strategy(county: "vasternorrland", slug: "vald", knownAt: "2015-06-01T00:00:00Z") {
          inForce { state priorPublication { date url edition } } } }`,
    )
    await site.close()
    const strategy = data?.['strategy'] as { inForce: { editions: { record: { recordedAt: string } }[] } }
    expect(strategy.inForce).toMatchObject({
      state: 'IN_FORCE',
      editions: [
        {
          title: 'Länsstrategi 2014',
          body: { markdown: '## Mål\n\nEn text över två rader.' },
          documents: [{ title: 'Strategin' }],
          parties: [{ name: 'Landstinget i Västernorrland' }],
          priorPublication: [{ date: '2013-12', url: 'https://example.se/strategi' }],
        },
      ],
    })
    expect(strategy.inForce.editions[0]!.record.recordedAt >= before).toBe(true)
    expect(data?.['past']).toMatchObject({
      inForce: { state: 'NOT_KNOWN_YET', priorPublication: [{ date: '2013-12', edition: '2014–2016' }] },
    })
  })

  test.each<[string, unknown, RegExp]>([
    ['no JSON', '{', /no JSON/],
    ['no evidence', { ...old, priorPublication: [] }, /at least one place/],
    ['an impossible date', { ...old, validFrom: '2014-13' }, /2014-13 is not in the calendar[^]*validFrom/],
    ['a county that does not exist', { ...old, county: 'atlantis' }, /county/],
    ['a field that nobody knows', { ...old, validTo: '2016' }, /validTo/],
  ])('%s is refused, and the message names what is wrong', (_what, content, words) => {
    expect(() => editionIn(write(content))).toThrow(
      expect.objectContaining({
        code: 'BAD_INPUT',
        messages: expect.objectContaining({ en: expect.stringMatching(words) }),
      }),
    )
  })

  test('a strategy that is not there, or a file that cannot be read, is named', async () => {
    const wrong = editionIn(write({ ...old, strategy: 'ingen' }))
    await expect(publish(editorial.payload, wrong, folder)).rejects.toMatchObject({
      message: expect.stringContaining('ingen'),
    })
    const lost = editionIn(write({ ...old, number: 2, documents: [{ file: 'borta.pdf', title: 'x' }] }))
    await expect(publish(editorial.payload, lost, folder)).rejects.toMatchObject({
      message: expect.stringContaining('borta.pdf'),
    })
  })

  test('an edition that is there already, or is to be replaced and is not there, is named', async () => {
    for (const [change, words] of [
      [{ number: 1 }, 'redan en utgåva med nummer 1'],
      [{ number: 3, supersedes: [77] }, 'ingen utgåva 77'],
    ] as const)
      await expect(publish(editorial.payload, editionIn(write({ ...old, ...change })), folder)).rejects.toMatchObject({
        code: 'BAD_INPUT',
        message: expect.stringContaining(words),
      })
  })
})
