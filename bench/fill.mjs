// Publishes 2,000 news and 200 strategies with an edition each, through Payload as editors do. Usage: fill.mjs FOLDER
import path from 'node:path'

const dataDir = path.resolve(process.argv[2])
process.env.NODE_ENV = 'production'
const { readConfig } = await import('../dist/src/config.js')
const { openEditorial } = await import('../dist/src/editorial/open.js')
const { seedDemo } = await import('../dist/src/seed/seedDemo.js')
const { counties } = await import('../dist/src/vocabulary.js')

const config = readConfig({ DATA_DIR: dataDir, MEDIA_DIR: path.join(dataDir, 'media'), LOG_LEVEL: 'error' })
const { payload, close } = await openEditorial({ config })
await seedDemo({ payload, dataDir, report: () => {} })
const { docs: topics } = await payload.find({
  collection: 'topics',
  where: { slug: { equals: 'vald-i-nara-relationer' } },
})
const topic = topics.find(({ owner }) => owner === 'vasternorrland').id

const shared = { version: 1, direction: 'ltr', format: '', indent: 0 }
const words =
  'Länsstyrelsen samordnar arbetet i länet och stöder kommuner, regioner och myndigheter som möter våldsutsatta. '
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
const ownerOf = (n) => (n % 3 === 0 ? 'vasternorrland' : counties[n % counties.length].slug)

const create = (collection, data) =>
  payload.create({ collection, data: { audience: 'own', _status: 'published', ...data } })
for (let n = 0; n < 200; n += 1) {
  const owner = ownerOf(n)
  const own = owner === 'vasternorrland' ? [topic] : []
  const strategy = await create('strategies', {
    owner,
    title: `Strategi ${n}`,
    slug: `strategi-${n}`,
    summary: words,
    topics: own,
  })
  await create('editions', {
    owner,
    strategy: strategy.id,
    number: 1,
    label: '2024–2027',
    title: `Strategi ${n}`,
    body,
    validFrom: '2024-01-01',
    validThrough: '2027-12-31',
  })
}
for (let n = 0; n < 2_000; n += 1) {
  const owner = ownerOf(n)
  const own = owner === 'vasternorrland' ? [topic] : []
  await create('news', {
    owner,
    title: `Nyhet nummer ${n} om arbetet i länet`,
    slug: `nyhet-${n}`,
    lead: words,
    body,
    importance: 'ordinary',
    topics: own,
  })
  if (n % 200 === 0) console.error(`  ${n} news`)
}
await close()
process.exit(0)
