import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Inline, SnapshotOf } from '../../src/archive/pure/model.js'
import { idOfKey } from '../../src/seed/reference.js'
import { seedDemo } from '../../src/seed/seedDemo.js'
import type { DocumentKind } from '../../src/vocabulary.js'
import { onEachDatabase } from '../support/databases.js'
import { discard, startEditorial, writtenAbout, type TestEditorial } from '../support/service.js'
import { partiesIn, realPage, tasksIn } from './realPage.js'

if (realPage === undefined)
  console.warn(
    'NOT RUN: ../shared/real/vald-i-nara-relationer.txt is not here, so the demo is not held against the real page.',
  )
const withThePage = realPage === undefined ? test.skip : test
const page = realPage ?? ''

const wordsOf = (inline: readonly Inline[]): string =>
  inline.map((one) => (one.type === 'text' ? one.text : one.type === 'link' ? wordsOf(one.children) : '\n')).join('')

onEachDatabase((database) => {
  let editorial: TestEditorial

  beforeAll(async () => {
    editorial = await startEditorial(database)
    await seedDemo({ payload: editorial.payload, dataDir: editorial.dataDir, report: () => {} })
  })

  afterAll(() => discard(editorial))

  const publicly = async <K extends DocumentKind>(kind: K, key: string): Promise<SnapshotOf<K>> => {
    const snapshot = (await writtenAbout(editorial.payload, idOfKey(key))).at(-1)?.snapshot
    if (snapshot?.kind !== kind) throw new Error(`${key} is not public.`)
    return snapshot as SnapshotOf<K>
  }

  const topicPage = () => publicly('topic', 'topic/vasternorrland/vald')
  const firstEdition = () => publicly('edition', 'edition/vasternorrland/vald/1')

  withThePage('the thirteen parties of the real page are those of the first edition, in the page’s order', async () => {
    const named = partiesIn(page)
    expect(named).toHaveLength(13)
    const { parties } = (await firstEdition()).facts
    const inLowerCase = (names: string[]) => names.map((name) => name.toLocaleLowerCase('sv'))
    expect(inLowerCase(parties.map(({ name }) => name))).toEqual(inLowerCase(named))
  })

  withThePage('both tasks of the mandate stand on the topic page, with everything that they cover', async () => {
    const lists = ((await topicPage()).languages.sv?.body ?? []).flatMap((block) =>
      block.type === 'list' ? [block] : [],
    )
    const ours = lists
      .map(({ items }) => items.map(({ children }) => wordsOf(children)))
      .find(([first]) => first?.includes('samordning'))
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

  withThePage('the follow-up group and the year of the strategy are those of the real page', async () => {
    expect(page).toContain('regionala samverkansgrupp')
    expect(page).toContain('Under 2013')
    const { facts, languages } = await publicly('strategy', 'strategy/vasternorrland/vald')
    expect(facts.followedUpBy).toEqual({
      body: 'Regionala samverkansgruppen',
      contact: idOfKey('contact/vasternorrland/samverkansgruppen'),
    })
    expect(languages.sv?.summary).toContain('under 2013')
  })

  withThePage('the helpline of the real page is among the topic’s contacts, with its number', async () => {
    expect(page).toContain('Kvinnofridslinjen')
    expect((await topicPage()).facts.contacts).toContain(idOfKey('contact/kvinnofridslinjen'))
    const { facts, languages } = await publicly('contact', 'contact/kvinnofridslinjen')
    expect(languages.sv?.name).toBe('Kvinnofridslinjen')
    expect(facts).toMatchObject({ anonymous: true, hiddenOnBill: true, hours: { alwaysOpen: true } })
    expect(facts.phones).toMatchObject([{ number: '+4620505050', display: '020-50 50 50', freeOfCharge: true }])
  })

  withThePage('no sentence of the real page is copied', async () => {
    const { languages } = await topicPage()
    const ours = JSON.stringify([languages.sv, (await firstEdition()).languages.sv])
    const sentences = page.split(/(?<=[.;:])\s+|\n/).map((sentence) => sentence.trim())
    // The strategy's title is the same, and is no sentence.
    const long = sentences.filter((sentence) => /[.;]$/.test(sentence) && sentence.split(' ').length >= 8)
    expect(long.length).toBeGreaterThan(5)
    expect(long.filter((sentence) => ours.includes(sentence))).toEqual([])
  })
})
