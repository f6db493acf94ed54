import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { CDPSession, Page } from 'playwright-core'
import { chromium } from './service.js'
import { answerExit, EXIT, openRoom, type RoomInBrowser } from './room.js'

jest.setTimeout(600_000)

let room: RoomInBrowser
beforeAll(async () => {
  if (chromium) room = await openRoom()
})
afterAll(() => room?.close())

async function newPage(options: object = {}): Promise<Page> {
  const context = await room.browser.newContext({ locale: 'sv-SE', ...options })
  const page = await context.newPage()
  await answerExit(page)
  return page
}

/** What has the focus: its name as it is read, and whether one can see that it has it. */
const focused = `(() => {
  const it = document.activeElement
  const label = it.labels?.[0]?.textContent ?? it.getAttribute('aria-label') ?? it.textContent
  const { outlineStyle } = getComputedStyle(it)
  const { top, bottom, left, width } = it.getBoundingClientRect()
  const [x, y] = [left + Math.min(width, 20) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2]
  const above = document.elementFromPoint(x, y)
  const isSeen = outlineStyle !== 'none' && (it.contains(above) || above?.contains(it) === true)
  return { name: label.trim().replace(/\\s+/g, ' '), isSeen }
})()`

/** Presses Tab until that has the focus. Every stop on the way can be seen. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab')
    const at = (await page.evaluate(focused)) as { name: string; isSeen: boolean }
    if (!at.isSeen) throw new Error(`The focus cannot be seen on "${at.name}".`)
    passed.push(at.name)
    if (at.name.startsWith(name)) return
  }
  throw new Error(`Tab never reached "${name}", but: ${passed.join(' | ')}`)
}

test('with the keyboard alone: find, read, read as of another day, compare, and see the receipt', async () => {
  const page = await newPage({ viewport: { width: 1280, height: 800 } })
  const go = async (name: string): Promise<void> => {
    await tabTo(page, name)
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  }
  await page.goto(`${room.url}/arkiv`)
  await tabTo(page, 'Ord i titeln')
  await page.keyboard.type('länsstrategi mot')
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  await go('Länsstrategi mot våld i nära relationer i Västernorrland')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Länsstrategi mot våld')
  await tabTo(page, 'Vilken utgåva gällde den dagen?')
  await page.keyboard.type('06012017')
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  expect(await page.getByRole('main').textContent()).toContain('Den 1 juni 2017 gällde ingen utgåva')
  await tabTo(page, 'Den nyare')
  await go('Jämför')
  expect(await page.getByRole('heading', { name: 'Beslut och uppgifter' }).count()).toBe(1)
  await go('arkivpost')
  await tabTo(page, 'Visa kvittot')
  await page.keyboard.press('Enter')
  expect(await page.getByText('c2sp.org/tlog-proof@v1').isVisible()).toBe(true)
  await page.context().close()
})

interface AxNode {
  role?: { value: string }
  name?: { value: string }
  backendDOMNodeId?: number
  ignored: boolean
}

/** What assistive technology is told of the page, and the means to act on it: nothing of how it is drawn. */
async function readAloud(page: Page): Promise<(role: string, name: string) => Promise<void>> {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('Accessibility.enable')
  await session.send('DOM.enable')
  return async (role, name) => {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] }
    const spoken = nodes.filter((node) => !node.ignored && node.role?.value === role)
    const node = spoken.find((one) => one.name?.value.startsWith(name))
    if (!node)
      throw new Error(`No ${role} is called "${name}", but: ${spoken.map((one) => one.name?.value).join(' | ')}`)
    await session.send('DOM.focus', { backendNodeId: node.backendDOMNodeId! })
  }
}

test('by what a screen reader is told alone: the same walk', async () => {
  const page = await newPage()
  const to = await readAloud(page)
  const follow = async (role: string, name: string): Promise<void> => {
    await to(role, name)
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  }
  await page.goto(`${room.url}/arkiv`)
  await to('textbox', 'Ord i titeln')
  await page.keyboard.type('handlingsplan mot mäns')
  await follow('button', 'Sök')
  await follow('link', 'Handlingsplan mot mäns våld')
  await to('Date', 'Vad gick att läsa här den dagen?')
  await page.keyboard.type('06012017')
  await follow('button', 'Visa')
  expect(await page.title()).toBe('Länsstyrelsen Västernorrland')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(
    'Här fanns inget att läsa den 1 juni 2017',
  )
  await follow('link', 'Visa som det är')
  await follow('button', 'Jämför')
  await follow('link', 'arkivpost')
  await to('DisclosureTriangle', 'Visa kvittot')
  await page.keyboard.press('Enter')
  await follow('link', 'Så kontrollerar du det')
  expect(await page.title()).toBe('Kontrollera att en text är äkta – Länskällan')
  await page.context().close()
})

test('Shift three times leaves a sensitive page, and Back does not return to it', async () => {
  const page = await newPage()
  await page.goto(`${room.url}/arkiv/kontrollera`)
  await page.goto(room.url + room.pages['topic']!)
  expect(await page.title()).toBe('Länsstyrelsen Västernorrland')
  await page.keyboard.press('Shift')
  await page.keyboard.press('Shift')
  expect(await page.getByRole('status').textContent()).toContain('en gång till')
  await Promise.all([page.waitForURL(`${EXIT}**`), page.keyboard.press('Shift')])
  await page.goBack()
  expect(new URL(page.url()).pathname).toBe('/arkiv/kontrollera')
  await page.context().close()
})

test('going backwards with Shift and Tab is not mistaken for wanting to leave', async () => {
  const page = await newPage()
  await page.goto(room.url + room.pages['topic']!)
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('Shift+Tab')
  expect(await page.getByRole('status').textContent()).toBe('')
  expect(page.url()).toBe(room.url + room.pages['topic']!)
  await page.context().close()
})

test.each([true, false])('the exit leaves by a click, with scripts or without: %s', async (javaScriptEnabled) => {
  const page = await newPage({ javaScriptEnabled })
  let referrer: string | undefined
  page.on('request', (request) => {
    if (request.url().startsWith(EXIT)) referrer = request.headers()['referer']
  })
  await page.goto(room.url + room.pages['contact']!)
  await Promise.all([page.waitForURL(`${EXIT}**`), page.getByRole('link', { name: 'Lämna sidan snabbt' }).click()])
  expect(referrer).toBeUndefined()
  await page.context().close()
})
