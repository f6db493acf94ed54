import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { onEachDatabase } from '../support/databases.js'
import { startRoom, type Room } from './room.js'

onEachDatabase((database) => {
  let room: Room
  beforeAll(async () => {
    room = await startRoom(database)
  })
  afterAll(() => room.close())
  const page = (name: string, query = '', speech = '') => room.get(`/arkiv${speech}/${room.ids[name]}${query}`)

  test.each([
    ['2017-06-01', 'Den 1 juni 2017 gällde ingen utgåva: utgåvan 2014–2016 gällde till och med 31 december 2016'],
    ['2015-06-01', 'Den 1 juni 2015 gällde utgåvan 2014–2016.'],
    ['2019-06-01', 'Den 1 juni 2019 gällde utgåvan som är spärrad.'],
    ['2013-06-01', 'Den 1 juni 2013 gällde ännu ingen utgåva'],
    ['2025-06-01', 'Den 1 juni 2025 gällde utgåvan 2022–2024.'],
    ['2027-06-01', 'Den 1 juni 2027 gäller ingen utgåva'],
  ])('which edition was in force on %s is told in a plain sentence', async (day, sentence) => {
    const { status, text } = await page('strategy', `?validAt=${day}`)
    expect([status, text]).toEqual([200, expect.stringContaining(sentence)])
  })

  test('in English too, at an address of its own, with the language of the page and of the text told apart', async () => {
    const { html, text, headers } = await page('strategy', '?validAt=2017-06-01', '/en')
    expect(text).toContain('On 1 June 2017 no edition was in force')
    expect(html).toContain('<html lang="en"')
    expect(html).toMatch(/<h1 lang="sv">/)
    expect(headers.get('content-language')).toBe('en')
  })

  test('a document is read as it was on another day, and says so', async () => {
    const then = await page('third', '?knownAt=2022-04-01')
    expect(then.text).toContain('Du läser dokumentet som det var den 1 april 2022 kl. 23.59.')
    expect(then.text).toContain('Den tredje texten.')
    expect(then.text).not.toContain('rättad')
    expect((await page('third')).text).toContain('Den tredje texten, rättad.')
  })

  test('what was known then is what is answered: in 2017 no later edition was known', async () => {
    const { text } = await page('strategy', '?knownAt=2017-06-01&validAt=2017-06-01')
    expect(text).toContain('Den 1 juni 2017 gäller ingen utgåva')
    expect(text).toContain('ingen senare är känd')
    expect(text).not.toContain('2018–2021')
  })

  test('before it was published here there was nothing to read, and the page says when there was', async () => {
    const { status, text } = await page('third', '?knownAt=2015-01-01')
    expect(status).toBe(200)
    expect(text).toContain('Här fanns inget att läsa den 1 januari 2015')
    expect(text).toContain('publicerades här första gången den 15 mars 2022')
    expect(text).not.toContain('tredje texten')
  })

  test('the gap and the states of all editions stand in a table beside the picture', async () => {
    const { text } = await page('strategy')
    expect(text).toContain('Ingen utgåva 1 januari 2017 – 31 december 2017 Lucka')
    expect(text).toContain('Utgåva 2014–2016 1 januari 2014 – 31 december 2016 Giltigheten har gått ut Tillbakadragen')
    expect(text).toContain('Spärrad utgåva 1 januari 2018 – 31 december 2021 Giltigheten har gått ut Spärrad')
    expect(text).toContain('Utgåva 2022–2024 15 mars 2022 – 31 december 2026 Gäller Offentlig')
  })

  test('a withdrawn text is shown with the reason above it, and search engines are told not to', async () => {
    const { status, text, html, headers } = await page('first')
    expect([status, headers.get('x-robots-tag')]).toEqual([200, 'noindex'])
    expect(html).toContain('<meta name="robots" content="noindex" />')
    expect(text).toContain('Dokumentet är tillbakadraget. Det drogs tillbaka den 1 mars 2018.')
    expect(text).toContain('Skäl: Inaktuell')
    expect(text).toContain('Den första texten.')
  })

  test('a sealed document is a tombstone at every moment, and so is what is gone, but for its past', async () => {
    for (const query of ['', '?knownAt=2019-01-01', '?validAt=2019-01-01']) {
      const { status, text, html } = await page('second', query)
      expect([status, text]).toEqual([410, expect.stringContaining('Dokumentet är spärrat')])
      expect(text).toContain('Fel adress')
      expect(html).toContain(`<a href="/arkiv/${room.ids['strategy']}`)
      expect(html).not.toMatch(/andra texten|Strategins text/)
    }
    const gone = await page('gone')
    expect([gone.status, gone.html.includes('Borta med vinden')]).toEqual([410, false])
    const path = /href="([^"]*knownAt[^"]*)"/.exec(gone.html)?.[1]
    expect((await room.get(path!.replaceAll('&amp;', '&'))).text).toContain('Borta med vinden')
  })

  test('it is cited by an address that goes on showing the very text', async () => {
    const { text, html } = await page('third')
    expect(text).toContain(
      'Länsstyrelsen i Västernorrlands län. Strategins text, utgåva 2022–2024, beslutad 15 mars 2022',
    )
    expect(text).toContain('dnr 801-1234-2022')
    expect(text).toContain('Hämtad den 1 juli 2026')
    const address = /https:\/\/lanskallan\.example(\/arkiv\/[^"<]+)"/.exec(html)?.[1]
    const digest = /SHA-256\): <code>([0-9a-f]{64})/.exec(html.replaceAll(/\s+/g, ' '))?.[1]
    const cited = await room.get(address!)
    expect(cited.text).toContain(String(digest))
    await room.settle()
  })

  test('a record tells what was done and when, and hands out the very bytes that prove it', async () => {
    const { html } = await page('news')
    const paths = [...html.matchAll(/href="(\/arkiv\/post\/[0-9a-f-]{36})"/g)].map(([, path]) => path!)
    const record = await room.get(paths[0]!)
    expect(record.status).toBe(200)
    expect(record.text).toContain('Postens kontrollsumma')
    const [text, body] = [await room.get(`${paths[0]}/text`), await room.get(`${paths[0]}/post`)]
    const digests = await Promise.all([text, body].map(({ html: bytes }) => sha256(bytes)))
    for (const digest of digests) expect(record.html).toContain(digest)
    expect((await room.get(`${paths[0]}/kvitto`)).html).toMatch(/^c2sp\.org\/tlog-proof@v1\n/)
  })

  test('two texts are compared, and what tells them apart is marked', async () => {
    const { html } = await page('third')
    const path = /href="(\/arkiv\/jamfor\?[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    const compared = await room.get(path!)
    expect(compared.status).toBe(200)
    expect(compared.html).toMatch(/<ins>|<del>|Ändrad|Gäller/)
  })

  test('pages of the room load nothing from others, run nothing but the exit, and stand in no frame', async () => {
    const { headers } = await page('calm')
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    )
    expect(headers.get('set-cookie')).toBeNull()
  })
})

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Buffer.from(digest).toString('hex')
}
