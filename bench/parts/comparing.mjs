// Two editions of 200 blocks beside each other, and texts that were made to hurt.
import { compareSnapshots } from '../../dist/src/archive/pure/diff/compare.js'
import { short, table, target } from '../report.mjs'

const ROUNDS = 15
const WORDS =
  'länsstyrelsen samordnar arbetet i länet och stöder kommuner regioner myndigheter som möter våldsutsatta barn vuxna kvinnor män strategi mål åtgärder uppföljning stöd skydd samverkan kunskap rutiner utbildning ansvar plan år tid lag regering förordning nationell regional lokal enhet chef personal budget'.split(
    ' ',
  )

/** The same in every run. */
function createRandom(seed) {
  let state = seed
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
}
const random = createRandom(1)
const word = () => WORDS[Math.floor(random() * WORDS.length)]
const text = (count) => `${Array.from({ length: count }, word).join(' ')}.`
const paragraph = (words) => ({ type: 'paragraph', children: [{ type: 'text', text: words }] })
const textOf = ({ children: [{ text: words }] }) => words
/** One word of twelve is another. */
const edited = (block) =>
  paragraph(
    textOf(block)
      .split(' ')
      .map((one) => (random() < 1 / 12 ? word() : one))
      .join(' '),
  )
const many = (count, words) => Array.from({ length: count }, () => paragraph(text(words)))

const edition = (body) => ({
  ...{ format: 2, salt: '', kind: 'edition', document: '', owner: 'uppsala', audience: [], slug: null },
  languages: { sv: { title: 'Strategi', body, revision: 1, madeFrom: null } },
  facts: { validFrom: '2020', validUntil: null, parties: [], documents: [] },
})

function cases() {
  const body = many(200, 60)
  const half = body.map((block) => (random() < 0.5 ? edited(block) : block))
  half.splice(5, 0, ...half.splice(100, 3))
  const large = many(10_000, 30)
  const long = text(100_000)
  return {
    '200 blocks, half of them edited, three moved': [body, half],
    '200 blocks, each edited': [body, body.map(edited)],
    '200 blocks and 200 others': [body, many(200, 60)],
    '200 long blocks and 200 others': [many(200, 150), many(200, 150)],
    '10,000 blocks, each edited': [large, large.map(edited)],
    '10,000 blocks and 10,000 others': [large, many(10_000, 30)],
    'a paragraph of 100,000 words and another': [[paragraph(long)], [paragraph(text(100_000))]],
  }
}

export async function comparing({ progress }) {
  const rows = Object.entries(cases()).map(([name, [before, after]]) => {
    progress(`comparing: ${name}`)
    const [older, newer] = [edition(before), edition(after)]
    const times = Array.from({ length: before.length === 200 ? ROUNDS : 3 }, () => {
      const began = process.cpuUsage()
      compareSnapshots(older, newer, 'sv')
      const { user, system } = process.cpuUsage(began)
      return (user + system) / 1_000
    }).toSorted((a, b) => a - b)
    return { name, middle: times[Math.floor(times.length / 2)], worst: times.at(-1) }
  })
  return {
    rows,
    targets: rows.slice(0, 4).map(({ name, middle }) => target(`comparing ${name}`, middle, 50, { unit: 'ms CPU' })),
    report: table(
      rows.map(({ name, middle, worst }) => ({ compared: name, 'ms CPU': short(middle), worst: short(worst) })),
    ),
  }
}
