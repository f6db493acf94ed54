import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import axe from 'axe-core'
import type { BrowserContextOptions, Page, Request } from 'playwright-core'
import { chromium } from './service.js'
import { openRoom, type RoomInBrowser } from './room.js'

jest.setTimeout(600_000)

let room: RoomInBrowser
beforeAll(async () => {
  if (chromium) room = await openRoom()
})
afterAll(() => room?.close())

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 } }
const desk: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }

/** Each page in turn, in one window. */
async function onEveryPage(
  options: BrowserContextOptions,
  look: (page: Page, name: string) => Promise<void>,
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<void> {
  const context = await room.browser.newContext({ locale: 'sv-SE', ...options })
  try {
    const page = await context.newPage()
    await prepare(page)
    for (const [name, path] of Object.entries(room.pages)) {
      await page.goto(room.url + path)
      await look(page, name)
    }
  } finally {
    await context.close()
  }
}

/** Bytes that came for it. The page may be loaded before the browser tells that all of them have. */
async function weightOf(request: Request): Promise<number> {
  await (await request.response())?.finished()
  const { responseBodySize, responseHeadersSize } = await request.sizes()
  return responseBodySize + responseHeadersSize
}

const views: [string, BrowserContextOptions][] = [
  ['on a phone', phone],
  ['on a phone in the dark', { ...phone, colorScheme: 'dark' }],
  ['on a desk', desk],
  ['on a desk in the dark', { ...desk, colorScheme: 'dark' }],
]

test.each(views)('axe finds nothing on any page %s, and no page is wider than the window', async (_where, options) => {
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
})

test.each([
  ['at 200 % zoom', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
  ['at 400 % zoom', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
] as [string, BrowserContextOptions][])('no page is wider than the window %s', async (_how, options) => {
  const wide: string[] = []
  await onEveryPage(options, async (page, name) => {
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) wide.push(name)
  })
  expect(wide).toEqual([])
})

test.each([
  ['on a phone', phone],
  ['on a desk', desk],
])('nothing moves once it is drawn %s', async (_where, options) => {
  const watch = `window.moved = 0; new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.moved += value }).observe({ type: 'layout-shift', buffered: true })`
  const moved: string[] = []
  await onEveryPage(
    options,
    async (page, name) => {
      await page.evaluate('scrollTo(0, document.body.scrollHeight)')
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
      const value = await page.evaluate('window.moved')
      if (value !== 0) moved.push(`${name}: ${String(value)}`)
    },
    (page) => page.addInitScript(watch),
  )
  expect(moved).toEqual([])
})

test('a page and all that it loads take less than 30 KB before pictures, and come from nobody but us', async () => {
  const heavy: string[] = []
  let requests: Request[] = []
  const elsewhere = new Set<string>()
  await onEveryPage(
    desk,
    async (_page, name) => {
      const weight = (await Promise.all(requests.map(weightOf))).reduce((sum, one) => sum + one, 0)
      requests = []
      if (weight === 0 || weight >= 30_000) heavy.push(`${name}: ${weight}`)
    },
    async (page) => {
      const session = await page.context().newCDPSession(page)
      await session.send('Network.enable')
      await session.send('Network.setCacheDisabled', { cacheDisabled: true })
      page.on('request', (request) => {
        if (!request.url().startsWith(room.url)) elsewhere.add(request.url())
        // What a page waits for; its icon is a picture too, which the browser fetches when it likes.
        if (!['image', 'other'].includes(request.resourceType())) requests.push(request)
      })
    },
  )
  expect([heavy, [...elsewhere]]).toEqual([[], []])
})
