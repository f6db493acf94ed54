import { chromium as engine, type Browser, type Page } from 'playwright-core'
import { chromium, startWholeService, type WholeService } from './service.js'

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
// In which order a date is typed hangs on the browser's own language.
const quiet = ['--lang=en-US', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** The demo's reading room, and a browser to read in. */
export interface RoomInBrowser {
  url: string
  browser: Browser
  /** The paths of all kinds of pages, by name. */
  pages: Record<string, string>
  close(): Promise<void>
}

export async function openRoom(): Promise<RoomInBrowser> {
  const service = await startWholeService({ ADMIN: 'false' })
  const taken = await takeDown(service)
  const browser = await engine.launch({ executablePath: chromium, args: [...flags, ...quiet] })
  return {
    url: service.url,
    browser,
    pages: { ...(await findPages(service)), ...taken },
    close: async () => {
      await browser.close()
      await service.close()
    },
  }
}

/** A news item withdrawn with its text to read, another gone, and a third sealed, as a publisher does it. */
async function takeDown(service: WholeService): Promise<Record<string, string>> {
  const { county } = (await service.query(
    '{ county(slug: "vasternorrland") { news(first: 20) { nodes { id counties { slug } } } } }',
  )) as unknown as { county: { news: { nodes: { id: string; counties: unknown[] }[] } } }
  const own = county.news.nodes.filter(({ counties }) => counties.length === 1).map(({ id }) => id)
  const [withdrawn, gone, sealed] = own.slice(-3)
  const { email, password } = service.user('publisher')
  const post = async (path: string, body: object, token?: string): Promise<Record<string, unknown>> => {
    const response = await fetch(`${service.url}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `JWT ${token}` }) },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    return (await response.json()) as Record<string, unknown>
  }
  const token = String((await post('users/login', { email, password }))['token'])
  await post(`news/${withdrawn}/withdraw`, { reason: 'Uppgifterna är inaktuella' }, token)
  await post(`news/${gone}/withdraw`, { reason: 'Ersatt av en ny sida', shownAs: 'gone' }, token)
  await post(`news/${sealed}/seal`, { reason: 'Fel telefonnummer' }, token)
  return { withdrawn: `/arkiv/${withdrawn}`, gone: `/arkiv/${gone}`, sealed: `/arkiv/${sealed}` }
}

/** What a reader sees who takes the quick exit: the demo's chosen page, which is not fetched in a test. */
export const EXIT = 'https://www.smhi.se/'
export const answerExit = (page: Page): Promise<unknown> =>
  page.route(`${EXIT}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Väder</title>' }))

interface Found {
  strategy: { id: string; editions: { id: string; history: { nodes: { id: string }[] } }[] }
  topic: { id: string }
  county: { news: { nodes: { id: string }[] }; contacts: { id: string }[] }
}

async function findPages(service: WholeService): Promise<Record<string, string>> {
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
