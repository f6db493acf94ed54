import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { seedDemo } from '../../src/seed/seedDemo.js'
import { onEachDatabase } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { discard, startEditorial, type TestEditorial } from '../support/service.js'
import { partiesIn, realPage, tasksIn } from './realPage.js'
import { where } from '../support/where.js'

const withThePage = where(
  realPage !== undefined,
  '../shared/real/vald-i-nara-relationer.txt is not here, so the demo is not held against the real page.',
)
const page = realPage ?? ''

/** The query of the README, on a day in the validity of the edition that the page describes. */
const query = readFileSync(new URL('../../docs/queries/topicPage.graphql', import.meta.url), 'utf8')
const variables = { county: 'vasternorrland', slug: 'vald-i-nara-relationer', validAt: '2015-06-01' }

interface Answered {
  topic: {
    title: string
    intro: string
    body: { html: string }
    contacts: { name: string; alwaysOpen: boolean; anonymous: boolean; hiddenOnBill: boolean; phones: object[] }[]
    news: { nodes: { title: string }[] }
    strategies: {
      nodes: {
        title: string
        summary: string
        followedUpBy: { body: string }
        inForce: {
          state: string
          editions: { parties: { name: string }[]; documents: { url: string; size: number }[] }[]
        }
      }[]
    }
  }
}

onEachDatabase((database) => {
  let editorial: TestEditorial
  let site: PublicSide
  let answered: Answered

  beforeAll(async () => {
    editorial = await startEditorial(database)
    await seedDemo({ payload: editorial.payload, dataDir: editorial.dataDir, report: () => {} })
    site = await startPublic(editorial)
    answered = (await site.query(query, variables)).data as never
  })

  afterAll(async () => {
    await site.close()
    await discard(editorial)
  })

  const strategy = () => answered.topic.strategies.nodes[0]!

  test('one query draws the whole topic page', () => {
    expect(answered.topic.title).toBe('Våld i nära relationer')
    expect(strategy().inForce).toMatchObject({
      state: 'IN_FORCE',
      editions: [{ documents: [{ size: expect.any(Number) }] }],
    })
    expect(answered.topic.news.nodes.length).toBeGreaterThan(2)
    expect(answered.topic.contacts.length).toBeGreaterThan(2)
  })

  test('the attached document can be fetched from its address', async () => {
    const { url, size } = strategy().inForce.editions[0]!.documents[0]!
    const response = await fetch(url.replace('https://lanskallan.example', site.url))
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([response.status, response.headers.get('content-type'), bytes.length]).toEqual([
      200,
      'application/pdf',
      size,
    ])
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  withThePage('the thirteen parties of the real page are those of the first edition, in the page’s order', () => {
    const named = partiesIn(page)
    expect(named).toHaveLength(13)
    const inLowerCase = (names: string[]) => names.map((name) => name.toLocaleLowerCase('sv'))
    const parties = strategy().inForce.editions[0]!.parties.map(({ name }) => name)
    expect(inLowerCase(parties)).toEqual(inLowerCase(named))
  })

  withThePage('both tasks of the mandate stand on the topic page, with everything that they cover', () => {
    const lists = [...answered.topic.body.html.matchAll(/<[uo]l>(.*?)<\/[uo]l>/g)].map(([, items]) =>
      [...(items ?? '').matchAll(/<li>(.*?)<\/li>/g)].map(([, item]) => item ?? ''),
    )
    const ours = lists.find(([first]) => first?.includes('samordning'))
    const subjects = [
      [
        'samordningen',
        'i länet',
        'mäns våld mot kvinnor',
        'barn som bevittnar våld',
        'hedersrelaterat våld och förtryck',
        'prostitution och människohandel för sexuella ändamål',
      ],
      ['kunskap', 'våld i nära relationer', 'stimulera', 'samverkan', 'myndighet'],
    ]
    const theirs = tasksIn(page)
    expect([theirs.length, ours?.length]).toEqual([2, 2])
    subjects.forEach((words, task) =>
      words.forEach((word) => {
        expect(theirs[task]).toContain(word)
        expect(ours?.[task]).toContain(word)
      }),
    )
  })

  withThePage('the follow-up group and the year of the strategy are those of the real page', () => {
    expect(page).toContain('regionala samverkansgrupp')
    expect(page).toContain('Under 2013')
    expect(strategy().followedUpBy.body).toBe('Regionala samverkansgruppen')
    expect(strategy().summary).toContain('under 2013')
  })

  withThePage('the helpline of the real page is among the topic’s contacts, with its number', () => {
    expect(page).toContain('Kvinnofridslinjen')
    expect(answered.topic.contacts.find(({ name }) => name === 'Kvinnofridslinjen')).toMatchObject({
      alwaysOpen: true,
      anonymous: true,
      hiddenOnBill: true,
      phones: [{ number: '+4620505050', display: '020-50 50 50', freeOfCharge: true }],
    })
  })

  withThePage('no sentence of the real page is copied', () => {
    const ours = JSON.stringify(answered)
    const sentences = page.split(/(?<=[.;:])\s+|\n/).map((sentence) => sentence.trim())
    // The strategy's title is the same, and is no sentence.
    const long = sentences.filter((sentence) => /[.;]$/.test(sentence) && sentence.split(' ').length >= 8)
    expect(long.length).toBeGreaterThan(5)
    expect(long.filter((sentence) => ours.includes(sentence))).toEqual([])
  })
})
