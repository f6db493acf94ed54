import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { chromium } from './service.js'
import { openRoom, type RoomInBrowser } from './room.js'

jest.setTimeout(400_000)

// The archivist's handbook shows the service as it is. `PICTURES=1 npm test -- test/browser/handbook` takes its pictures anew.
const handbook = readFileSync('docs/sv/arkivarie.md', 'utf8')
const folder = 'docs/sv'

let room: RoomInBrowser
beforeAll(async () => {
  if (chromium) room = await openRoom()
})
afterAll(() => room?.close())

/** What each picture shows: a part of a page, or the page from its top. */
const pictures: Record<string, [page: string, part: (page: Page) => Locator]> = {
  'bilder/sok.png': ['results', (page) => page.getByRole('main')],
  'bilder/tidslinje.png': ['gap', (page) => page.locator('section[aria-labelledby=timeline]')],
  'bilder/annan-dag.png': ['gap', (page) => page.locator('section[aria-labelledby=which]')],
  'bilder/jamforelse.png': ['comparison', (page) => page.getByRole('main')],
  'bilder/citera.png': ['edition', (page) => page.locator('section[aria-labelledby=cite]')],
  'bilder/arkivpost.png': ['record', (page) => page.getByRole('main')],
}
/** Pixels: what stands further down is left out. */
const TALLEST = 760

test('each picture of the handbook shows what is there, and is named for who cannot see it', async () => {
  const named = [...handbook.matchAll(/!\[([^\]]+)\]\(([^)]+)\)/g)].map(([, alt, file]) => ({ alt, file: file! }))
  expect(named.map(({ file }) => file).sort()).toEqual(Object.keys(pictures).sort())
  for (const { alt } of named) expect(alt!.length).toBeGreaterThan(30)
  const context = await room.browser.newContext({ locale: 'sv-SE', viewport: { width: 900, height: 1_200 } })
  const page = await context.newPage()
  for (const [file, [name, part]] of Object.entries(pictures)) {
    await page.goto(room.url + room.pages[name]!)
    const box = await part(page).boundingBox()
    expect([file, (box?.height ?? 0) > 60]).toEqual([file, true])
    if (process.env['PICTURES']) await take(page, part(page), path.join(folder, file))
  }
  await context.close()
})

async function take(page: Page, part: Locator, file: string): Promise<void> {
  // Where the demo runs is of no interest to a reader.
  await page.evaluate(`for (const one of document.querySelectorAll('a, code')) if (!one.children.length)
    one.textContent = one.textContent.replace(/http:..localhost:\\d+/, 'https://lanskallan.example').replace(/localhost:\\d+/, 'lanskallan.example')
    for (const one of document.querySelectorAll('.exit')) one.remove()`)
  const { x, y, width, height } = (await part.boundingBox())!
  const clip = { x, y, width, height: Math.min(height, TALLEST) }
  const shot = await page.screenshot({ fullPage: true, clip })
  writeFileSync(file, await sharp(shot).png({ palette: true, colours: 32, compressionLevel: 9 }).toBuffer())
}

test('what the handbook tells to press or to look for is called so on the pages', async () => {
  const words = [...handbook.matchAll(/\*\*([^*]+)\*\*/g)].map(([, word]) => word!.replace(/\s+/g, ' '))
  const context = await room.browser.newContext({ locale: 'sv-SE' })
  const page = await context.newPage()
  let all = ''
  for (const address of Object.values(room.pages)) {
    await page.goto(room.url + address)
    all += ` ${await page.locator('body').innerText()}`
  }
  const shown = all.replace(/\s+/g, ' ')
  // A link for what has been changed: the demo has changed nothing.
  const missing = words.filter((word) => word !== 'Jämför med texten före' && !shown.includes(word))
  expect([words.length > 10, missing]).toEqual([true, []])
  await context.close()
})
