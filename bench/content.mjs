// The content of every comparison, published through Payload alike for us and for stock Payload: in each of the 21
// counties a topic with three contacts; 200 strategies with an edition each; 2,000 news. A third belongs to one county.
import { counties } from '../dist/src/vocabulary.js'

export const NEWS = 2_000
export const STRATEGIES = 200
export const LARGEST = 'vasternorrland'
export const TOPIC = 'vald-i-nara-relationer'
/** Who publishes while it is measured; it opens nothing but a database made for this. */
export const account = { email: 'publicist@example.se', password: 'ett långt lösenord för mätningar' }
export const countySlugs = counties.map(({ slug }) => slug)

const words =
  'Länsstyrelsen samordnar arbetet i länet och stöder kommuner, regioner och myndigheter som möter våldsutsatta. '
const shared = { version: 1, direction: 'ltr', format: '', indent: 0 }
const paragraph = (text) => ({
  type: 'paragraph',
  ...shared,
  textFormat: 0,
  children: [{ type: 'text', version: 1, detail: 0, format: 0, mode: 'normal', style: '', text }],
})
const body = {
  root: {
    type: 'root',
    ...shared,
    children: Array.from({ length: 6 }, (_, n) => paragraph(`${n + 1}. ${words.repeat(3)}`)),
  },
}
const party = (name, kind) => ({ name, kind })
const parties = [
  party('Länsstyrelsen', 'county-board'),
  party('Polismyndigheten', 'police'),
  party('Regionen', 'region'),
]

/** Where number `n` of the strategies or news belongs. */
export const ownerOf = (n) => (n % 3 === 0 ? LARGEST : countySlugs[Math.floor(n / 3) % countySlugs.length])

/**
 * Publishes it all, one document after another.
 *
 * @param create takes a collection and its data, and gives the document with its id
 */
export async function publishContent(create, report = () => {}) {
  const topics = new Map()
  for (const owner of countySlugs) {
    const contacts = []
    for (const n of [1, 2, 3]) {
      const phones = [{ number: `+462050505${n}`, display: `020-50 50 5${n}`, freeOfCharge: true }]
      const data = { owner, name: `Stödlinje ${n}`, kind: 'helpline', alwaysOpen: true, anonymous: true, phones }
      contacts.push((await create('contacts', { ...data, url: 'https://stod.example.se' })).id)
    }
    const data = { owner, title: 'Våld i nära relationer', slug: TOPIC, intro: words, body, contacts, sensitive: true }
    topics.set(owner, (await create('topics', { ...data, quickExitUrl: 'https://www.smhi.se' })).id)
  }
  for (let n = 0; n < STRATEGIES; n += 1) {
    const owner = ownerOf(n)
    const title = `Strategi ${n} mot våld`
    const data = { owner, title, slug: `strategi-${n}`, summary: words, topics: [topics.get(owner)] }
    const { id: strategy } = await create('strategies', data)
    const valid = { validFrom: '2024-01-01', validThrough: '2027-12-31' }
    await create('editions', { owner, strategy, number: 1, label: '2024–2027', title, body, ...valid, parties })
  }
  for (let n = 0; n < NEWS; n += 1) {
    const owner = ownerOf(n)
    const data = { owner, title: `Nyhet nummer ${n} om arbetet i länet`, slug: `nyhet-${n}`, lead: words, body }
    await create('news', { ...data, importance: 'ordinary', topics: [topics.get(owner)] })
    if (n % 500 === 0) report(`${n} of ${NEWS} news`)
  }
}
