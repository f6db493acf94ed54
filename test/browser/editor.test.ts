import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { chromium as engine, type Browser, type Page } from 'playwright-core'
import { chromium, startWholeService, type WholeService } from './service.js'

jest.setTimeout(400_000)

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']

let service: WholeService
let browser: Browser
const outside = new Set<string>()

beforeAll(async () => {
  if (!chromium) return
  service = await startWholeService()
  browser = await engine.launch({ executablePath: chromium, args: [...flags, ...quiet] })
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

async function logIn(role: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'sv-SE' })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(service.url) && !/^(data|blob):/.test(url)) outside.add(url)
  })
  const { email, password } = service.user(role)
  await page.goto(`${service.url}/admin`)
  await page.fill('#field-email', email)
  await page.fill('#field-password', password)
  await page.getByRole('button', { name: 'Logga in' }).click()
  await page.getByRole('heading', { name: 'Välkommen' }).waitFor()
  return page
}

const title = 'Ny rådgivning öppnar i Sollefteå'
const newsQuery = `{ newsItem(county: "vasternorrland", slug: "ny-radgivning-oppnar-i-solleftea") {
  id publication title body { text } takenDown { reason } } }`

interface Titled {
  counties: { slug: string }[]
  id: string
  slug: string
  title: string
}

test('an editor writes, a publisher publishes, and a seal takes it away', async () => {
  const editor = await logIn('editor')
  await editor.goto(`${service.url}/admin/collections/news/create`)
  await editor.fill('#field-title', title)
  await editor.waitForURL(/news\/[0-9a-f-]{36}/)
  const address = editor.url()
  const saved = (page: Page) => page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok())
  const body = editor.locator('[contenteditable=true]').first()
  await body.click()
  await Promise.all([saved(editor), body.pressSequentially('Du kan ringa oss varje dag.')])
  expect(await editor.getByRole('button', { name: 'Publicera' }).count()).toBe(0)
  expect(await service.query(newsQuery)).toEqual({ newsItem: null })
  expect(
    JSON.stringify(await service.query('{ county(slug: "vasternorrland") { news { nodes { title } } } }')),
  ).not.toContain(title)
  // Whoever leaves the page lets go of it.
  await editor.goto(`${service.url}/admin`)
  await editor.context().close()

  const publisher = await logIn('publisher')
  await publisher.goto(address)
  await publisher.getByRole('button', { name: 'Publicera' }).click()
  await publisher
    .getByRole('dialog', { name: 'Publicera dokumentet' })
    .getByRole('button', { name: 'Publicera' })
    .click()
  await publisher.getByText('Offentligt sedan').waitFor()
  expect(await service.query(newsQuery)).toMatchObject({
    newsItem: { publication: 'PUBLIC', title, body: { text: 'Du kan ringa oss varje dag.' } },
  })

  await publisher.getByRole('button', { name: 'Spärra' }).click()
  const dialog = publisher.getByRole('dialog', { name: 'Spärra dokumentet' })
  await dialog.getByRole('button', { name: 'Spärra' }).click()
  await dialog.getByText('Skriv ett skäl').waitFor()
  await dialog.getByLabel('Skäl').fill('Fel telefonnummer')
  await dialog.getByRole('button', { name: 'Spärra' }).click()
  await publisher.getByText('Spärrat sedan').waitFor()
  expect(await service.query(newsQuery)).toMatchObject({
    newsItem: { publication: 'SEALED', title: null, body: null, takenDown: { reason: 'Fel telefonnummer' } },
  })
  await publisher.context().close()
})

test('a publisher withdraws a page and sends its readers to another one', async () => {
  const page = await logIn('publisher')
  const asked = '{ county(slug: "vasternorrland") { news { nodes { id slug title counties { slug } } } } }'
  const { county } = (await service.query(asked)) as unknown as { county: { news: { nodes: Titled[] } } }
  const [news, other] = county.news.nodes.filter(({ counties }) => counties.length === 1)
  await page.goto(`${service.url}/admin/collections/news/${news!.id}`)
  await page.getByRole('button', { name: 'Dra tillbaka' }).click()
  const dialog = page.getByRole('dialog', { name: 'Dra tillbaka dokumentet' })
  await dialog.getByRole('textbox', { name: 'Skäl' }).fill('Ersatt')
  await dialog.getByLabel('Läsarna skickas till en annan sida').check()
  await dialog.getByRole('option', { name: other!.title }).waitFor()
  expect(await dialog.getByRole('option', { selected: true }).count()).toBe(0)
  await dialog.getByRole('button', { name: 'Dra tillbaka' }).click()
  await dialog.getByText('Välj sidan som läsarna ska skickas till.').waitFor()
  await dialog.getByLabel('Sök bland offentliga sidor').fill(other!.title)
  await dialog.getByLabel('Sidan som läsarna skickas till').selectOption({ label: other!.title })
  await dialog.getByRole('button', { name: 'Dra tillbaka' }).click()
  await page.getByText('Tillbakadraget sedan').waitFor()
  const withdrawn = `query ($slug: String!) { newsItem(county: "vasternorrland", slug: $slug) {
    publication takenDown { shownAs redirectTo { id } } } }`
  expect(await service.query(withdrawn, { slug: news!.slug })).toEqual({
    newsItem: { publication: 'WITHDRAWN', takenDown: { shownAs: 'REDIRECT', redirectTo: { id: other!.id } } },
  })
  await page.context().close()
})

test('a publisher plans a correction, prolongs an edition and makes the next one', async () => {
  const page = await logIn('publisher')
  const edition = `query ($day: Date!) { strategy(county: "vasternorrland", slug: "vald-i-nara-relationer") {
    inForce(validAt: $day) { state editions { id label validThrough } } } }`
  const before = (await service.query(edition, { day: '2023-01-01' })) as unknown as Resolved
  const [third] = before.strategy.inForce.editions
  await page.goto(`${service.url}/admin/collections/editions/${third!.id}`)
  await page.getByRole('button', { name: 'Förläng' }).click()
  const dialog = page.getByRole('dialog', { name: 'Förläng utgåvan' })
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  // Whoever uses a keyboard is back where they were.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Förläng')
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Gäller till och med').fill('2026-02-30')
  await dialog.getByLabel('Beslutades av').fill('Länsstyrelsen Västernorrland')
  await dialog.getByRole('button', { name: 'Förläng' }).click()
  await dialog.getByText('2026-02-30 finns inte i kalendern.').waitFor()
  await dialog.getByLabel('Gäller till och med').fill('2026')
  await dialog.getByRole('button', { name: 'Förläng' }).click()
  await page.getByText('Klart. Läsarna ser det nu.').waitFor()
  expect(await service.query(edition, { day: '2026-01-01' })).toMatchObject({
    strategy: { inForce: { state: 'IN_FORCE', editions: [{ id: third!.id, validThrough: '2026' }] } },
  })

  // Its lists without rows are sent in a form of their own.
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok())
  await page.fill('#field-label', '2022–2026')
  await saved
  await page.getByRole('button', { name: 'Publicera rättelse' }).click()
  const correction = page.getByRole('dialog', { name: 'Rätta utgåvan' })
  await correction.getByLabel('Vid en tidpunkt som jag väljer').check()
  await correction.getByLabel('Dag och klockslag').fill('2028-01-01T08:00')
  await correction.getByText('Publiceras 2028-01-01 08:00, svensk tid.').waitFor()
  await correction.getByRole('button', { name: 'Publicera rättelse' }).click()
  await correction.getByText('Skriv vad rättelsen ändrar.').waitFor()
  await correction.getByLabel('Vad har ändrats?').fill('Åren i utgåvans namn')
  await correction.getByRole('button', { name: 'Publicera rättelse' }).click()
  await page.getByText('Publiceras 2028-01-01 08:00').waitFor()
  await page.getByRole('button', { name: 'Avbryt planen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Avbryt planen' }).click()
  await page.getByText('Planen är avbruten').waitFor()
  expect(await service.query(edition, { day: '2026-01-01' })).toMatchObject({
    strategy: { inForce: { editions: [{ label: third!.label }] } },
  })

  await page.getByRole('button', { name: 'Ny utgåva' }).click()
  await page.getByRole('button', { name: 'Skapa utkastet' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith(third!.id))
  await page.getByText('Utkast, inte publicerat').waitFor()
  await page.context().close()
})

interface Resolved {
  strategy: { inForce: { editions: { id: string; label: string }[] } }
}

test('an archivist reads what was done, and when, in plain words', async () => {
  const page = await logIn('archivist')
  await page.goto(`${service.url}/admin/collections/records`)
  const [first] = await page.locator('tbody tr').allInnerTexts()
  expect(first).toMatch(/^\s*\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\s+(Publicerad|Plan avbruten|Spärrad|Tillbakadragen)\s/)
  expect(first).toContain('Västernorrland')
  await page.context().close()
})

test('an administrator gives a website its key, which is shown once, and revokes it', async () => {
  const page = await logIn('administrator')
  await page.goto(`${service.url}/admin/collections/websites`)
  await page.getByRole('link', { name: 'Västernorrlands län' }).click()
  await page.getByRole('button', { name: 'Skapa nyckel' }).click()
  const shown = page.getByRole('dialog', { name: 'Webbplatsens nya nyckel' })
  const key = await shown.getByLabel('Nyckel').inputValue()
  await page.keyboard.press('Escape')
  await shown.waitFor({ state: 'detached' })
  expect(await page.content()).not.toContain(key)
  const status = async (): Promise<number> => {
    const headers = { authorization: `Bearer ${key}` }
    return (await fetch(`${service.url}/graphql?query={log{size}}`, { headers })).status
  }
  expect(await status()).toBe(200)
  // Saving the form leaves the key as it is.
  await page.fill('#field-paths__topic', '/sakomraden/{slug}')
  await page.getByRole('button', { name: 'Spara' }).click()
  await page.getByText('Uppdaterades').first().waitFor()
  expect(await status()).toBe(200)
  await page.getByRole('button', { name: `Återkalla ${key.slice(-4)}` }).click()
  await page.getByRole('dialog', { name: 'Återkalla nyckeln' }).getByRole('button', { name: 'Återkalla' }).click()
  await page.getByText('Nyckeln är återkallad').waitFor()
  expect(await status()).toBe(401)
  await page.context().close()
})

test('no part of the admin asks another host for anything', async () => {
  expect([...outside]).toEqual([])
})

test('a request to change protocols is answered as any other, also when somebody has opened the admin', async () => {
  await (await logIn('editor')).context().close()
  const query = encodeURIComponent('{ counties { name } }')
  for (const path of [`/graphql?query=${query}`, '/health/live', '/admin/login', '/arkiv'])
    for (const protocol of ['h2c', 'websocket']) {
      const headers = { connection: 'Upgrade', upgrade: protocol }
      const [response] = (await once(get(service.url + path, { headers }), 'response')) as [IncomingMessage]
      response.resume()
      expect([path, protocol, response.statusCode]).toEqual([path, protocol, 200])
    }
})
