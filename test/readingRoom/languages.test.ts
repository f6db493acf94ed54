import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { create, paragraph, update } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startRoom, type Room } from './room.js'
import { spokenIn } from './spoken.js'

/** Each word of an editor ends so: whatever is made of a text, it can be seen in which language it is. */
const marked = (mark: string) => (words: string) => words.replaceAll(/\p{L}+/gu, `$&${mark}`)
const [SV, EN] = ['xqs', 'xqe']
const [swedish, english] = [marked(SV), marked(EN)]
/** What the room's own helpers write for an editor, and its other topics, which are in the list to choose from. */
const plain = /^(Inaktuell|Fel adress|Fiske|Våld i nära relationer)$/
/** The links to the same page in the other language. */
const otherPage = /^(På svenska|In English)$/
const NOWHERE = '/00000000-0000-4000-8000-999999999999'
/** Examples of Swedish words in English help. */
const examples = /^våld(sförebyggande)?$/

onEachDatabase((database) => {
  let room: Room
  let paths: string[]
  beforeAll(async () => {
    room = await startRoom(database)
    paths = await fill()
  })
  afterAll(() => room.close())

  async function fill(): Promise<string[]> {
    const { payload } = room.reading
    const own = { owner: 'vasternorrland', audience: 'own', _status: 'published' }
    const contact = await create(payload, 'contacts', {
      ...{
        ...own,
        kind: 'helpline',
        name: swedish('Jouren'),
        note: swedish('Ring'),
        hoursNote: swedish('Stängt ibland'),
      },
      phones: [{ number: '+4620505050', display: '020-50 50 50', freeOfCharge: true }],
    })
    const topic = await create(payload, 'topics', {
      ...{
        ...own,
        title: swedish('Älvar'),
        slug: 'alvar',
        intro: swedish('Om dem'),
        body: paragraph(swedish('Vatten.')),
      },
      contacts: [contact.id],
    })
    const strategy = await create(payload, 'strategies', {
      ...{
        ...own,
        title: swedish('Älvstrategi'),
        slug: 'alvstrategi',
        topics: [topic.id],
        summary: swedish('Kort sagt'),
      },
      ...{ underRevision: true, revisionNote: swedish('Snart'), followedUpBy: { body: swedish('Gruppen') } },
    })
    const decision = (date: string) => ({ body: swedish('Landshövdingen'), date, diaryNumber: '1-2' })
    const edition = (number: number, from: string, through: string, more: object) =>
      create(payload, 'editions', {
        ...{ ...own, strategy: strategy.id, title: swedish('Älvarnas text'), number, label: `${from}–${through}` },
        ...{ validFrom: `${from}-01-01`, validThrough: `${through}-12-31`, decision: decision(`${from}-01-01`) },
        ...more,
      })
    const parties = (role: string) => [{ name: swedish('Kommunen'), kind: 'municipality', role: swedish(role) }]
    const prior = { date: '2013', note: swedish('På kommunens sida') }
    const first = await edition(1, '2014', '2016', {
      ...{ body: paragraph(swedish('Ett två tre fyra.')), parties: parties('Med'), priorPublication: [prior] },
    })
    const second = await edition(2, '2018', '2021', {
      ...{ body: paragraph(swedish('Ett två tre fem.')), parties: parties('Leder'), supersedes: [first.id] },
    })
    const change = { context: { release: { changeNote: swedish('Rättat') } } }
    await update(payload, 'editions', second.id, { body: paragraph(swedish('Ett två tre sex.')) }, change)
    const news = await create(payload, 'news', {
      ...{ ...own, title: swedish('Islossning'), slug: 'islossning', importance: 'ordinary', lead: swedish('Nu') },
      ...{ body: paragraph(swedish('Isen går.')), topics: [topic.id] },
    })
    const translation = { title: english('Ice'), lead: english('Now'), body: paragraph(english('It goes.')) }
    await update(payload, 'news', news.id, translation, { locale: 'en' })
    const [withdrawn, gone, sealed] = [
      await create(payload, 'news', { ...own, title: swedish('Gammalt'), slug: 'g', importance: 'ordinary' }),
      await create(payload, 'news', { ...own, title: swedish('Borta'), slug: 'b', importance: 'ordinary' }),
      await create(payload, 'news', { ...own, title: swedish('Fel'), slug: 'f', importance: 'ordinary' }),
    ]
    room.reading.clock.pass()
    await room.reading.withdraw('news', withdrawn.id)
    await room.reading.withdraw('news', gone.id, 'gone')
    await room.reading.seal('news', sealed.id)
    await room.settle()
    const documents = [contact, topic, strategy, first, second, news, withdrawn, gone, sealed].map(({ id }) => `/${id}`)
    const records = [first, second, sealed, withdrawn].flatMap(({ id }) =>
      room.site.shelf.entriesOf(id).map(({ record }) => `/post/${record.id}`),
    )
    const [one, other] = [first, second].map(({ id }) => room.site.shelf.entriesOf(id)[0]!.record.id)
    const moments = [
      `/${strategy.id}?validAt=2017-06-01`,
      `/${second.id}?knownAt=2020-01-01`,
      `/${news.id}?language=en`,
    ]
    const fixed = [`?q=${SV}`, '?q=finnsinte', `?q=${SV}&ar=x`, '/jamfor', '/kontrollera', '/rensa-spar', NOWHERE]
    return [...documents, ...records, ...moments, ...fixed, `/jamfor?fran=${one}&till=${other}`]
  }

  test.each([
    ['', 'sv', EN, 'en'],
    ['/en', 'en', SV, 'sv'],
  ] as const)(
    'what is not in the language of the page says in which it is, and nothing else does: /arkiv%s',
    async (root, page, foreign, language) => {
      const faults: string[] = []
      let count = 0
      for (const path of paths) {
        const { html } = await room.get(`/arkiv${root}${path}`)
        for (const { text, lang } of spokenIn(html)) {
          const isForeign =
            text.includes(foreign) ||
            (page === 'en' && plain.test(text)) ||
            otherPage.test(text) ||
            (page === 'en' && examples.test(text))
          if (isForeign) count += 1
          const isMixed =
            text.includes(foreign) &&
            text
              .replace('– Länskällan', '')
              .replaceAll(new RegExp(`\\p{L}+${foreign}`, 'gu'), '')
              .match(/\p{L}{2,}/u)
          if (isMixed) faults.push(`${path}: mixed: ${text}`)
          else if (lang !== (isForeign ? language : page)) faults.push(`${path}: ${lang}: ${text}`)
        }
      }
      expect([count > 30, faults]).toEqual([true, []])
    },
  )
})
