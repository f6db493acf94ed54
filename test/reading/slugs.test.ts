import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { create, newsItem, publishedNews, update, type Stored } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { discard } from '../support/service.js'
import { startReading, told, type Reading } from './reading.js'

onEachDatabase((database) => {
  let reading: Reading
  beforeAll(async () => {
    reading = await startReading(database)
  })
  afterAll(async () => {
    await reading.close()
    await discard(reading.editorial)
  })

  const news = (title: string, data: object): Promise<Stored> => publishedNews(reading.payload, { title, ...data })
  const at = async (slug: string, knownAt?: string, county = 'vasternorrland'): Promise<string> => {
    const view = await reading.view(knownAt)
    return told(view, view.bySlug('news', county, slug))
  }
  const later = (): string => {
    reading.clock.pass()
    const moment = reading.clock.now()
    reading.clock.pass()
    return moment
  }

  test('a document that has moved is found by both addresses, each from when it bore it', async () => {
    const moved = await news('Flyttad', { slug: 'gammal' })
    const before = later()
    await update(reading.payload, 'news', moved.id, { slug: 'ny' })
    const after = later()
    const answers = [
      await at('gammal', before),
      await at('ny', before),
      await at('gammal', after),
      await at('ny', after),
    ]
    expect(answers).toEqual(['PUBLIC Flyttad', 'nothing', 'PUBLIC Flyttad', 'PUBLIC Flyttad'])
    const view = await reading.view(before)
    expect(view.bySlug('news', 'vasternorrland', 'gammal')?.published.record.index?.slug).toBe('gammal')
    expect(view.today(moved.id)?.published.record.index?.slug).toBe('ny')
  })

  test('a county’s own comes before what is shared with it, and that before the national one', async () => {
    await news('Nationell', { slug: 'samma', owner: 'nationell', audience: 'all' })
    const onlyNational = later()
    await news('Delad', {
      slug: 'samma',
      owner: 'gavleborg',
      audience: 'named',
      audienceCounties: ['vasternorrland', 'jamtland'],
    })
    const shared = later()
    await news('Egen', { slug: 'samma' })
    const own = later()
    const answers = (knownAt: string): Promise<string[]> =>
      Promise.all(['vasternorrland', 'jamtland', 'gavleborg', 'uppsala'].map((county) => at('samma', knownAt, county)))
    expect(await answers(onlyNational)).toEqual([
      'PUBLIC Nationell',
      'PUBLIC Nationell',
      'PUBLIC Nationell',
      'PUBLIC Nationell',
    ])
    expect(await answers(shared)).toEqual(['PUBLIC Delad', 'PUBLIC Delad', 'PUBLIC Delad', 'PUBLIC Nationell'])
    expect(await answers(own)).toEqual(['PUBLIC Egen', 'PUBLIC Delad', 'PUBLIC Delad', 'PUBLIC Nationell'])
  })

  test('what another county shares comes before the national one that was published after it', async () => {
    const toVasternorrland = { slug: 'senare', audience: 'named', audienceCounties: ['vasternorrland'] }
    await news('Delad', { ...toVasternorrland, owner: 'gavleborg' })
    later()
    await news('Nationell', { ...toVasternorrland, owner: 'nationell' })
    later()
    expect(await at('senare')).toBe('PUBLIC Delad')
  })

  test('who holds an address comes before who left it, though that one be the county’s own', async () => {
    const own = await news('Egen', { slug: 'lamnad' })
    const held = later()
    await update(reading.payload, 'news', own.id, { slug: 'lamnad-ny' })
    const left = later()
    await news('Nationell', { slug: 'lamnad', owner: 'nationell', audience: 'all' })
    const taken = later()
    expect([await at('lamnad', held), await at('lamnad', left), await at('lamnad', taken)]).toEqual([
      'PUBLIC Egen',
      'PUBLIC Egen',
      'PUBLIC Nationell',
    ])
  })

  test('of two who left an address the one that left it last is found', async () => {
    const first = await news('Först', {
      slug: 'tva',
      owner: 'gavleborg',
      audience: 'named',
      audienceCounties: ['jamtland'],
    })
    later()
    await update(reading.payload, 'news', first.id, { slug: 'tva-1' })
    const second = await news('Sedan', {
      slug: 'tva',
      owner: 'uppsala',
      audience: 'named',
      audienceCounties: ['jamtland'],
    })
    later()
    await update(reading.payload, 'news', second.id, { slug: 'tva-2' })
    later()
    await update(reading.payload, 'news', first.id, { title: 'Först, rättad' })
    later()
    expect(await at('tva', undefined, 'jamtland')).toBe('PUBLIC Sedan')
  })

  test('a withdrawn document keeps its address, a draft has none, and another kind has its own', async () => {
    const gone = await news('Borta', { slug: 'borta' })
    await reading.withdraw('news', gone.id, 'gone')
    await create(reading.payload, 'news', newsItem({ slug: 'utkast' }), { draft: true })
    later()
    expect([await at('borta'), await at('utkast'), await at('finns-inte')]).toEqual([
      'WITHDRAWN tombstone',
      'nothing',
      'nothing',
    ])
    expect((await reading.view()).bySlug('strategy', 'vasternorrland', 'borta')).toBeUndefined()
  })

  test('lists hold what the county shows at the moment: its own, what is shared with it, what is for all', async () => {
    const shared = await news('Delas en tid', { owner: 'gavleborg', audience: 'named', audienceCounties: ['dalarna'] })
    await news('Bara Gävleborg', { owner: 'gavleborg' })
    await news('Dalarna', { owner: 'dalarna' })
    await news('För alla', { owner: 'nationell', audience: 'all' })
    const before = later()
    await update(reading.payload, 'news', shared.id, { audience: 'own' })
    const after = later()
    const titles = async (knownAt: string): Promise<string[]> => {
      const view = await reading.view(knownAt)
      const told_ = await Promise.all(view.ofCounty('news', 'dalarna').map((found) => told(view, found)))
      return told_.filter((one) => /Delas|Bara|Dalarna|alla/.test(one)).sort()
    }
    expect(await titles(before)).toEqual(['PUBLIC Dalarna', 'PUBLIC Delas en tid', 'PUBLIC För alla'])
    expect(await titles(after)).toEqual(['PUBLIC Dalarna', 'PUBLIC För alla'])
  })

  test('lists by topic hold what belongs to the topic at the moment', async () => {
    const topic = await create(reading.payload, 'topics', {
      title: 'Ämne',
      slug: 'amne',
      owner: 'vasternorrland',
      audience: 'own',
      _status: 'published',
    })
    const item = await news('I ämnet', { topics: [topic.id] })
    const before = later()
    await update(reading.payload, 'news', item.id, { topics: [] })
    const after = later()
    const ids = async (knownAt: string): Promise<string[]> =>
      (await reading.view(knownAt)).ofTopic('news', topic.id, 'vasternorrland').map(({ id }) => id)
    expect([await ids(before), await ids(after)]).toEqual([[item.id], []])
  })
})
