import { afterAll, beforeAll, expect, jest } from '@jest/globals'
import axe from 'axe-core'
import { chromium as engine, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { where } from '../support/where.js'
import { chromium, startWholeService, type WholeService } from './service.js'

jest.setTimeout(600_000)

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']

const inBrowser = where(
  chromium !== undefined,
  'no Chromium was found, so nobody looked at the reading room. Install it, or name it with CHROMIUM.',
)

let service: WholeService
let browser: Browser
/** The paths of all kinds of pages, by name. */
let pages: Record<string, string>

beforeAll(async () => {
  if (!chromium) return
  service = await startWholeService({ ADMIN: 'false' })
  browser = await engine.launch({ executablePath: chromium, args: [...flags, ...quiet] })
  pages = await findPages()
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

interface Found {
  strategy: { id: string; editions: { id: string; history: { nodes: { id: string }[] } }[] }
  topic: { id: string }
  county: { news: { nodes: { id: string }[] }; contacts: { id: string }[] }
}

async function findPages(): Promise<Record<string, string>> {
  const { strategy, topic, county } = (await service.query(
    `{ strategy(county: "vasternorrland", slug: "vald-i-nara-relationer") { id editions { id history { nodes { id } } } }
       topic(county: "vasternorrland", slug: "vald-i-nara-relationer") { id }
       county(slug: "vasternorrland") { news(first: 1) { nodes { id } } contacts { id } } }`,
  )) as unknown as Found
  const [first, second, third] = strategy.editions
  const record = (edition: typeof first): string => edition!.history.nodes[0]!.id
  return {
    find: '/arkiv',
    results: '/arkiv?q=vald&lan=vasternorrland',
    nothing: '/arkiv?q=finnsinte',
    fault: '/arkiv?ar=tjugo',
    strategy: `/arkiv/${strategy.id}`,
    gap: `/arkiv/${strategy.id}?validAt=2017-06-01`,
    before: `/arkiv/${strategy.id}?knownAt=2017-06-01`,
    edition: `/arkiv/${third!.id}`,
    first: `/arkiv/${first!.id}`,
    english: `/arkiv/en/${third!.id}`,
    easy: `/arkiv/${topic.id}?language=sv-simple`,
    topic: `/arkiv/${topic.id}`,
    news: `/arkiv/${county.news.nodes[0]!.id}`,
    contact: `/arkiv/${county.contacts[0]!.id}`,
    record: `/arkiv/post/${record(third)}`,
    comparison: `/arkiv/jamfor?fran=${record(second)}&till=${record(third)}`,
    comparing: '/arkiv/jamfor',
    tracks: '/arkiv/rensa-spar',
    checking: '/arkiv/kontrollera',
    missing: '/arkiv/00000000-0000-4000-8000-000000000000',
  }
}

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 } }
const desk: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }

/** Each page in turn, in one window. */
async function onEveryPage(
  options: BrowserContextOptions,
  look: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ locale: 'sv-SE', bypassCSP: false, ...options })
  try {
    const page = await context.newPage()
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(service.url + path)
      await look(page, name)
    }
  } finally {
    await context.close()
  }
}

const views: [string, BrowserContextOptions][] = [
  ['on a phone', phone],
  ['on a phone in the dark', { ...phone, colorScheme: 'dark' }],
  ['on a desk', desk],
  ['on a desk in the dark', { ...desk, colorScheme: 'dark' }],
]

inBrowser.each(views)(
  'axe finds nothing on any page %s, and no page is wider than the window',
  async (_where, options) => {
    const found: string[] = []
    await onEveryPage(options, async (page, name) => {
      // Through the debugger, as a reader's own tools come in: the pages themselves let no script of ours run.
      await page.evaluate(axe.source)
      const { violations } = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as {
        violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]
      }
      for (const { id, nodes } of violations)
        for (const node of nodes) found.push(`${name}: ${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`)
      if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) found.push(`${name}: too wide`)
    })
    expect(found).toEqual([])
  },
)
